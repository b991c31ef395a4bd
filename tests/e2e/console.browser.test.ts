import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type JoinedStack, joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser } from './browser.ts'
import type { Site } from './journeys.ts'
import { member, spaceWithQuest, type Who } from './peopleWorld.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
let stack: JoinedStack
beforeAll(async () => {
  stack = joinStack(inject('stack'))
  site = await siteOf(stack)
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const patient = { timeout: 90_000 }
const unasked = ({ complaints }: Who) => complaints.errors.filter((text) => !/status of (400|403|404|409|422|429)/.test(text))

async function lookingAfter(role: 'admin' | 'moderator'): Promise<Who> {
  const who = await member(browser, site)
  const { code, stderr } = await stack.cairn('role', who.wallet, role)
  if (code !== 0) throw new Error(stderr)
  return who
}
const found = async (page: Page, words: string) => {
  await page.goto(`${site.url}/search?q=${encodeURIComponent(words)}`)
  return page.getByRole('main').getByRole('link').allTextContents()
}
const listed = async (page: Page, words: string) => {
  await page.goto(`${site.url}/quests?q=${encodeURIComponent(words)}`)
  return page.locator('section[aria-labelledby="list"] h3').allTextContents()
}

test('a fake space is reported, delisted for a public reason and gone from every list; what was earned stays; its owner is heard', async () => {
  const mark = Date.now().toString(36)
  const [faker, moderator, admin, reporter, winner] = [
    await member(browser, site),
    await lookingAfter('moderator'),
    await lookingAfter('admin'),
    await member(browser, site),
    await member(browser, site),
  ]
  const title = { en: `Uniswap airdrop ${mark}`, ja: `Uniswap エアドロップ ${mark}` }
  const { space, quest } = await spaceWithQuest(faker, { slug: `uniswap-${mark}`, name: `Uniswap ${mark}`, title })

  // Somebody earns a CUBE there while it is listed.
  await winner.page.goto(`${site.url}/quests/${quest}`, { waitUntil: 'networkidle' })
  await winner.page.getByLabel('A garden').check(patient)
  await winner.page.getByRole('button', { name: 'Vote' }).click()
  await winner.page.getByText('This CUBE is yours').waitFor({ timeout: 180_000 })
  const cube = await winner.page.getByRole('link', { name: 'See the credential' }).getAttribute('href')
  expect(await found(reporter.page, mark)).not.toEqual([])
  expect(await listed(reporter.page, mark)).toEqual([title.en])

  // A member reports the space; nothing is sent before a reason and words are there.
  const { page: its } = reporter
  await its.goto(`${site.url}/spaces/${space}`)
  await its.getByRole('button', { name: 'Report this space' }).click()
  await its.getByRole('button', { name: 'Send the report' }).click()
  await its.getByText('Choose one of these.').waitFor()
  await its.getByLabel('It pretends to be somebody else').check()
  await its.getByRole('button', { name: 'Send the report' }).click()
  await its.getByText('Say in a few words').waitFor()
  await its.getByLabel('What happened?').fill('This is not Uniswap.')
  expect(await violationsInThemes(its)).toEqual([])
  await its.getByRole('button', { name: 'Send the report' }).click()
  await its.getByRole('heading', { name: 'Thank you' }).waitFor()
  await its.getByRole('button', { name: 'Done' }).click()
  await its.getByRole('button', { name: 'Report this space' }).click()
  await its.getByLabel('Something else').check()
  await its.getByLabel('What happened?').fill('Once more.')
  await its.getByRole('button', { name: 'Send the report' }).click()
  await its.getByText('You have reported this already').waitFor()
  expect(await its.getByLabel('What happened?').inputValue()).toBe('Once more.')

  // A member without a role finds no console.
  expect((await its.goto(`${site.url}/console`))?.status()).toBe(404)

  // A moderator takes the case and delists the space.
  const { page: desk } = moderator
  await desk.goto(`${site.url}/`)
  await desk.getByRole('contentinfo').getByRole('link', { name: 'Console' }).click()
  await desk.waitForURL(/\/console$/)
  await desk.goto(`${site.url}/console?kind=report`)
  expect(await violationsInThemes(desk)).toEqual([])
  await desk.locator(`[data-case="report"][data-space="${space}"]`).getByRole('link').click()
  await desk.getByText('This is not Uniswap.').waitFor()
  await desk.getByRole('button', { name: 'Take the case' }).click()
  await desk.getByLabel('Uphold and delist the space').check()
  await desk.getByLabel('Note for the log').fill('No relation to Uniswap.')
  await desk.getByRole('button', { name: 'Resolve' }).click()
  await desk.getByText('Write it in both languages').first().waitFor()
  await desk.getByLabel('Public reason, in English').fill('It is not Uniswap.')
  await desk.getByLabel('Public reason, in Japanese').fill('Uniswap ではありません。')
  expect(await violationsInThemes(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Resolve' }).click()
  await desk.getByRole('heading', { name: 'Resolved: Upheld' }).waitFor()

  // Gone from search and lists; its pages say why, in both languages.
  expect(await found(its, mark)).toEqual([])
  expect(await listed(its, mark)).toEqual(['Nothing matches'])
  for (const path of [`/spaces/${space}`, `/quests/${quest}`]) {
    await its.goto(`${site.url}${path}`)
    await its.getByText('It is not Uniswap.').waitFor()
    expect(await violationsInThemes(its)).toEqual([])
    await its.goto(`${site.url}/ja${path}`)
    await its.getByText('Uniswap ではありません。').waitFor()
  }

  // What was earned is there as before, and verifies.
  await winner.page.goto(`${site.url}${cube}`)
  await winner.page.getByRole('button', { name: 'Verify in this browser' }).click(patient)
  await winner.page.locator('[data-verified="true"]').waitFor(patient)

  // The owner is told, reads why, and appeals; the admin answers.
  const { page: theirs } = faker
  await theirs.goto(`${site.url}/me/inbox`)
  await theirs.locator('[data-notice="space.delisted"]').getByText('was delisted').click()
  await theirs.waitForURL(/\/settings$/)
  await theirs.getByText('It is not Uniswap.').waitFor()
  await theirs.getByRole('button', { name: 'Appeal' }).click()
  await theirs.getByLabel('Why should this end?').fill('The name is a tribute.')
  expect(await violationsInThemes(theirs)).toEqual([])
  await theirs.getByRole('button', { name: 'Send the appeal' }).click()
  await theirs.getByText('It waits for an answer').waitFor()
  const { page: chair } = admin
  await chair.goto(`${site.url}/console?kind=appeal`)
  await chair.locator(`[data-case="appeal"][data-space="${space}"]`).getByRole('link').click()
  await chair.getByText('The name is a tribute.').waitFor()
  await chair.getByRole('button', { name: 'Take the case' }).click()
  await chair.getByLabel('It stays delisted').check()
  await chair.getByLabel('Answer to the owner').fill('A tribute says that it is one.')
  await chair.getByRole('button', { name: 'Resolve' }).click()
  await chair.getByRole('heading', { name: 'Resolved: Dismissed' }).waitFor()
  await theirs.reload()
  await theirs.getByText('A tribute says that it is one.').waitFor()
  await chair.goto(`${site.url}/console/log`)
  for (const action of ['case.resolved', 'case.taken', 'space.delisted']) await chair.locator(`[data-action="${action}"]`).first().waitFor()
  expect(await violationsInThemes(chair)).toEqual([])

  expect([faker, moderator, admin, reporter, winner].flatMap(unasked)).toEqual([])
  await Promise.all([faker, moderator, admin, reporter, winner].map((who) => who.close()))
})

test('the home page is ordered by buttons, spaces are found with their marks, and the chains are seen', async () => {
  const mark = Date.now().toString(36)
  const [admin, maker] = [await lookingAfter('admin'), await member(browser, site)]
  const { page } = admin
  const made = []
  for (const name of ['Gneiss', 'Schist'])
    made.push(
      await spaceWithQuest(maker, { slug: `${name.toLowerCase()}-${mark}`, name: `${name} ${mark}`, title: { en: name, ja: name } }),
    )
  const [one, two] = made.map(({ quest }) => quest)
  // A span of its own in every run: three at any time is the most.
  const far = 30 + (Math.floor(Date.now() / 1000) % 3000)
  const day = (after: number) => new Date(Date.now() + (far + after) * 86_400_000).toISOString().slice(0, 16)
  await page.goto(`${site.url}/console/features`)
  await page.getByLabel('Quest', { exact: true }).fill('nothing-here')
  await page.getByLabel('From').fill(day(1))
  await page.getByLabel('Until').fill(day(0))
  await page.getByRole('button', { name: 'Put it in front' }).click()
  await page.getByText('Later than now and than the beginning').waitFor()
  await page.getByLabel('Until').fill(day(2))
  await page.getByRole('button', { name: 'Put it in front' }).click()
  await page.getByText('There is no such quest.').waitFor()
  for (const quest of [one, two]) {
    await page.getByLabel('Quest', { exact: true }).fill(`${site.url}/quests/${quest}`)
    await page.getByRole('button', { name: 'Put it in front' }).click()
    await page.locator(`[data-feature="${quest}"]`).waitFor()
  }
  const order = () =>
    page
      .locator('[data-feature]')
      .evaluateAll(
        (rows, ours) => rows.map((row) => row.getAttribute('data-feature')).filter((slug) => ours.includes(slug)),
        [one ?? null, two ?? null],
      )
  expect(await order()).toEqual([one, two])
  const kept = page.waitForResponse((response) => response.url().includes('platform.orderFeatures'))
  await page.getByRole('button', { name: `Move ${two} up` }).click()
  await expect.poll(order, { timeout: 20_000 }).toEqual([two, one])
  await kept
  await page.reload()
  await expect.poll(order, { timeout: 20_000 }).toEqual([two, one])
  // A drag that comes before the page's script moves nothing.
  const rowOf = (quest = '') => page.locator(`[data-feature="${quest}"]`)
  await expect
    .poll(
      async () => {
        if ((await order())[0] !== one) await rowOf(one).dragTo(rowOf(two))
        return order()
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toEqual([one, two])
  expect(await violationsInThemes(page)).toEqual([])
  for (const quest of [one, two]) {
    await page.getByRole('button', { name: `End ${quest} now` }).click()
    await page.locator(`[data-feature="${quest}"]`).waitFor({ state: 'detached' })
  }

  await page.goto(`${site.url}/console/spaces`)
  await page.getByLabel('Name or address').fill(`gneiss-${mark}`)
  await page.getByRole('button', { name: 'Search' }).last().click()
  await page.waitForURL(/q=gneiss/)
  const card = page.locator(`[data-space="gneiss-${mark}"]`)
  await card.getByText('Reasons of the mark').click()
  await card.getByText('No domain is proven').waitFor()
  expect(await page.getByRole('main').locator('[data-space]').count()).toBe(1)
  await card.getByRole('button', { name: 'Delist' }).click()
  await page.getByLabel('Public reason, in English').fill('A test.')
  await page.getByLabel('Public reason, in Japanese').fill('試験です。')
  await page.getByRole('dialog').getByRole('button', { name: 'Delist', exact: true }).click()
  await card.getByText('Delisted').waitFor()
  await card.getByRole('button', { name: 'List again' }).click()
  await page.getByLabel('Note for the log').fill('The test is over.')
  await page.getByRole('dialog').getByRole('button', { name: 'List again', exact: true }).click()
  await card.getByText('Delisted').waitFor({ state: 'detached' })
  expect(await violationsInThemes(page)).toEqual([])

  await page.goto(`${site.url}/console/health`)
  await page.getByRole('heading', { name: 'Quests that wait for a chain' }).waitFor()
  expect(await violationsInThemes(page)).toEqual([])
  expect([admin, maker].flatMap(unasked)).toEqual([])
  await Promise.all([admin.close(), maker.close()])
})
