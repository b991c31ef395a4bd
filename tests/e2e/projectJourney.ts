import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { deposit, setKey, waitForBalance } from './moneyJourneys.ts'

const patient = { timeout: 60_000 }

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

/** "Swap at least so much and hold what was bought for a day, or do the Solana step": the imported router's function, two checks and two groups. */
export async function writeRule(page: Page, { usd, chain }: { usd: string; chain: string }) {
  await page.getByRole('button', { name: 'Add a step' }).click()
  const step = page.locator('[data-step]').first()
  await step.getByRole('textbox', { name: 'Title, English' }).fill('Swap and hold, or send SOL')
  await step.getByRole('textbox', { name: 'Title, Japanese' }).fill('スワップして保有するか、SOL を送る')

  await step.getByRole('button', { name: 'From a template or contract' }).click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('tab', { name: 'Your contracts' }).click()
  await picker.getByRole('searchbox').fill('exactInputSingle')
  await picker.locator('[data-item="exactInputSingle"] button').click(patient)
  await picker.getByRole('button', { name: 'Add a condition' }).click()
  await picker.getByLabel('Conditions 1: Argument').fill('params.amountIn')
  await picker.getByLabel('Conditions 1: Comparison').selectOption('gte')
  await picker.getByLabel('Conditions 1: Value').fill(leastIn)
  await picker.getByText(/params\.amountIn ≥/).waitFor(patient)
  await picker.getByRole('button', { name: 'Add to the rule' }).click()
  await picker.waitFor({ state: 'hidden' })

  // The swap stands in a group of its own beside the Solana step, and gets the holding beside it.
  const wrapSwap = () =>
    step
      .getByRole('button', { name: /^Put into a group/ })
      .first()
      .click()
  await wrapSwap()
  await addCheck(page, step, 'solana.transfer')
  await wrapSwap()
  const inner = step.locator('[data-check="evm.transaction"]').locator('xpath=ancestor::fieldset[1]')
  await inner.getByLabel('How many must hold').selectOption('all')
  await addCheck(page, inner, 'evm.balance')
  const held = await opened(step, 'evm.balance')
  await held.getByLabel('Chain').selectOption(chain)
  await held.getByLabel('Standard').selectOption('erc20')
  await held.getByLabel('Contract').fill(usd)
  await held.getByLabel('Symbol').fill('tUSD')
  await held.getByLabel('Decimals').fill('6')
  await held.locator('[data-field="gte"]').getByRole('textbox').first().fill('100000000')
  await held.locator('[data-field="at"]').getByRole('combobox').first().selectOption('heldFor')
  await held.locator('[data-field="at"]').getByRole('textbox').fill('1')
  await held.locator('[data-field="at"]').getByRole('combobox').last().selectOption({ label: 'days' })
  const sent = await opened(step, 'solana.transfer')
  await sent.getByLabel('Chain').selectOption('solana:localnet')
  // To anybody: that is what the quest is warned of.
  await sent.getByLabel('Other side').fill('')
}

/** Lamports that the Solana step asks for, as its example has it. */
export const leastSent = 10_000_000n

const dayMs = 86_400_000
/** As a date field takes it; the browser's time zone is UTC. */
const minuteOf = (ms: number) => new Date(ms).toISOString().slice(0, 16)

/** Sets when, for how many, and what each completion pays. */
export async function setTerms(page: Page) {
  const now = Date.now()
  await page.getByLabel('Opens').fill(minuteOf(now - dayMs / 24))
  await page.getByLabel('Closes').fill(minuteOf(now + 60 * dayMs))
  await page.getByLabel('Places').fill('10')
  await page.getByRole('button', { name: /^Rewards/ }).click()
  await page.getByLabel('Reward for each completion').fill('0.01')
  await page.getByLabel('Fee for each completion').fill('0.001')
  await page.getByText('Nothing. The quest is whole.').waitFor(patient)
  await page.locator('[data-saving="saved"]').waitFor(patient)
}

/** Tries the quest on a wallet, and answers what the page says would come of it. */
export async function dryRun(page: Page, wallet: string, awaited: 'pass' | 'fail') {
  const tried = page.getByRole('region', { name: 'Try it' })
  await tried.getByLabel('Wallet', { exact: true }).fill(wallet)
  await tried.getByRole('button', { name: 'Try the quest' }).click()
  await tried.locator(`[data-tried="${awaited}"]`).waitFor(patient)
}

