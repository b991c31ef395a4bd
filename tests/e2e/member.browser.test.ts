import type { Browser, Page } from 'playwright-core'
import { parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type JoinedStack, joinStack } from '#tests/support/stack.ts'
import { type BrowserOptions, launchBrowser, openContext } from './browser.ts'
import { allowedWalletCalls, answerQuiz, type Site, signIn } from './journeys.ts'
import { claim, coinsOf, moved, setKey, waitForBalance, withdraw } from './moneyJourneys.ts'
import { siteOf } from './stackSite.ts'

let stack: JoinedStack
let browser: Browser
let site: Site
beforeAll(async () => {
  stack = joinStack(inject('stack'))
  site = await siteOf(stack)
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const patient = { timeout: 240_000 }
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const evm = () => ({ evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } })
const solana = () => ({ solana: { seed: generatePrivateKey() } })

/** From the landing page to the CUBE, its card and the coins on L2, by nothing but what a member can click. `acted`: all is handed in. */
async function memberJourney(page: Page, wallet: string, acted: () => void) {
  await page.goto(`${site.url}/`)
  await page.getByRole('link', { name: 'Find a quest' }).first().click()
  await page.getByRole('link', { name: 'How a CUBE becomes final' }).first().click()
  await page.waitForURL(/\/quests\/learn-cairn$/)
  await signIn(page, wallet)
  await answerQuiz(page, acted)

  await page.getByRole('link', { name: 'See the credential' }).click()
  await page.waitForURL(/\/explorer\/credentials\/\d+$/)
  await page.getByRole('button', { name: 'Share', exact: true }).waitFor(patient)
  const card = await fetch((await page.locator('meta[property="og:image"]').first().getAttribute('content')) ?? '')
  expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png'])

  await page.getByRole('banner').getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Rewards' }).first().click()
  await page.getByRole('heading', { name: 'Rewards', level: 1 }).waitFor(patient)
  await setKey(page, wallet)
  await claim(page, wallet)
  await waitForBalance(page, '0.01')
  const { address } = privateKeyToAccount(generatePrivateKey())
  await withdraw(page, '0.004', address)
  await moved(page, 'withdraw', 'paid').waitFor(patient)
  expect(await coinsOf(site, address)).toBe(parseEther('0.004'))
}

test('new members go from landing to a final CUBE, a card and a withdrawal, on desks and phones, while the sequencer is killed once', async () => {
  const members: [string, BrowserOptions][] = [
    ['Test Wallet', { wallets: evm() }],
    ['Test Wallet', { ...phone, wallets: evm() }],
    ['Test Solana Wallet', { wallets: solana() }],
    ['Test Solana Wallet', { ...phone, wallets: solana() }],
  ]
  let acting = members.length
  // With everything handed in and nothing final yet, the sequencer dies; the stack starts it again.
  const acted = () => {
    if (--acting === 0) stack.kill('sequencer')
  }
  await Promise.all(
    members.map(async ([wallet, options]) => {
      const { context, complaints, walletCalls } = await openContext(browser, options)
      await memberJourney(await context.newPage(), wallet, acted)
      expect(walletCalls.filter((call) => !allowedWalletCalls.includes(call))).toEqual([])
      expect(complaints).toEqual({ errors: [], strangers: [] })
      await context.close()
    }),
  )
  expect(acting).toBe(0)
}, 900_000)
