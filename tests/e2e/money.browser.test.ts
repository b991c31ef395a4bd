import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { type Hex, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type JoinedStack, joinStack } from '#tests/support/stack.ts'
import { violationsInThemes, violationsOf } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { allowedWalletCalls, type Site, signIn } from './journeys.ts'
import { claim, coinsOf, deposit, earnReward, markPage, moved, setKey, waitForBalance, wasReloaded, withdraw } from './moneyJourneys.ts'
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
const evmWallet = (key: Hex = generatePrivateKey()) => ({
  ...{ key, rpc: site.appA.rpc, chainId: site.appA.chainId },
  chains: { [site.l2.chainId]: site.l2.rpc },
})

/** What axe holds against the page in both themes and languages. */
async function violationsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const prefix of ['', '/ja']) {
    await page.goto(`${site.url}${prefix}/me/rewards`, { waitUntil: 'networkidle' })
    for (const violation of await violationsInThemes(page)) found.push(`${prefix}: ${violation}`)
  }
  return found
}

test('an EVM member deposits, claims, withdraws and sees "paid", without a reload', async () => {
  const key = generatePrivateKey()
  const { context, complaints, walletCalls } = await openContext(browser, { wallets: { evm: evmWallet(key) } })
  const page = await earnReward(context, site, 'Test Wallet')
  expect(await violationsEverywhere(page)).toEqual([])
  await page.goto(`${site.url}/me/rewards`)
  await page.getByRole('button', { name: 'Get test coins' }).click()
  await page.getByText('Test coins are on their way').waitFor(patient)
  await markPage(page)

  await setKey(page, 'Test Wallet')
  await deposit(page, '1.5', 'Test Wallet')
  await claim(page, 'Test Wallet')
  await moved(page, 'claim', 'final').waitFor(patient)
  await waitForBalance(page, '1.51')
  await deposit(page, '25.5', 'Test Wallet', 'tUSD')
  await waitForBalance(page, '25.5', 1)
  const { address } = privateKeyToAccount(key)
  const before = await coinsOf(site, address)
  await withdraw(page, '0.75')
  await moved(page, 'withdraw', 'accepted')
    .or(moved(page, 'withdraw', 'batched'))
    .first()
    .waitFor(patient)
  await moved(page, 'withdraw', 'paid').waitFor(patient)
  expect((await coinsOf(site, address)) - before).toBe(parseEther('0.75'))
  expect(await wasReloaded(page)).toBe(false)

  expect(walletCalls.filter((call) => !allowedWalletCalls.includes(call))).toEqual([])
  // Two for the key, one for the slot, one for the token; the key stayed unlocked for all the rest.
  expect(walletCalls.filter((call) => call === 'eth_signTypedData_v4')).toHaveLength(4)
  expect(walletCalls.filter((call) => call === 'eth_sendTransaction')).toHaveLength(2)
  expect(complaints).toEqual({ errors: [], strangers: [] })

  // What is there survives the tab; the key does not.
  await page.reload()
  await moved(page, 'withdraw', 'paid').waitFor(patient)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('dialog').getByText('Unlock your spend key').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await violationsEverywhere(page)).toEqual([])
  await context.close()
}, 900_000)

test('a Solana member sets a key by relay, claims, and withdraws to an L2 address', async () => {
  const { context, complaints, walletCalls } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey() } } })
  const page = await earnReward(context, site, 'Test Solana Wallet')
  await setKey(page, 'Test Solana Wallet')
  await claim(page, 'Test Solana Wallet')
  await waitForBalance(page, '0.01')

  await page.getByRole('button', { name: 'Withdraw' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Only enter an address whose key you hold').waitFor()
  const says = async (amount: string, address: string, words: string) => {
    await dialog.getByLabel('Amount').fill(amount)
    await dialog.getByLabel(/^Address on/).fill(address)
    await dialog.getByRole('button', { name: /^Withdraw/ }).click()
    await dialog.getByText(words).waitFor()
  }
  const { address } = privateKeyToAccount(generatePrivateKey())
  await says('', address, 'Enter an amount.')
  await says('0.02', address, 'More than the 0.01 ETH that you have available.')
  await says('1e3', address, 'Digits only')
  await says('0.0000000000000000001', address, 'at most 18 digits')
  await says('0.004', '', 'Enter an address.')
  await says('0.004', '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV', 'An address is 0x and 40')
  await says('0.004', `0x${'0'.repeat(40)}`, 'Nobody has the zero address.')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')

  await withdraw(page, '0.004', address)
  await moved(page, 'withdraw', 'paid').waitFor(patient)
  expect(await coinsOf(site, address)).toBe(parseEther('0.004'))
  expect(walletCalls.filter((call) => !allowedWalletCalls.includes(call))).toEqual([])
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
}, 900_000)