/** Keeps the two wallets that are tried again at each launch. */
export async function keepWallets(page: Page, wallets: { pass: string; fail: string }) {
  const tried = page.getByRole('region', { name: 'Try it' })
  for (const [label, name] of [
    ['Should pass', 'pass'],
    ['Should not pass', 'fail'],
  ] as const) {
    await tried.getByLabel(label).fill(wallets[name])
    await tried.getByRole('button', { name: 'Keep this wallet' }).first().click()
    await tried.locator(`[data-saved="${name}"]`).waitFor(patient)
  }
}

/** Acknowledges every warning, hands in, and approves what one's own space has written. */
export async function approve(page: Page) {
  const warnings = page.getByRole('region', { name: 'Warnings' })
  const acknowledge = warnings.getByRole('button', { name: 'I know, keep it so' })
  await acknowledge.first().waitFor(patient)
  for (let left = await acknowledge.count(); left > 0; left--) {
    await acknowledge.first().click()
    await expect.poll(() => acknowledge.count(), patient).toBe(left - 1)
  }
  await warnings.getByText('Every warning is acknowledged.').waitFor(patient)
  const life = page.getByRole('region', { name: 'Where it stands' })
  await life.getByRole('button', { name: 'Hand in for review' }).click()
  await life.getByRole('button', { name: 'Approve' }).click(patient)
  await expect.poll(() => life.getAttribute('data-state'), patient).toBe('approved')
}

/** Makes the member's slot account the space's vault, and brings money in from the wallet through the inbox. */
export async function fillVault(page: Page, amount: string) {
  await place(page, 'Funds')
  await page.getByRole('button', { name: 'Use my account' }).click(patient)
  await page.locator('[data-vault="mine"]').waitFor(patient)
  await page.getByRole('button', { name: 'Get test coins' }).click()
  await page.getByText('Test coins are on their way').waitFor(patient)
  await setKey(page, 'Test Wallet')
  await deposit(page, amount, 'Test Wallet')
  await waitForBalance(page, amount)
}

/** Signs the opening with the money in it, and waits until the slot has taken both. */
export async function fundAndLaunch(page: Page, address: string) {
  await page.goto(address)
  await page
    .getByRole('region', { name: 'Where it stands' })
    .getByRole('link', { name: /launch/i })
    .click(patient)
  await page.getByRole('button', { name: 'Sign and launch' }).click(patient)
  const dialog = page.getByRole('dialog')
  const unlock = dialog.getByRole('button', { name: 'Test Wallet' })
  const sign = dialog.getByRole('button', { name: 'Sign and launch' })
  await sign.or(unlock).waitFor(patient)
  if (await unlock.isVisible()) await unlock.click()
  await sign.click(patient)
  await page.waitForURL('**/funds', patient)
  await expect.poll(() => page.locator('[data-quest]').getAttribute('data-lasts'), { timeout: 180_000 }).toBe('10')
}

/** A tenth of an ether in wei: what the swap must sell at least. */
export const leastIn = '100000000000000000'

async function addCheck(page: Page, group: Locator, kind: string) {
  await group.getByRole('button', { name: 'Add a check' }).last().click()
  await page.getByRole('dialog').locator(`[data-kind="${kind}"]`).click()
  await group.locator(`[data-check="${kind}"]`).waitFor()
}

async function opened(step: Locator, kind: string) {
  const check = step.locator(`[data-check="${kind}"]`)
  await check.getByRole('button', { expanded: false }).first().click()
  return check
}

/** Adds an endpoint for every type that there is, and answers its secret. */
export async function addWebhook(page: Page, url: string) {
  await place(page, 'Webhooks')
  const add = page.getByRole('region', { name: 'Add an endpoint' })
  await add.getByLabel('Address').fill(url)
  for (const type of await add.getByRole('checkbox').all()) await type.check()
  await add.getByRole('button', { name: 'Add the endpoint' }).click()
  const secret = await page.locator('[data-secret] textarea').inputValue(patient)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  return secret
}

/** What a stage of the funnel counts. */
export const countOf = (page: Page, stage: string) => page.locator(`[data-stage="${stage}"]`).getAttribute('data-count')
