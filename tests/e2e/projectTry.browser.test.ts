import { generatePrivateKey } from 'viem/accounts'
import { inject, test } from 'vitest'
import { openDatabase } from '#drizzle/client.ts'
import { readAddress } from '#server/cli/stack/addressStore.ts'
import { joinStack } from '#tests/support/stack.ts'
import { launchBrowser, openContext } from './browser.ts'
import { signIn } from './journeys.ts'
import { beginQuest, importContract, makeSpace, writeRule } from './projectJourney.ts'
import { siteOf } from './stackSite.ts'

test('try', async () => {
  const stack = joinStack(inject('stack'))
  const site = await siteOf(stack)
  const { db, close } = openDatabase(stack.databaseUrl)
  const at = async (n: string) => (await readAddress(db, `app-a.${n}`))!
  const contracts = { weth: await at('weth'), usd: await at('usd'), swapRouter: await at('swapRouter') }
  await close()
  const browser = await launchBrowser()
  const { context } = await openContext(browser, {
    wallets: { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } },
  })
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  try {
    await page.goto(`${site.url}/me`)
    await signIn(page, 'Test Wallet')
    const slug = `river-${Date.now().toString(36)}`
    await makeSpace(page, site.url, { name: 'River Exchange', slug })
    await importContract(page, { chain: 'eip155:31339', address: contracts.swapRouter, has: 'exactInputSingle' })
    await beginQuest(page, `${slug}-swap`)
    await writeRule(page, { contracts, chain: 'eip155:31339', amountIn: '100000000000000000', bought: '1', lamports: '1' })
  } catch (e) {
    await page.screenshot({ path: '/tmp/r/j-fail.png', fullPage: true })
    throw e
  }
  await browser.close()
})
