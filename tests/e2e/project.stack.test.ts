import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#drizzle/client.ts'
import { readAddress } from '#server/cli/stack/addressStore.ts'
import { hookAt, startLocalOAuth } from '#tests/support/localOAuth.ts'
import { type Stack, startStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'
import { type Contracts, letPass, sendSol, swapOnRouter } from './projectDeeds.ts'
import {
  addWebhook,
  approve,
  beginQuest,
  countOf,
  dryRun,
  fillVault,
  fundAndLaunch,
  importContract,
  keepWallets,
  leastIn,
  leastSent,
  makeSpace,
  setTerms,
  writeRule,
} from './projectJourney.ts'
import { siteOf } from './stackSite.ts'

/** A stack of its own: a day passes on one of its chains. */
let stack: Stack
let oauth: Awaited<ReturnType<typeof startLocalOAuth>>
let browser: Browser
let site: Site
let contracts: Contracts
beforeAll(async () => {
  oauth = await startLocalOAuth()
  stack = await startStack({ CAIRN_LOCAL_ENDPOINTS: oauth.origin })
  site = await siteOf(stack)
  const { db, close } = openDatabase(stack.databaseUrl)
  const at = async (name: string) => (await readAddress(db, `app-a.${name}`)) ?? expect.fail(`${name} is not deployed`)
  contracts = { weth: await at('weth'), usd: await at('usd'), swapRouter: await at('swapRouter') }
  await close()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
  await oauth?.stop()
})

const patient = { timeout: 240_000 }
const walletOf = (key: Hex) => `eip155:${privateKeyToAddress(key).toLowerCase()}`

async function enter(wallets: Parameters<typeof openContext>[1], name: string) {
  const { context, complaints } = await openContext(browser, wallets)
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, name)
  return { page, complaints }
}
const evm = (key: Hex = generatePrivateKey()) => ({
  wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId, chains: { [site.l2.chainId]: site.l2.rpc } } },
})

/** Opens the quest, so that the member is on it, and waits for the CUBE to be final. */
const earned = (page: Page) => page.getByText('This CUBE is yours').first().waitFor(patient)

test('a new project goes from nothing to a funded quest; members complete it either way to a final CUBE; funnel and webhook say so', async () => {
  const { page, complaints } = await enter(evm(), 'Test Wallet')
  const slug = 'river-exchange'
  const quest = 'swap-and-hold-a-day'
  await makeSpace(page, site.url, { name: 'River Exchange', slug })
  const hook = hookAt(oauth.origin, 'river')
  const secret = await addWebhook(page, hook.url)
  await importContract(page, { chain: `eip155:${site.appA.chainId}`, address: contracts.swapRouter, has: 'exactInputSingle' })
  await beginQuest(page, quest)
  const address = page.url()
  await writeRule(page, { usd: contracts.usd, chain: `eip155:${site.appA.chainId}` })
  await setTerms(page)

  // One who has bought and held for a day, and one who has done nothing.
  const [holder, idle] = [generatePrivateKey(), generatePrivateKey()]
  await swapOnRouter(site, holder, { contracts, amountIn: 2n * BigInt(leastIn) })
  await dryRun(page, walletOf(holder), 'fail')
  await letPass(site, 86_400 + 3600)
  await dryRun(page, walletOf(holder), 'pass')
  await dryRun(page, walletOf(idle), 'fail')
  await keepWallets(page, { pass: walletOf(holder), fail: walletOf(idle) })
  await approve(page)
  await fillVault(page, '0.5')
  await fundAndLaunch(page, address)
  expect(await violationsInThemes(page)).toEqual([])

  const buyer = await enter(evm(holder), 'Test Wallet')
  await buyer.page.goto(`${site.url}/quests/${quest}`)
  await earned(buyer.page)
  const seed = generatePrivateKey()
  const sender = await enter({ wallets: { solana: { seed } } }, 'Test Solana Wallet')
  await sender.page.goto(`${site.url}/quests/${quest}`, { waitUntil: 'networkidle' })
  await sendSol(String(stack.env.CAIRN_SOLANA_RPC), seed, leastSent)
  await earned(sender.page)

  await expect
    .poll(async () => {
      await page.goto(`${address}/insights`)
      return Promise.all(['start', 'complete', 'final'].map((stage) => countOf(page, stage)))
    }, patient)
    .toEqual(['2', '2', '2'])
  await expect
    .poll(
      async () => (await hook.received()).map(({ headers, body }) => (new Webhook(secret).verify(body, headers) as { type: string }).type),
      patient,
    )
    .toEqual(expect.arrayContaining(['quest.published', 'quest.completed', 'credential.final']))
  for (const { errors } of [complaints, buyer.complaints, sender.complaints]) expect(errors).toEqual([])
})
