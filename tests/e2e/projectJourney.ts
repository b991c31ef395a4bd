import type { Locator, Page } from 'playwright-core'
import type { Contracts } from './projectDeeds.ts'

const patient = { timeout: 90_000 }

/** What stands in a space's row of places. */
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'This space' }).getByRole('link', { name, exact: true }).click()

/** Makes a space by its form and goes in. */
export async function makeSpace(page: Page, url: string, { name, slug }: { name: string; slug: string }) {
  await page.goto(`${url}/studio`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Address').fill(slug)
  await page.getByRole('button', { name: 'Make the space' }).click()
  await page.locator(`[data-space="${slug}"]`).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor(patient)
}

/** Imports a contract by nothing but its address, and sees a function of it. */
export async function importContract(page: Page, { chain, address, has }: { chain: string; address: string; has: string }) {
  await place(page, 'Contracts')
  await page.getByLabel('Chain').selectOption(chain)
  await page.getByLabel('Address').fill(address)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText(/is imported, with \d+ function/).waitFor(patient)
  await page.getByRole('button', { name: 'See functions and events' }).first().click()
  await page.locator(`[data-item="${has}"]`).waitFor(patient)
}

const words = [
  ['Title', 'Swap, and hold it for a day', 'スワップして一日保有する'],
  ['Summary', 'Buy dollars on Uniswap and keep them, or send some SOL.', 'Uniswap でドルを買って保有するか、SOL を送ります。'],
] as const

/** Begins a quest from the list of the space and writes its words and terms. */
export async function beginQuest(page: Page, slug: string) {
  await place(page, 'Quests')
  await page.getByRole('button', { name: 'New quest' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Working title').fill(words[0][1])
  await dialog.getByLabel('Address').fill(slug)
  await dialog.getByRole('button', { name: 'Begin writing' }).click()
  await page.waitForURL(`**/quests/${slug}`, patient)
  const region = page.getByRole('region', { name: 'Words' })
  for (const [name, en, ja] of words) {
    await region.getByRole('textbox', { name: `${name}, English`, exact: true }).fill(en)
    await region.getByRole('textbox', { name: `${name}, Japanese`, exact: true }).fill(ja)
  }
  const description = page.locator('[data-markdown="definition.description"]')
  await description.getByRole('textbox').fill('Sell some **ether** for dollars on the real router, and do not sell them for a day.')
  await description.getByText('Japanese', { exact: true }).click()
  await description
    .getByRole('textbox', { name: 'Description, Japanese' })
    .fill('本物のルーターで**イーサ**をドルに換え、一日のあいだ手放さないでください。')
  await page.getByLabel('Category').selectOption('defi')
  await page.getByText('Medium', { exact: true }).click()
  await page.getByLabel('Time it takes').fill('10')
  await page.getByLabel('Points').fill('120')
  await page.getByText('For good', { exact: true }).click()
  await page.getByText('One after another', { exact: true }).click()
}

/** Fills in the field of a check that goes by this path. */
const field = (check: Locator, path: string) => check.locator(`[data-field="${path}"]`)

/** "Swap at least so much, and hold what was bought for a day; or do the Solana step": out of the imported router's function, two checks and two groups. */
export async function writeRule(page: Page, { contracts, chain, amountIn, bought, lamports }: RuleFacts) {
  await page.getByRole('button', { name: 'Add a step' }).click()
  const step = page.locator('[data-step]').first()
  await step.getByRole('textbox', { name: 'Title, English' }).fill('Swap and hold, or send SOL')
  await step.getByRole('textbox', { name: 'Title, Japanese' }).fill('スワップして保有するか、SOL を送る')

  await step.getByRole('button', { name: /From a template/ }).click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('tab', { name: 'Contracts' }).click()
  await picker.getByRole('searchbox').fill('exactInputSingle')
  await picker.locator('[data-item="exactInputSingle"]').getByRole('button').click(patient)
  await picker.getByRole('button', { name: 'Add a condition' }).first().click()
  await picker
    .getByRole('textbox', { name: /Argument$/ })
    .first()
    .fill('params.amountIn')
  await picker
    .getByRole('combobox', { name: /Comparison$/ })
    .first()
    .selectOption('gte')
  await picker
    .getByRole('textbox', { name: /Value$/ })
    .first()
    .fill(amountIn)
  await page.screenshot({ path: '/tmp/r/j1.png', fullPage: true })
}
export type RuleFacts = { contracts: Contracts; chain: string; amountIn: string; bought: string; lamports: string }
