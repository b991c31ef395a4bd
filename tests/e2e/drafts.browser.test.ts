import type { Browser, BrowserContext, Page } from 'playwright-core'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Api, apiOf, bringIn, wholeDraft } from './draftJourneys.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

type Worker = { page: Page; context: BrowserContext; complaints: string[]; api: Api; wallet: string }

let browser: Browser
let site: Site
let owner: Worker
let editor: Worker
let reviewer: Worker
const space = `slate-${Date.now().toString(36)}`
const patient = { timeout: 90_000 }
/** Funded by the local node from the start. */
const rich = 'eip155:0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'
const poor = `eip155:${privateKeyToAddress(generatePrivateKey()).toLowerCase()}`

beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
  owner = await enter()
  editor = await enter()
  reviewer = await enter()
  await owner.api.mutate('studio.spaces.make', { slug: space, name: 'Slate Finance' })
  await bringIn(owner.api, editor.api, { space, wallet: editor.wallet, role: 'editor' })
  await bringIn(owner.api, reviewer.api, { space, wallet: reviewer.wallet, role: 'reviewer' })
})
afterAll(() => browser?.close())

async function enter(): Promise<Worker> {
  const key = generatePrivateKey()
  const { context, complaints } = await openContext(browser, { wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } } })
  // Three people at once, on a machine that runs chains beside them.
  context.setDefaultTimeout(patient.timeout)
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  return {
    page,
    context,
    complaints: complaints.errors,
    api: apiOf(context, site.url),
    wallet: `eip155:${privateKeyToAddress(key).toLowerCase()}`,
  }
}

const list = `/studio/${space}/quests`
const at = (slug: string) => `${list}/${slug}`
/** A page whose script runs: what is clicked before that is lost. */
const open = (who: Worker, path: string) => who.page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
/** The section that says where a quest stands. */
const life = ({ page }: Worker) => page.getByRole('region', { name: 'Where it stands' })
const state = (who: Worker) => life(who).getAttribute('data-state')
const revisionOf = async ({ api }: Worker, slug: string) =>
  (await api.query<{ revision: number }>('studio.quests.get', { space, slug })).revision
const save = async (who: Worker, slug: string, changes: object) =>
  who.api.mutate('studio.quests.save', { space, slug, revision: await revisionOf(who, slug), changes })

