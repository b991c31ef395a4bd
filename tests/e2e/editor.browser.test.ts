import type { Browser, BrowserContext, Page } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { type Complaints, launchBrowser, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const patient = { timeout: 60_000 }
let spaces = 0

/** A member with a space of their own and an empty draft in it, on the draft's page. */
async function openDraft(slug: string): Promise<{ context: BrowserContext; complaints: Complaints; page: Page; address: string }> {
  const wallets = { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const { context, complaints } = await openContext(browser, { wallets, timezoneId: 'Asia/Tokyo' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  const space = `editor-${Date.now().toString(36)}-${spaces++}`
  await call(context, 'studio.spaces.make', { slug: space, name: 'Granite Finance' })
  await call(context, 'studio.quests.make', { space, slug })
  const address = `${site.url}/studio/${space}/quests/${slug}`
  await page.goto(address, patient)
  await ready(page)
  return { context, complaints, page, address }
}

async function call(context: BrowserContext, procedure: string, input: unknown) {
  const answer = await context.request.post(`${site.url}/api/trpc/${procedure}`, { data: input, headers: { origin: site.url } })
  expect(answer.status(), await answer.text()).toBe(200)
}

const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor(patient)
/** The page runs: the member's own time zone is what only the browser knows. */
async function ready(page: Page) {
  await page.getByText('Asia/Tokyo').first().waitFor(patient)
  await saved(page)
}
const says = (page: Page, is: string) => page.locator(`[data-saving="${is}"]`).waitFor(patient)
const words = (page: Page) => page.getByRole('region', { name: 'Words' })
const title = (page: Page, language: string) => words(page).getByRole('textbox', { name: `Title, ${language}`, exact: true })
const step = (page: Page, number: number) => page.locator('[data-step]').nth(number - 1)
const titles = (page: Page) => page.locator('[data-step] h3').allInnerTexts()
const problems = async (page: Page) => Number(await page.locator('[data-problems]').getAttribute('data-problems'))

/** Writes a new step: its title in both languages and a check of a kind, as it is offered. */
async function writeStep(page: Page, number: number, name: string, kind: string) {
  await page.getByRole('button', { name: 'Add a step' }).click()
  const card = step(page, number)
  await card.getByRole('textbox', { name: 'Title, English' }).fill(name)
  await card.getByRole('textbox', { name: 'Title, Japanese' }).fill(`${name} 日本語`)
  await card.getByRole('button', { name: 'Add a check' }).click()
  await page.getByRole('dialog').locator(`[data-kind="${kind}"]`).click()
  await card.locator(`[data-check="${kind}"]`).waitFor()
}

test('a quest of two steps is written in both languages, by keyboard where that is quicker, until nothing is left', async () => {
  const { context, complaints, page, address } = await openDraft('swap-and-hold')
  const before = await problems(page)
  expect(before).toBeGreaterThan(8)
  await title(page, 'English').focus()
  await page.keyboard.type('Swap and hold')
  await page.keyboard.press('Tab')
  await page.keyboard.type('スワップして保有する')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Swap on Granite.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Granite でスワップします。')
  const description = page.locator('[data-markdown="definition.description"]')
  await description.getByRole('textbox').fill('What you **learn**')
  await description.getByRole('textbox').selectText()
  await description.getByRole('button', { name: 'Heading' }).click()
  await description.getByLabel('Preview').check()
  await description.getByRole('heading', { name: 'What you learn' }).waitFor(patient)
  // A problem leads to its field, and to its language.
  await page.getByRole('region', { name: 'Left to do' }).getByRole('button', { name: 'Description' }).click()
  await description.getByText('Japanese', { exact: true }).click()
  await description.getByRole('textbox', { name: 'Description, Japanese' }).fill('学ぶこと')
  await page.getByLabel('Category').selectOption('defi')
  await page.getByText('Medium', { exact: true }).click()
  await page.getByLabel('Time it takes').fill('15')
  await page.getByLabel('Points').fill('120')
  await page.getByText('For good', { exact: true }).click()
  await writeStep(page, 1, 'Hold some', 'evm.balance')
  await writeStep(page, 2, 'Be known', 'reputation')
  await page.getByText('One after another', { exact: true }).click()
  await page.getByLabel('Places').fill('500')

  // Times are the member's own, and said in UTC, too.
  await page.getByLabel('Opens').fill('2031-05-01T09:00')
  await page.getByLabel('Closes').fill('2031-04-01T09:00')
  await page.getByText('Asia/Tokyo').first().waitFor()
  await page.getByText('May 1, 2031, 12:00 AM UTC').waitFor()
  await says(page, 'saved')
  await page.getByText('It must close after it opens.').first().waitFor(patient)
  expect(await page.getByLabel('Closes').getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('region', { name: 'Left to do' }).getByRole('button', { name: 'Closes' }).first().click()
  await expect.poll(() => page.getByLabel('Closes').evaluate((input) => input === document.activeElement)).toBe(true)
  await page.getByLabel('Closes').fill('2031-06-01T09:00')
  await page.getByText('Nothing. The quest is whole.').waitFor(patient)
  await saved(page)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Swap and hold')

  await page.goto(address.replace('/studio/', '/ja/studio/'))
  await page.getByText('クエストはそろっています').waitFor(patient)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('スワップして保有する')
  await page.goto(address)
  await ready(page)
  for (const number of [1, 2]) await step(page, number).getByRole('button', { expanded: false }).first().click()
  await page.locator('[data-check="evm.balance"]').getByRole('button', { expanded: false }).first().click()
  await page.getByRole('button', { name: /^Prizes/ }).click()
  expect(await violationsInThemes(page)).toEqual([])
  expect(complaints.errors.filter((text) => !/404|WebSocket/.test(text))).toEqual([])
  expect(complaints.strangers).toEqual([])
  await context.close()
})

test('a step moves by its buttons, by keys and by drag; undo and redo go back and forth; a reload keeps it', async () => {
  const { context, page } = await openDraft('order-of-steps')
  for (const [i, name] of ['Alpha', 'Beta', 'Gamma'].entries()) await writeStep(page, i + 1, name, 'reputation')
  await saved(page)
  const order = async () => (await titles(page)).map((text) => /Alpha|Beta|Gamma/.exec(text)?.[0])
  expect(await order()).toEqual(['Alpha', 'Beta', 'Gamma'])

  await page.getByRole('button', { name: 'Move down: step 1, Alpha' }).click()
  expect(await order()).toEqual(['Beta', 'Alpha', 'Gamma'])
  // The grip has the focus and goes along.
  await page.keyboard.press('ArrowDown')
  expect(await order()).toEqual(['Beta', 'Gamma', 'Alpha'])
  await page.keyboard.press('Control+z')
  expect(await order()).toEqual(['Beta', 'Alpha', 'Gamma'])
  await page.keyboard.press('Control+Shift+z')
  expect(await order()).toEqual(['Beta', 'Gamma', 'Alpha'])

  for (const number of [1, 2, 3]) await step(page, number).getByRole('button', { expanded: true }).first().click()
  await step(page, 3).locator('[data-grip]').dragTo(step(page, 1))
  expect(await order()).toEqual(['Alpha', 'Beta', 'Gamma'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(await order()).toEqual(['Beta', 'Gamma', 'Alpha'])
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await page.getByRole('button', { name: 'Remove: step 2, Beta' }).click()
  expect(await order()).toEqual(['Alpha', 'Gamma'])
  await saved(page)
  await page.reload()
  await ready(page)
  expect(await order()).toEqual(['Alpha', 'Gamma'])
  await context.close()
})

test('what is written offline is kept, in a tab that closes, too, and saved when the network is back', async () => {
  const { context, page, address } = await openDraft('written-offline')
  await context.route('**/api/trpc/studio.quests.save**', (route) => route.abort('internetdisconnected'))
  await title(page, 'English').fill('Written on a train')
  await says(page, 'wait')
  await page.getByText('Your changes are kept in this browser').waitFor()
  await page.close({ runBeforeUnload: false })

  const back = await context.newPage()
  await back.goto(address)
  await expect.poll(() => title(back, 'English').inputValue(), patient).toBe('Written on a train')
  await says(back, 'wait')
  await context.unroute('**/api/trpc/studio.quests.save**')
  await back.getByRole('button', { name: 'Save now' }).click()
  await saved(back)
  await back.reload()
  expect(await title(back, 'English').inputValue()).toBe('Written on a train')
  expect(await back.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cairn.draft.')))).toEqual([])
  await context.close()
})

test('two tabs at once: changes of different parts merge, and the same part asks whose counts', async () => {
  const { context, page, address } = await openDraft('two-at-once')
  const other = await context.newPage()
  await other.goto(address)
  await ready(other)

  await title(page, 'English').fill('From the first tab')
  await saved(page)
  await title(other, 'Japanese').fill('二つ目のタブから')
  await expect.poll(() => title(other, 'English').inputValue(), patient).toBe('From the first tab')
  await saved(other)
  await other.getByText('were taken in').waitFor(patient)
  // Taking back what this tab wrote does not take back the other's.
  await other.getByRole('button', { name: 'Undo', exact: true }).click()
  await saved(other)
  expect(await title(other, 'English').inputValue()).toBe('From the first tab')
  expect(await title(other, 'Japanese').inputValue()).toBe('')

  await title(other, 'English').fill('Theirs')
  await saved(other)
  await title(page, 'English').fill('Mine')
  const dialog = page.getByRole('dialog', { name: 'Two people changed the same part' })
  await dialog.waitFor(patient)
  expect(await dialog.getByRole('button', { name: 'Use these' }).isDisabled()).toBe(true)
  expect(await violationsInThemes(page)).toEqual([])
  // Put off: nothing is overwritten meanwhile, and the way back is there.
  await dialog.getByRole('button', { name: 'Later' }).last().click()
  await says(page, 'clash')
  await other.reload()
  expect(await title(other, 'English').inputValue()).toBe('Theirs')
  await page.getByRole('button', { name: 'Choose', exact: true }).click()
  await dialog.getByRole('radio', { name: /Mine/ }).check()
  await dialog.getByRole('button', { name: 'Use these' }).click()
  await saved(page)
  await other.reload()
  expect(await title(other, 'English').inputValue()).toBe('Mine')
  await context.close()
})

test('who may only read sees the quest and changes nothing', async () => {
  const { context, page, address } = await openDraft('to-be-read')
  await title(page, 'English').fill('Read me')
  await saved(page)
  const [, space] = /studio\/([^/]+)/.exec(address) ?? []
  const wallets = { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const stranger = await openContext(browser, { wallets })
  stranger.context.setDefaultTimeout(60_000)
  const theirs = await stranger.context.newPage()
  await theirs.goto(`${site.url}/me`)
  await signIn(theirs, 'Test Wallet')
  const answer = await theirs.goto(address)
  expect(answer?.status()).toBe(404)
  await stranger.context.close()
  // Archived: nobody writes, whatever their role.
  await call(context, 'studio.quests.archive', { space, slug: 'to-be-read', archived: true })
  await page.reload()
  await page.getByText('so its text stays as it is').waitFor()
  expect(await title(page, 'English').isDisabled()).toBe(true)
  expect(await page.locator('[data-saving]').count()).toBe(0)
  await context.close()
})
