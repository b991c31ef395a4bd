import type { Browser, BrowserContext, Page } from 'playwright-core'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { type Complaints, launchBrowser, openContext } from './browser.ts'
import { publishQuest } from './formsJourney.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const patient = { timeout: 120_000 }
const both = (en: string, ja: string) => ({ en, ja })
const definition = {
  title: both('Know your stones', '石を知る'),
  summary: both('One question.', '問題は一つです。'),
  description: both('Answer it.', '答えてください。'),
  category: 'learn',
  difficulty: 1,
  minutes: 1,
  points: 10,
  expiresAfterSeconds: 0,
  order: 'any',
  steps: [
    {
      id: 'quiz',
      title: both('Answer the question', '質問に答える'),
      rule: {
        kind: 'quiz',
        params: {
          salt: 'a-long-random-secret',
          attempts: 3,
          questions: [
            {
              id: 'q1',
              text: both('What is granite?', '花崗岩とは?'),
              choices: [
                { id: 'rock', text: both('A rock', '岩石') },
                { id: 'fish', text: both('A fish', '魚') },
              ],
              answer: 'rock',
            },
          ],
        },
      },
    },
  ],
}

type Visitor = { context: BrowserContext; complaints: Complaints; page: Page; wallet: string }

async function visitor(): Promise<Visitor> {
  const key = generatePrivateKey()
  const { context, complaints } = await openContext(browser, { wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  return { context, complaints, page, wallet: privateKeyToAddress(key).toLowerCase() }
}

/** Comes from a page elsewhere by a named link, opens the quest, and answers. */
async function answer({ page }: Visitor, slug: string, choice: string) {
  await page.goto(`${site.url}/quests/${slug}?ref=launch`, { referer: 'https://news.example/post', waitUntil: 'networkidle' })
  await page.getByRole('group', { name: 'What is granite?' }).getByLabel(choice).check(patient)
  await page.getByRole('button', { name: 'Check my answers' }).click()
}

const countOf = (page: Page, stage: string) => page.locator(`[data-stage="${stage}"]`).getAttribute('data-count')

test('a project sees who came and why one failed, takes the CUBE of the other back, and the holder reads why', async () => {
  const project = await visitor()
  const slug = `granite-${Date.now().toString(36)}`
  await publishQuest(project.page, slug, definition)
  const [passing, failing] = [await visitor(), await visitor()]
  await answer(failing, slug, 'A fish')
  await failing.page
    .getByText(/0 of 1 answers right/)
    .first()
    .waitFor(patient)
  await answer(passing, slug, 'A rock')
  await passing.page.getByText('This CUBE is yours').first().waitFor(patient)

  const { page } = project
  const listed = await page.request.get(`${site.url}/api/trpc/studio.spaces.list`)
  const [space] = ((await listed.json()) as { result: { data: { slug: string }[] } }).result.data
  const place = `${site.url}/studio/${space?.slug}`
  await page.goto(`${place}/insights`)
  await page.locator(`[data-quest="${slug}"]`).getByRole('link').click()
  await page.locator('[data-funnel]').waitFor(patient)
  const insights = `${place}/quests/${slug}/insights`
  await expect
    .poll(async () => {
      await page.goto(insights)
      return Promise.all(['start', 'step:quiz', 'complete', 'final'].map((stage) => countOf(page, stage)))
    }, patient)
    .toEqual(['2', '1', '1', '1'])
  expect(await page.locator('[data-group="news.example"]').count()).toBe(1)
  expect(await violationsInThemes(page)).toEqual([])
  // Every filter has its address; a step back and forth keeps it.
  await page.getByLabel('Came from').selectOption('news.example')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/referrer=news\.example/)
  expect(await countOf(page, 'start')).toBe('2')
  await page.goto(`${insights}?wallet=solana`)
  await page.getByText('Nobody came on these days').waitFor()

  await page.goto(`${insights}/reasons`)
  const reason = page.locator('[data-step="quiz"] [data-reason="quiz.wrong"]')
  await reason.getByText('0 of 1 answers right').waitFor()
  await reason.getByText('1 member').waitFor()
  expect(await violationsInThemes(page)).toEqual([])
  await reason.getByRole('link', { name: /^Who/ }).click()
  await page.locator('[data-participant]').first().waitFor(patient)
  expect(await page.locator('[data-participant]').count()).toBe(1)

  await page.goto(`${insights}/participants?wallet=${passing.wallet}`)
  const row = page.locator('[data-participant]')
  await row.locator('[data-step="quiz"][data-verdict="pass"]').waitFor(patient)
  expect(await violationsInThemes(page)).toEqual([])
  const csv = await page.evaluate(
    async (address) => (await fetch(address)).text(),
    `/api/csv/participants?space=${space?.slug}&quest=${slug}&wallet=${passing.wallet}`,
  )
  const [header = [], ...rows] = readCsv(csv).map(({ fields }) => fields)
  const cell = (name: string) => rows[0]?.[header.indexOf(name)]
  expect(rows).toHaveLength(1)
  expect([cell('wallet'), cell('passed_steps'), cell('referrer')]).toEqual([`eip155:${passing.wallet}`, 'quiz', 'news.example'])
  expect(csv).not.toMatch(/(?:^|[,"])[=+@]/m)

  await revoke(page, row)
  await page.goto(`${insights}/revocations`)
  const taken = page.locator('[data-revocation]')
  await expect.poll(() => taken.getAttribute('data-state'), { timeout: 180_000, interval: 2000 }).toBe('final')
  expect(await violationsInThemes(page)).toEqual([])
  const index = await taken.getAttribute('data-revocation')
  // Named again by its page: it is taken back already, and nothing is asked.
  await page.getByLabel('CUBE', { exact: true }).fill(`${site.url}/explorer/credentials/${index}`)
  await page.getByRole('button', { name: 'Look it up' }).click()
  await page.getByText('This CUBE is taken back already.').waitFor(patient)
  await page.getByLabel('CUBE', { exact: true }).fill('the third one')
  await page.getByRole('button', { name: 'Look it up' }).click()
  await page.getByText('This names no CUBE.').waitFor(patient)

  const stranger = await openContext(browser)
  const seen = await stranger.context.newPage()
  await seen.goto(`${site.url}/explorer/credentials/${index}`)
  await seen.getByText('One person with several accounts').waitFor(patient)
  expect(await seen.getByText('Two of your accounts').count()).toBe(0)
  expect(await violationsInThemes(seen)).toEqual([])
  await passing.page.goto(`${site.url}/explorer/credentials/${index}`)
  await passing.page.getByText('Two of your accounts').waitFor(patient)
  for (const { complaints } of [project, failing, passing, stranger])
    expect(complaints.errors.filter((text) => !/40[049]/.test(text))).toEqual([])
  for (const { context } of [project, failing, passing, stranger]) await context.close()
}, 600_000)

/** Takes the credential of the only row back, and shows that an answer without words is not sent. */
async function revoke(page: Page, row: ReturnType<Page['locator']>) {
  await row.getByRole('button', { name: /^Revoke/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('A reward that was not claimed goes back').waitFor(patient)
  expect(await dialog.getByRole('button', { name: 'Take it back' }).isDisabled()).toBe(true)
  await dialog.getByLabel('One person with several accounts').check()
  await dialog.getByLabel('Your words to the holder').fill('Two of your accounts did the same within a second.')
  expect(await violationsInThemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await dialog.locator('[data-revoke="asked"]').waitFor(patient)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await row.getByText(/Being revoked|Revoked/).waitFor(patient)
}
