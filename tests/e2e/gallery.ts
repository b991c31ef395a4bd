import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type BrowserOptions, launchBrowser, openContext } from './browser.ts'
import { playRaffle, untilDrawn } from './galleryDraw.ts'
import { signIn } from './journeys.ts'
import { claim, earnReward, moved, setKey, waitForBalance, withdraw } from './moneyJourneys.ts'
import { publicPages } from './pages.ts'

/**
 * Pictures of every page of a running site, to be looked at: `node tests/e2e/gallery.ts [FOLDER] [URL] [NAMES]`; with a pattern of names only those are made
 * anew. A sheet for each page: desk and phone, light and dark, English and Japanese. The member whose pages are shown has earned a CUBE, withdrawn its
 * reward and taken part in a raffle, which is shown last, when it was drawn.
 */
const [folder = 'docs/gallery', url = 'http://localhost:3000', names] = process.argv.slice(2)
const chosen = new RegExp(names ?? '')

const desk = { viewport: { width: 1280, height: 860 } }
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
type View = { options: BrowserOptions; locale: 'en' | 'ja'; wide: boolean }
const views: View[] = [
  { options: { ...desk, colorScheme: 'light' }, locale: 'en', wide: true },
  { options: { ...desk, colorScheme: 'dark' }, locale: 'ja', wide: true },
  { options: { ...phone, colorScheme: 'light' }, locale: 'ja', wide: false },
  { options: { ...phone, colorScheme: 'dark' }, locale: 'en', wide: false },
]
const memberPages = [
  ...['/', '/me', '/me/rewards', '/me/inbox', '/quests', '/quests/learn-cairn', '/quests/two-worlds', '/leaderboard'],
  ...['/studio', '/studio/rules', '/quests?state=completed', '/collections/first-stones', '/seasons/season-1'],
]
/** A page after something was done on it, by its name. */
const states: Record<string, { path: string; as: 'member' | 'stranger' | 'newcomer'; act(page: Page): Promise<unknown> }> = {
  'wallet-dialog': {
    ...{ path: '/', as: 'stranger' },
    act: (page) => page.getByRole('banner').getByRole('button').last().click(),
  },
  palette: {
    ...{ path: '/', as: 'stranger' },
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('cube')
      await page.waitForTimeout(1500)
    },
  },
  offline: { path: '/', as: 'stranger', act: (page) => page.context().setOffline(true) },
  'newcomer-me': { path: '/me', as: 'newcomer', act: async () => {} },
  'newcomer-rewards': { path: '/me/rewards', as: 'newcomer', act: async () => {} },
  'newcomer-inbox': { path: '/me/inbox', as: 'newcomer', act: async () => {} },
  'withdraw-dialog': {
    ...{ path: '/me/rewards', as: 'member' },
    act: (page) =>
      page
        .getByRole('button', { name: /^(Withdraw|引き出し)/ })
        .first()
        .click(),
  },
}

type Session = NonNullable<BrowserOptions['storageState']>
// The chains are not asked: the wallets sign and do nothing else.
const wallet = (key: `0x${string}`) => ({ evm: { key, rpc: 'http://localhost:1', chainId: 31_339 } })
const memberKey = generatePrivateKey()

/** Signs a member up; one who `earns` has a CUBE, a reward and a withdrawal. */
async function enter(browser: Browser, key: `0x${string}`, earns: boolean): Promise<Session> {
  const { context } = await openContext(browser, { ...desk, wallets: wallet(key) })
  if (earns) {
    const page = await earnReward(context, { url }, 'Test Wallet')
    await setKey(page, 'Test Wallet')
    await claim(page, 'Test Wallet')
    await waitForBalance(page, '0.01')
    await withdraw(page, '0.004')
    await moved(page, 'withdraw', 'paid').waitFor({ timeout: 240_000 })
  } else {
    const page = await context.newPage()
    await page.goto(url)
    await signIn(page, 'Test Wallet')
  }
  const session = await context.storageState()
  await context.close()
  return session
}

/** The same for every run: ids in a path say no more than what they are ids of. */
const nameOf = (path: string) =>
  path
    .replace(/0x[0-9a-f]{64}/, 'signed')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'mint')
    .replace(/inbox-\d+/, 'from-inbox')
    .replace(/\/\d+$/, '-one')
    .replace(/eip155.*/, 'first')
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '') || 'home'

