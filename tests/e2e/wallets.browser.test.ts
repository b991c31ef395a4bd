import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsOf } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { allowedWalletCalls, type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'
import { announceJourney, mergeJourney, switchJourney, theftJourney } from './walletJourneys.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const evm = () => ({ key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId })
const solana = () => ({ seed: generatePrivateKey() })
const accessible = async (page: Page) => expect(await violationsOf(page)).toEqual([])

test('a switch of accounts in the wallet keeps the session and says whose it is', async () => {
  const { context, complaints, walletCalls } = await openContext(browser, { wallets: { evm: evm() } })
  const other = generatePrivateKey()
  const page = await switchJourney(context, site, { other, look: accessible })
  expect(complaints.errors).toEqual([])
  expect(walletCalls.filter((call) => !allowedWalletCalls.includes(call))).toEqual([])
  // What it offers: the other account signs in for itself.
  await context.clearCookies()
  await page.goto(`${site.url}/me`)
  await page.evaluate((key) => window.cairnSwitchAccount(key), other)
  await signIn(page, 'Test Wallet')
  await page.getByRole('region', { name: 'Wallets' }).getByTitle(privateKeyToAddress(other).toLowerCase()).waitFor()
  await context.close()
})

test('the removal of a wallet is announced, seen on every page, and objected to; a stolen one is dealt with step by step', async () => {
  const { context, complaints, walletCalls } = await openContext(browser, { wallets: { evm: evm(), solana: solana() } })
  const page = await announceJourney(context, site, accessible)
  await theftJourney(page, accessible)
  await accessible(page)
  expect(complaints).toEqual({ errors: [], strangers: [] })
  expect(walletCalls.filter((call) => !allowedWalletCalls.includes(call))).toEqual([])
  await context.close()
})

test('a second account is brought into the first', async () => {
  const { context, complaints } = await openContext(browser, { wallets: { evm: evm(), solana: solana() } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await signIn(page, 'Test Solana Wallet')
  await mergeJourney(page, accessible)
  expect(complaints.errors).toEqual([])
  await context.close()
})

test('an open page learns at once that its session was ended elsewhere', async () => {
  const seed = generatePrivateKey()
  const [here, there] = [
    await openContext(browser, { wallets: { solana: { seed } } }),
    await openContext(browser, { wallets: { solana: { seed } } }),
  ]
  const [mine, other] = [await here.context.newPage(), await there.context.newPage()]
  for (const page of [mine, other]) {
    await page.goto(`${site.url}/me`)
    await signIn(page, 'Test Solana Wallet')
  }
  await mine.reload()
  await mine.getByRole('button', { name: 'Sign out everywhere' }).click()
  for (const page of [mine, other]) await page.getByRole('heading', { name: 'You are signed out' }).waitFor({ timeout: 20_000 })
  // The head of the page asks for news when the session ends: that is no error.
  for (const { complaints } of [here, there]) expect(complaints.errors).toEqual([])
  for (const { context } of [here, there]) await context.close()
})
