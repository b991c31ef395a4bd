import type { BrowserContext, Page } from 'playwright-core'
import { createPublicClient, type Hex, http } from 'viem'
import { answerQuiz, type Site, signIn } from './journeys.ts'

const patient = { timeout: 240_000 }

/** Wei that an address holds on L2. */
export const coinsOf = (site: Site, address: Hex) => createPublicClient({ transport: http(site.l2.rpc) }).getBalance({ address })

/** The first line of the history of a kind, once it is in a state. */
export const moved = (page: Page, kind: string, state: string) => page.locator(`[data-move="${kind}"][data-state="${state}"]`).first()

/** Earns the learning quest's reward and goes to where it is claimed. */
export async function earnReward(context: BrowserContext, site: Pick<Site, 'url'>, wallet: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.url}/quests/learn-cairn`)
  await signIn(page, wallet)
  await answerQuiz(page)
  await page.goto(`${site.url}/me/rewards`)
  await page.getByRole('heading', { name: 'Rewards', level: 1 }).waitFor()
  return page
}

/** Makes the key from the wallet's signature and has it set by a relayed one; waits until the slot has it. */
export async function setKey(page: Page, wallet: string) {
  await page.getByRole('button', { name: 'Set up your spend key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Only Cairn may ask for this message').waitFor(patient)
  await dialog.getByRole('button', { name: wallet }).click()
  await dialog.getByRole('button', { name: 'Sign and set the key' }).click()
  await dialog.waitFor({ state: 'hidden', ...patient })
  await page.locator('[data-key-state="set"]').waitFor(patient)
}

/** Claims the one reward that waits. The key is unlocked or made again from the wallet. */
export async function claim(page: Page, wallet: string) {
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: /^Claim 0\.01 ETH$/ })
  const unlock = dialog.getByRole('button', { name: wallet })
  await confirm.or(unlock).waitFor()
  if (await unlock.isVisible()) await unlock.click()
  await confirm.click(patient)
  await dialog.waitFor({ state: 'hidden', ...patient })
}

/** Withdraws an amount; without `address` to what the form offers. */
export async function withdraw(page: Page, amount: string, address?: string) {
  await page.getByRole('button', { name: 'Withdraw' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill(amount)
  if (address) await dialog.getByLabel(/^Address on/).fill(address)
  await dialog.getByRole('button', { name: `Withdraw ${amount} ETH` }).click()
  await dialog.waitFor({ state: 'hidden', ...patient })
}

/** Deposits from the wallet by its own transaction. */
export async function deposit(page: Page, amount: string, wallet: string, token?: string) {
  await page.getByRole('button', { name: 'Deposit' }).click()
  const dialog = page.getByRole('dialog')
  if (token) await dialog.getByLabel('Token').selectOption({ label: token })
  await dialog.getByLabel('Amount').fill(amount)
  await dialog.getByRole('button', { name: wallet }).click()
  await dialog.waitFor({ state: 'hidden', ...patient })
}

/** What the page says is available of a token (0: L2's coin), once it says so. */
export async function waitForBalance(page: Page, amount: string, token = 0) {
  await page
    .locator(`[data-balance="${token}"]`)
    .and(page.getByText(amount, { exact: true }))
    .waitFor(patient)
}

/** Marks the page: a reload would forget it. */
export const markPage = (page: Page) => page.evaluate(() => Object.assign(window, { cairnNeverReloaded: true }))
export const wasReloaded = async (page: Page) => !(await page.evaluate(() => 'cairnNeverReloaded' in window))