type Shot = {
  name: string
  path: string
  session?: Session | undefined
  key?: `0x${string}`
  act?: ((page: Page) => Promise<unknown>) | undefined
}

/** One page in every view, on one sheet. */
async function shoot(browser: Browser, { name, path, session, key = memberKey, act }: Shot) {
  const pictures: { data: string; wide: boolean }[] = []
  for (const { options, locale, wide } of views) {
    const signedIn = session ? { storageState: session, wallets: wallet(key) } : { wallets: wallet(key) }
    const { context, complaints } = await openContext(browser, { ...options, ...signedIn, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${url}${locale === 'ja' ? '/ja' : ''}${path}`, { waitUntil: 'networkidle' })
    if (act) {
      await act(page)
      await page.waitForTimeout(700)
    }
    pictures.push({ data: (await page.screenshot({ fullPage: !act })).toString('base64'), wide })
    if (complaints.errors.length > 0 && path !== '/nowhere') console.log(`${name} ${locale}:`, complaints.errors)
    await context.close()
  }
  await saveSheet(browser, name, pictures)
}

async function saveSheet(browser: Browser, name: string, pictures: readonly { data: string; wide: boolean }[]) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 400 } })
  const images = pictures.map(({ data, wide }) => `<img width="${wide ? 490 : 180}" src="data:image/png;base64,${data}">`)
  await page.setContent(
    `<body style="margin:0;padding:12px;display:flex;gap:12px;align-items:flex-start;background:#8a8a8a">${images.join('')}</body>`,
    { waitUntil: 'load' },
  )
  writeFileSync(join(folder, `${name}.jpg`), await page.screenshot({ fullPage: true, type: 'jpeg', quality: 72 }))
  await page.close()
}

const browser = await launchBrowser()
if (!names) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const newcomerKey = generatePrivateKey()
const [member, newcomer] = [await enter(browser, memberKey, true), await enter(browser, newcomerKey, false)]
const raffle = chosen.test('quests-raffle') || chosen.test('draw') ? await enterRaffle([member, newcomer]) : null
const shots: Shot[] = (await publicPages(url)).map((path) => ({ name: nameOf(path), path }))
shots.push({ name: 'people-member', path: `/people/eip155:${privateKeyToAccount(memberKey).address.toLowerCase()}` })
for (const path of memberPages) shots.push({ name: `${nameOf(path)}-member`, path, session: member })
for (const [name, { path, as, act }] of Object.entries(states)) {
  const session = { member, newcomer, stranger: undefined }[as]
  shots.push({ name, path, act, session, key: as === 'newcomer' ? newcomerKey : memberKey })
}
if (raffle) shots.push({ name: 'quests-raffle', path: `/quests/${raffle}`, session: member })
for (const shot of shots) if (chosen.test(shot.name)) await shoot(browser, shot)
if (raffle) {
  await untilDrawn(url, raffle)
  const drawn: Shot[] = [
    { name: 'draw', path: `/quests/${raffle}/draw` },
    { name: 'draw-recomputed', path: `/quests/${raffle}/draw`, act: recompute },
  ]
  for (const shot of drawn) await shoot(browser, shot)
  shots.push(...drawn)
}
writeFileSync(join(folder, 'README.md'), contents(shots))
await browser.close()

async function enterRaffle(sessions: readonly Session[]): Promise<string> {
  const players = await Promise.all(sessions.map((storageState) => browser.newContext({ storageState })))
  const slug = await playRaffle(players, url)
  await Promise.all(players.map((player) => player.close()))
  return slug
}

async function recompute(page: Page) {
  await page.getByRole('button', { name: /^(Recompute|この)/ }).click()
  await page.waitForTimeout(3000)
}

function contents(shown: readonly Shot[]): string {
  const rows = shown.map(({ name, path, session }) => `| [${name}](${name}.jpg) | \`${path}\` | ${session ? 'signed in' : 'signed out'} |`)
  return [
    '# Every page, to be looked at',
    '',
    'Each sheet: desk, light, English; desk, dark, Japanese; phone (360 px), light, Japanese; phone, dark, English.',
    'Made anew by `node tests/e2e/gallery.ts` beside a stack that runs (`./cairn start`).',
    '',
    '| Sheet | Page | |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