test('a wallet that signs differently each time gets a key by chance, kept in a file', async () => {
  const { context, complaints } = await openContext(browser, { wallets: { evm: { ...evmWallet(), fickle: true } } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me/rewards`)
  await signIn(page, 'Test Wallet')
  await page.getByRole('button', { name: 'Get test coins' }).click()
  await page.getByText('Test coins are on their way').waitFor(patient)
  await page.getByRole('button', { name: 'Set up your spend key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Test Wallet' }).click(patient)
  await dialog.getByText('a key is made by chance').waitFor(patient)
  await dialog.getByLabel(/^Passphrase/).fill('short')
  await dialog.getByRole('button', { name: 'Save the backup file' }).click()
  await dialog.getByText('At least 12 characters.').waitFor()
  await dialog.getByLabel(/^Passphrase/).fill('a heap of stones')
  await dialog.getByLabel('The same passphrase again').fill('a heap of stones')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the backup file' }).click(),
  ])
  await dialog.getByRole('button', { name: 'Send the transaction myself' }).click(patient)
  await dialog.waitFor({ state: 'hidden', ...patient })
  await page.locator('[data-key-state="set"]').waitFor(patient)
  await deposit(page, '0.25', 'Test Wallet')
  await waitForBalance(page, '0.25')

  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByRole('button', { name: 'Use a backup file' }).click()
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: await readFile(await download.path()) }
  await dialog.getByLabel('Backup file').setInputFiles(file)
  await dialog.getByLabel('Passphrase').fill('another heap')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await dialog.getByText('The passphrase does not open this file.').waitFor(patient)
  await dialog.getByLabel('Passphrase').fill('a heap of stones')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  // To another member, by its number in the slot: the platform's account is the first.
  await dialog.getByLabel('To', { exact: true }).fill('nobody-of-this-name')
  await dialog.getByLabel('Amount').fill('0.1')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByText('Nobody with this name').waitFor(patient)
  await dialog.getByLabel('To', { exact: true }).fill('cairn')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByText('Goes to cairn').waitFor(patient)
  await dialog.getByRole('button', { name: 'Send 0.1 ETH' }).click()
  await dialog.waitFor({ state: 'hidden', ...patient })
  await waitForBalance(page, '0.15')
  // The one name that nobody has is a 404, which browsers note.
  expect(complaints).toEqual({ errors: [expect.stringContaining('404')], strangers: [] })
  await context.close()
}, 900_000)

test('money code is fetched by intent on its page, and by no other page', async () => {
  const { context } = await openContext(browser, { wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url())
  })
  for (const path of ['/', '/quests', '/quests/learn-cairn', '/explorer', '/me/rewards'])
    await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
  const withMoney: string[] = []
  for (const script of scripts) {
    const text = await (await fetch(script)).text()
    if (text.includes('cairn_sendTransaction') || text.includes('Cairn spend key')) withMoney.push(script)
  }
  expect(scripts.size).toBeGreaterThan(5)
  expect(withMoney).toEqual([])
  await context.close()
})

test('a refusal in the wallet is calm, and the next try works', async () => {
  const { context } = await openContext(browser, { wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me/rewards`)
  await signIn(page, 'Test Wallet')
  await page.getByRole('button', { name: 'Set up your spend key' }).click()
  const dialog = page.getByRole('dialog')
  await page.evaluate(() => window.cairnRefuses.push('eth_signTypedData_v4'))
  await dialog.getByRole('button', { name: 'Test Wallet' }).click(patient)
  await dialog.getByRole('status').getByText('You cancelled in your wallet').waitFor()
  expect(await dialog.getByRole('alert').count()).toBe(0)
  await page.evaluate(() => window.cairnRefuses.splice(0))
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.getByRole('button', { name: 'Sign and set the key' }).waitFor()
  await context.close()
}, 300_000)
