import type { Browser } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { replayFile } from '#server/quests/reverify.ts'
import { controlOAuth, serviceUser } from '#tests/support/localOAuth.ts'
import { type JoinedStack, joinStack } from '#tests/support/stack.ts'
import { violationsInThemes, violationsOf } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { cubeFileJourney } from './cubeFileJourney.ts'
import { completeForms, formsJourney, publishForms } from './formsJourney.ts'
import { evmJourney, linkJourney, type Site, signIn, solanaJourney } from './journeys.ts'
import { publicPages } from './pages.ts'
import { lost, raceJourney, won } from './raceJourney.ts'
import { siteOf } from './stackSite.ts'
import { executedScript } from './weight.ts'

let stack: JoinedStack
let browser: Browser
let site: Site

beforeAll(async () => {
  stack = joinStack(inject('stack'))
  site = await siteOf(stack)
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

const evmWallet = (key = generatePrivateKey()) => ({ key, rpc: site.appA.rpc, chainId: site.appA.chainId })

test('a member votes, answers, reads, connects an account and acts, and the evidence of it all is judged again', async () => {
  const key = generatePrivateKey()
  const { context, complaints } = await openContext(browser, { wallets: { evm: evmWallet(key) } })
  const service = inject('oauthOrigin')
  await controlOAuth(service, { user: serviceUser('octo', { starred: ['cairn/cairn'] }) })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await signIn(page, 'Test Wallet')
  await publishForms(page, site, 'take-part')
  await formsJourney(context, page, site, { slug: 'take-part', service, shoot: async () => expect(await violationsOf(page)).toEqual([]) })
  const replay = replayFile(await completeForms(page, site, key))
  expect(replay.steps.map(({ result }) => result)).toEqual(['agrees', 'agrees', 'agrees', 'agrees', 'agrees'])
  // The hash of two digits is refused, and the browser says so in its console, too.
  expect(complaints.errors.filter((text) => !text.includes('400'))).toEqual([])
  await context.close()
})

test('the file of a CUBE counts for a quest elsewhere, and what is no such file is refused by name', async () => {
  const key = generatePrivateKey()
  const { context, complaints } = await openContext(browser, { wallets: { evm: evmWallet(key) } })
  const page = await evmJourney(context, site, key)
  const text = await cubeFileJourney(page, site, {
    slug: 'from-elsewhere',
    shoot: async () => expect(await violationsOf(page)).toEqual([]),
  })
  expect(replayFile(text).steps.map(({ result }) => result)).toEqual(['agrees'])
  expect(complaints.errors.filter((line) => !line.includes('400'))).toEqual([])
  await context.close()
})

test('two members race for the last place: one gets it, the other is told', async () => {
  const opened = [
    await openContext(browser, { wallets: { evm: evmWallet() } }),
    await openContext(browser, { wallets: { evm: evmWallet() } }),
  ] as const
  const pages = [await opened[0].context.newPage(), await opened[1].context.newPage()] as const
  for (const page of pages) {
    await page.goto(`${site.url}/`)
    await signIn(page, 'Test Wallet')
  }
  await raceJourney(pages, site, 'last-place')
  const outcomes = await Promise.all(pages.map(async (page) => [await won(page).count(), await lost(page).count()].join()))
  expect(outcomes.toSorted()).toEqual(['0,1', '1,0'])
  for (const { context, complaints } of opened) {
    expect(complaints).toEqual({ errors: [], strangers: [] })
    await context.close()
  }
})

test('a Solana wallet without signIn signs the same text as a message', async () => {
  const { context, walletCalls } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey(), withoutSignIn: true } } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await signIn(page, 'Test Solana Wallet')
  expect(walletCalls).toEqual(['standard:connect', 'solana:signMessage'])
  await context.close()
})

test('a Solana wallet is linked to an account that signed in with EVM', async () => {
  const { context, complaints } = await openContext(browser, { wallets: { evm: evmWallet(), solana: { seed: generatePrivateKey() } } })
  await linkJourney(context, site)
  expect(complaints.errors).toEqual([])
  await context.close()
})

test('open pages change by themselves, also after the gateway was killed', async () => {
  const watching = await openContext(browser)
  const page = await watching.context.newPage()
  await page.goto(`${site.url}/explorer`)
  const newest = page.locator('tbody tr td').first()
  const before = (await newest.textContent()) ?? ''
  expect(before).toMatch(/^\d+$/)
  stack.kill('gateway')
  // This member's page opens while there is no gateway.
  const { context } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey() } } })
  await solanaJourney(context, site)
  await expect.poll(() => newest.textContent(), { timeout: 60_000 }).not.toBe(before)
  await context.close()
  await watching.context.close()
})

