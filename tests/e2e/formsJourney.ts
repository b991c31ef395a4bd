import type { BrowserContext, Page } from 'playwright-core'
import type { Hex } from 'viem'
import { expect } from 'vitest'
import { type Site, wrapEther } from './journeys.ts'

const both = (en: string, ja: string) => ({ en, ja })
const host = 'https://example.org/'

/** One step for each thing that a member can do on a quest's own page. */
const definition = ({ appA }: Site) => ({
  title: both('Take part', '参加する'),
  summary: both('A vote, a few questions, a page to read and an account.', '投票、アンケート、ページの閲覧、アカウントの連携。'),
  description: both('Each step is done on this page.', 'どのステップもこのページで完了できます。'),
  category: 'social',
  difficulty: 1,
  minutes: 5,
  points: 10,
  expiresAfterSeconds: 0,
  order: 'any',
  steps: [
    {
      id: 'vote',
      title: both('Vote on what comes next', '次に作るものに投票する'),
      rule: {
        kind: 'poll',
        params: {
          question: both('What shall we build?', '何を作りましょうか?'),
          choices: [
            { id: 'bridge', text: both('A bridge', 'ブリッジ') },
            { id: 'garden', text: both('A garden', '庭') },
            { id: 'library', text: both('A library', '図書館') },
          ],
          most: 2,
        },
      },
    },
    {
      id: 'tell',
      title: both('Tell us about yourself', 'あなたについて教えてください'),
      rule: {
        kind: 'survey',
        params: {
          questions: [
            { id: 'why', type: 'text', text: both('Why are you here?', 'ここに来た理由は?'), minLength: 5 },
            {
              id: 'years',
              type: 'number',
              text: both('How many years on chain?', 'オンチェーン歴は何年ですか?'),
              min: 0,
              max: 20,
              optional: true,
            },
            {
              id: 'role',
              type: 'choice',
              text: both('What do you do?', '普段は何をしていますか?'),
              choices: [
                { id: 'build', text: both('I build', '開発') },
                { id: 'use', text: both('I use', '利用') },
              ],
            },
          ],
        },
      },
    },
    { id: 'read', title: both('Read the page', 'ページを読む'), rule: { kind: 'visit', params: { url: host, dwellSeconds: 1 } } },
    {
      id: 'star',
      title: both('Star the project', 'スターを付ける'),
      rule: { kind: 'oauth', params: { provider: 'github', fact: 'starred', args: { repo: 'cairn/cairn' } } },
    },
    {
      id: 'wrap',
      title: both('Wrap any ether', 'ETH をラップする'),
      rule: {
        kind: 'evm.transaction',
        chain: `eip155:${appA.chainId}`,
        finality: 'latest',
        params: { to: [appA.weth.toLowerCase()], function: 'function deposit() payable', action: both('wrapped', 'ラップ') },
      },
    },
  ],
})

/** Makes the quest as the member whose page this is, and waits until it is open. */
export const publishForms = (page: Page, site: Site, slug: string) => publishQuest(page, slug, definition(site))

/** Makes a quest as the member whose page this is, and waits until it is open. */
export async function publishQuest(page: Page, slug: string, definition: object, supply = 100) {
  const now = Date.now()
  const call = (path: string, input: unknown) =>
    page.evaluate(
      async ([path, input]) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }
        const response = await fetch(`/api/trpc/${path}`, init)
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      },
      [path, input] as const,
    )
  const times = { opensAt: new Date(now - 3_600_000).toISOString(), closesAt: new Date(now + 86_400_000).toISOString() }
  await call('quests.create', { slug, definition, supply, ...times })
  await call('quests.publish', { slug })
  const input = encodeURIComponent(JSON.stringify({ slug }))
  const status = async () => {
    const answer = await page.request.get(new URL(`/api/trpc/quests.bySlug?input=${input}`, page.url()).href)
    return ((await answer.json()) as { result: { data: { status: string } } }).result.data.status
  }
  for (let tries = 0; tries < 90 && (await status()) !== 'live'; tries++) await page.waitForTimeout(1000)
}

/** Opens the page of a quest and votes before any of the site's script has come. */
async function earlyVote(page: Page, url: string) {
  const { promise: voted, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await voted
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByLabel('A garden').check({ timeout: 90_000 })
  release()
}

/** Notes from now on when the page's heading is out of sight: a page that is open is not taken away to load a part of it. */
async function watchHeading(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { blinks: 0 }
    Object.assign(window, { cairnSeen: seen })
    const look = () => {
      if (![...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility())) seen.blinks++
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
  })
  return () => page.evaluate(() => (window as unknown as { cairnSeen: { blinks: number } }).cairnSeen.blinks)
}

/** Does every step by hand. `shoot` is called whenever the page is worth a look. */
export async function formsJourney(
  context: BrowserContext,
  page: Page,
  site: Site,
  options: { slug: string; service: string; shoot?: (name: string) => Promise<void> },
) {
  const { slug, service, shoot = async () => {} } = options
  const patient = { timeout: 90_000 }
  await context.route(`${host}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Page</title>' }))
  // Who is signed in at the stand-in for GitHub, and that they say yes.
  await context.route(`${service}/**`, (route, request) =>
    route.continue({ headers: { ...request.headers(), 'x-user': 'octo', 'x-consent': 'yes' } }),
  )
  await earlyVote(page, `${site.url}/quests/${slug}`)
  const blinks = await watchHeading(page)
  await page.getByRole('link', { name: 'Open example.org' }).waitFor(patient)
  await shoot('open')

  await page.getByRole('button', { name: 'Vote' }).click()
  await page.getByText('your vote').waitFor(patient)

  await page.getByLabel('Why are you here?').fill('To look around')
  await page.getByLabel('How many years on chain?').fill('3')
  await page.getByLabel('I build').check()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: /Tell us about yourself ?: Passed/ }).waitFor(patient)

  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Open example.org' }).click()
  const opened = await opening
  await opened.waitForURL(`${host}**`)
  await opened.close()
  await page.bringToFront()
  // A tab of a headless browser is always visible: what a return would set off is set off here.
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await look()
  await page.waitForTimeout(1500)
  await look()
  await page.getByRole('heading', { name: /Read the page ?: Passed/ }).waitFor(patient)

  expect(await blinks()).toBe(0)
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await page.waitForURL(`${site.url}/quests/${slug}**`)
  await page.getByRole('heading', { name: /Star the project ?: Passed/ }).waitFor(patient)
  await page.getByText('Did your transaction not count? See why').last().click()
  await page.getByLabel('Transaction hash or signature').fill('0x12')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('alert').waitFor(patient)
  await shoot('half')
}

/** Wraps ether, which completes the quest, and saves its evidence; answers the file's text. */
export async function completeForms(page: Page, site: Site, key: Hex): Promise<string> {
  await page.getByRole('button', { name: 'Get test coins' }).click()
  await wrapEther(site, key)
  await page.getByText('Earned. It is settling now').or(page.getByText('This CUBE is yours')).first().waitFor({ timeout: 90_000 })
  const { name, text } = await downloaded(page, () => page.getByRole('button', { name: 'Save the evidence' }).click())
  expect(name).toMatch(/^cairn-[a-z0-9-]+-evidence\.json$/)
  return text
}

/** The file that the browser saves when this is done. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await act()
  const download = await downloading
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
}