test('quests are begun, found, copied and put away from the list', async () => {
  const { page } = editor
  await open(editor, list)
  await page.getByText('No quest yet').waitFor()
  await page.getByRole('button', { name: 'New quest' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Working title').fill('Hold some ether')
  await expect.poll(() => dialog.getByLabel('Address').inputValue()).toBe('hold-some-ether')
  // An address that a quest of the stack has is said beside its field, and nothing that was typed is lost.
  await dialog.getByLabel('Address').fill('learn-cairn')
  await dialog.getByRole('button', { name: 'Begin writing' }).click()
  await dialog.getByText('This address is taken.').waitFor()
  expect(await dialog.getByLabel('Working title').inputValue()).toBe('Hold some ether')
  await dialog.getByLabel('Address').fill(`${space}-one`)
  await dialog.getByRole('button', { name: 'Begin writing' }).click()
  await page.waitForURL(`**${at(`${space}-one`)}`, patient)
  await page.getByRole('heading', { level: 1, name: 'Hold some ether' }).waitFor()

  await open(editor, list)
  await page.getByRole('button', { name: 'Clone: Hold some ether' }).click()
  await dialog.getByLabel('Address').fill(`${space}-two`)
  await dialog.getByRole('button', { name: 'Make the copy' }).click()
  await page.waitForURL(`**${at(`${space}-two`)}`, patient)

  await save(editor, `${space}-two`, { definition: { title: { en: 'Quite another' } } })
  await open(editor, list)
  await page.getByLabel('Search by title or address').fill('another')
  await page.getByRole('button', { name: 'Search', exact: true }).last().click()
  await expect.poll(() => page.locator('[data-draft]').count(), patient).toBe(1)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Archive: Quite another' }).click()
  await page.getByText('Nothing fits').waitFor()
  await page.getByRole('link', { name: 'Archived' }).click()
  await page.getByRole('button', { name: 'Bring back: Quite another' }).waitFor()
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring back: Quite another' }).click()
  await page.getByText('Nothing fits').waitFor()
  await open(editor, `${list}?state=draft`)
  await expect.poll(() => page.locator('[data-draft]').count(), patient).toBe(2)
  expect(await violationsInThemes(page)).toEqual([])
  // A reviewer reads the list, and is not shown what only authors do.
  await open(reviewer, list)
  await reviewer.page.locator('[data-draft]').first().waitFor()
  expect(await reviewer.page.getByRole('button', { name: /New quest|Clone|Archive/ }).count()).toBe(0)
})

const slug = `${space}-one`

test('an editor acknowledges and hands in, a reviewer sends back with words, and then approves', async () => {
  await save(editor, slug, wholeDraft(site.appA.chainId))
  await open(editor, at(slug))
  const warnings = editor.page.getByRole('region', { name: 'Warnings' })
  await life(editor).getByText('1 warning waits').waitFor()
  expect(await life(editor).getByRole('button', { name: 'Hand in for review' }).isDisabled()).toBe(true)
  await warnings.getByText('Ask to hold it for some days.').waitFor()
  await warnings.getByRole('button', { name: 'I know, keep it so' }).click()
  await warnings.getByText('Every warning is acknowledged.').waitFor(patient)
  // Taken back, it is open again.
  await warnings.getByText('1 acknowledged').click()
  await warnings.getByRole('button', { name: 'Take this back' }).click()
  await warnings.getByRole('button', { name: 'I know, keep it so' }).click(patient)
  await warnings.getByText('Every warning is acknowledged.').waitFor(patient)
  expect(await violationsInThemes(editor.page)).toEqual([])
  await life(editor).getByRole('button', { name: 'Hand in for review' }).click()
  await expect.poll(() => state(editor), patient).toBe('review')
  expect(
    await life(editor)
      .getByRole('button', { name: /Approve|Send back/ })
      .count(),
  ).toBe(0)

  await open(reviewer, at(slug))
  await life(reviewer).getByRole('button', { name: 'Send back' }).click()
  const dialog = reviewer.page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: 'Send back' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Your words').fill('Say what ether is for.')
  await dialog.getByRole('button', { name: 'Send back' }).click()
  await expect.poll(() => state(reviewer), patient).toBe('draft')

  await open(editor, at(slug))
  await life(editor).getByText('Say what ether is for.').waitFor()
  await life(editor).getByRole('button', { name: 'Hand in for review' }).click()
  await expect.poll(() => state(editor), patient).toBe('review')
  await open(reviewer, at(slug))
  await life(reviewer).getByRole('button', { name: 'Approve' }).click()
  await expect.poll(() => state(reviewer), patient).toBe('approved')
  expect(await violationsInThemes(reviewer.page)).toEqual([])
})

test('the quest is tried on wallets, and one that is not as it should be stops the launch', async () => {
  await open(editor, at(slug))
  const tried = editor.page.getByRole('region', { name: 'Try it' })
  await tried.getByLabel('Wallet', { exact: true }).fill(rich)
  await tried.getByRole('button', { name: 'Try the quest' }).click()
  await tried.locator('[data-tried="pass"]').waitFor(patient)
  await tried.getByLabel('What to try').selectOption({ index: 1 })
  await tried.getByLabel('Wallet', { exact: true }).fill(poor)
  await tried.getByRole('button', { name: 'Try the step' }).click()
  await tried.locator('[data-tried="fail"]').waitFor(patient)
  await tried.getByLabel('Should pass').fill('nobody')
  await tried.getByRole('button', { name: 'Keep this wallet' }).first().click()
  await tried.getByText('is expected').waitFor()
  await tried.getByLabel('Should pass').fill(poor)
  await tried.getByRole('button', { name: 'Keep this wallet' }).first().click()
  await tried.locator('[data-saved="pass"]').waitFor()
  await tried.getByRole('button', { name: 'Try both now' }).click()
  await tried.locator('[data-saved="pass"][data-result="differs"]').waitFor(patient)
  expect(await violationsInThemes(editor.page)).toEqual([])

  const launch = async () => {
    await open(reviewer, at(slug))
    await life(reviewer).getByRole('button', { name: 'Launch', exact: true }).click()
    await reviewer.page.getByRole('dialog').getByRole('button', { name: 'Launch' }).click()
  }
  await launch()
  await life(reviewer).locator('[data-refused="draft.address"]').getByText('An owner of the space').waitFor(patient)
  expect(await state(reviewer)).toBe('approved')
  expect(await reviewer.page.getByRole('button', { name: 'Launch anyway' }).count()).toBe(0)

  await tried.getByRole('button', { name: 'Remove: Should pass' }).click()
  await tried.getByLabel('Should pass').fill(rich)
  await tried.getByRole('button', { name: 'Keep this wallet' }).first().click()
  await tried.locator('[data-saved="pass"]').waitFor()
  await launch()
  await expect.poll(() => state(reviewer), patient).toBe('live')
  await life(reviewer).getByText('Opening it in the slot').waitFor({ state: 'hidden', timeout: 120_000 })
})

test('a quest that runs is reworded: the versions say who launched what, and what differs', async () => {
  const { page } = editor
  await save(editor, slug, { definition: { title: { en: 'Hold a little ether', ja: 'イーサを少し保有する' } } })
  await open(editor, at(slug))
  await life(editor).getByText('Its next wording is a draft').waitFor()
  await life(editor).getByRole('button', { name: 'Hand in for review' }).click()
  await life(editor).getByText('Its next wording is in review').waitFor(patient)
  await open(editor, `${at(slug)}/versions`)
  await page.locator('[data-version="1"]').getByText('Members are judged by this').waitFor()
  const title = page.locator('[data-differs="title.en"]')
  expect(await title.locator('del').textContent()).toContain('some')
  expect(await title.locator('ins').textContent()).toContain('a little')
  await page.getByText('The rules are the same').waitFor()
  expect(await violationsInThemes(page)).toEqual([])

  await open(reviewer, at(slug))
  await life(reviewer).getByRole('button', { name: 'Approve' }).click()
  await life(reviewer).getByRole('button', { name: 'Launch the new wording' }).click(patient)
  await reviewer.page.getByRole('heading', { level: 1, name: 'Hold a little ether' }).waitFor()
  await expect.poll(async () => (await reviewer.api.query<object[]>('studio.quests.versions', { space, slug })).length, patient).toBe(2)
  await open(editor, `${at(slug)}/versions?from=2&to=1`)
  expect(await page.locator('[data-differs="title.en"] del').textContent()).toContain('a little')
})

test('the draft is seen as a member sees it, in both languages, and nothing can be done there', async () => {
  const { page } = editor
  for (const [prefix, marked, title] of [
    ['', 'Preview', 'Hold a little ether'],
    ['/ja', 'プレビュー', 'イーサを少し保有する'],
  ] as const) {
    await page.goto(`${site.url}${prefix}${at(slug)}/preview`)
    await page.getByRole('region', { name: marked }).waitFor()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('[data-preview] button:enabled').count()).toBe(0)
    expect(await violationsInThemes(page)).toEqual([])
  }
})

test('a quest is paused, goes on, and is ended for good', async () => {
  await open(reviewer, at(slug))
  await life(reviewer).getByRole('button', { name: 'Pause' }).click()
  await expect.poll(() => state(reviewer), patient).toBe('paused')
  await life(reviewer).getByRole('button', { name: 'Let members begin again' }).click()
  await expect.poll(() => state(reviewer), patient).toBe('live')
  await life(reviewer).getByRole('button', { name: 'End for good' }).click()
  const dialog = reviewer.page.getByRole('dialog')
  await dialog.getByText('cannot be opened again').waitFor()
  await dialog.getByRole('button', { name: 'Not now' }).click()
  expect(await state(reviewer)).toBe('live')
  await life(reviewer).getByRole('button', { name: 'End for good' }).click()
  await dialog.getByRole('button', { name: 'End for good' }).click()
  await expect.poll(() => state(reviewer), patient).toBe('ended')
  // The browser itself notes what the server refused on purpose.
  for (const { complaints } of [owner, editor, reviewer]) expect(complaints.filter((text) => !/40[09]/.test(text))).toEqual([])
})