test('a refusal is not an error, and the next try works', async () => {
  const { context } = await openContext(browser, { wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await page.evaluate(() => window.cairnRefuses.push('personal_sign'))
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await page.getByRole('status').getByText('You cancelled in your wallet').waitFor()
  expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(0)
  await page.evaluate(() => window.cairnRefuses.splice(0))
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await page.getByRole('link', { name: 'Your account' }).waitFor()
  await context.close()
})

test('no wallet is asked without a click, and a session outlives a chain switch and a reload', async () => {
  const { context, walletCalls } = await openContext(browser, { wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).hover()
  await page.waitForTimeout(1500)
  expect(walletCalls.filter((call) => call !== 'eth_accounts' && call !== 'eth_chainId')).toEqual([])
  await signIn(page, 'Test Wallet')
  await page.evaluate(() => window.cairnSwitchChain(1))
  await page.reload()
  await page.getByRole('link', { name: 'Your account' }).waitFor()
  await context.close()
})

test('signing out ends the session, here and on the server', async () => {
  const { context } = await openContext(browser, { wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  const before = await context.cookies()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await context.addCookies(before)
  await page.reload()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await context.close()
})

test('hostile names and icons stay harmless', async () => {
  const name = '\u202eMeta\u200bMask<img src=x onerror=alert(1)>'
  const { context, complaints } = await openContext(browser, {
    wallets: { evm: { ...evmWallet(), name, icon: 'https://evil.example/icon.svg' } },
  })
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'MetaMask<img src=x onerror=alert' }).waitFor()
  expect(await page.getByRole('dialog').locator('img').count()).toBe(0)
  expect(complaints.strangers).toEqual([])
  await context.close()
})

/** What axe holds against every page, signed out and signed in, in one language. */
async function violationsOfAll(prefix: '' | '/ja'): Promise<string[]> {
  const { context } = await openContext(browser, { colorScheme: 'light', reducedMotion: 'reduce', wallets: { evm: evmWallet() } })
  const page = await context.newPage()
  const found: string[] = []
  const look = async (name: string) => {
    for (const violation of await violationsInThemes(page)) found.push(`${prefix}${name}, ${violation}`)
  }
  for (const path of await publicPages(site.url)) {
    await page.goto(`${site.url}${prefix}${path}`, { waitUntil: 'networkidle' })
    await look(path)
  }
  await page.goto(`${site.url}/`)
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('dialog').getByRole('button').first().waitFor()
  await look('wallet dialog')
  await page.keyboard.press('Escape')
  await signIn(page, 'Test Wallet')
  for (const path of [
    '',
    '/me',
    '/me/inbox',
    '/me/rewards',
    '/quests',
    '/quests/learn-cairn',
    '/leaderboard',
    '/studio',
    '/studio/rules',
  ]) {
    await page.goto(`${site.url}${prefix}${path}`, { waitUntil: 'networkidle' })
    await look(`${path}, signed in`)
  }
  await context.close()
  return found
}

test('axe finds nothing on any page, in both themes and languages', async () => {
  const found = await Promise.all([violationsOfAll(''), violationsOfAll('/ja')])
  expect(found.flat()).toEqual([])
}, 600_000)

test('public pages execute at most 180 KiB of script, gzipped', async () => {
  const left = await publicPages(site.url)
  const heavy: string[] = []
  const weigh = async () => {
    const { context } = await openContext(browser)
    const page = await context.newPage()
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const bytes = await executedScript(page, `${site.url}${path}`)
      if (bytes > 180 * 1024) heavy.push(`${path}: ${Math.round(bytes / 1024)} KiB`)
    }
    await context.close()
  }
  await Promise.all([weigh(), weigh()])
  expect(heavy).toEqual([])
})

test('a page of links asks for none of them until one is pointed at', async () => {
  const { context } = await openContext(browser)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('_rsc=') && asked.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/quests`, { waitUntil: 'networkidle' })
  expect(asked).toEqual([])
  await page.getByRole('main').getByRole('link', { name: 'How a CUBE becomes final' }).hover()
  await expect.poll(() => asked).toContain('/quests/learn-cairn')
  expect(new Set(asked).size).toBe(1)
  await context.close()
})

test('no page runs an inline script without the nonce, and no page may be framed', async () => {
  for (const path of await publicPages(site.url)) {
    const response = await fetch(`${site.url}${path}`)
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).toContain("frame-ancestors 'none'")
    expect(/script-src [^;]*'unsafe-inline'/.test(policy)).toBe(false)
    const scripts = [...(await response.text()).matchAll(/<script(?=[\s>])([^>]*)>/g)].map(([, attributes]) => attributes ?? '')
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([])
  }
})
