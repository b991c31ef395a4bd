import type { BrowserContext, Page } from 'playwright-core'
import type { Hex } from 'viem'
import { expect } from 'vitest'
import { linkJourney, type Site, signIn } from './journeys.ts'

type Look = (page: Page) => Promise<void>

const wallets = (page: Page) => page.getByRole('region', { name: 'Wallets' })
const switchTo = (page: Page, key: Hex) => page.evaluate((next) => window.cairnSwitchAccount(next), key)

/** The owner switches accounts in the wallet: nothing is lost, and a notice offers to link the other one, which is done. */
export async function switchJourney(context: BrowserContext, site: Site, { other, look }: { other: Hex; look: Look }): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  // The page listens once its code is there.
  const notice = page.getByText('You are still signed in with')
  await expect.poll(() => switchTo(page, other).then(() => notice.isVisible()), { timeout: 30_000 }).toBe(true)
  await look(page)
  await page.reload()
  await wallets(page).getByText('Signed in').waitFor()
  return page
}

/** Links a second wallet, announces the removal of the first by the second, and has the first object. */
export async function announceJourney(context: BrowserContext, site: Site, look: Look): Promise<Page> {
  const page = await linkJourney(context, site)
  await wallets(page)
    .getByRole('button', { name: /^Remove 0x/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Test Solana Wallet' }).click()
  await dialog.getByText('unless another wallet of your account objects').waitFor()
  await look(page)
  await dialog.getByRole('button', { name: /^Sign with/ }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByText('Will happen unless somebody objects').waitFor()
  await page.getByText('A change of your wallets waits for your word.').waitFor()
  await look(page)
  await page.getByRole('button', { name: 'Object' }).click()
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.getByRole('button', { name: /^Sign with/ }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByText('Stopped by an objection').waitFor()
  return page
}

/** The guided way after a theft, signed in with the EVM wallet: the Solana wallet is the stolen one. */
export async function theftJourney(page: Page, look: Look) {
  await page.getByRole('button', { name: 'A wallet was stolen' }).click()
  const dialog = page.getByRole('dialog')
  await look(page)
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.getByRole('button', { name: /^Sign with/ }).click()
  await dialog.getByText('leaves your account on').waitFor()
  await look(page)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.locator('[data-change="remove"]').first().waitFor()
}

/** Signed in with the Solana wallet; the EVM wallet's own account is brought here. */
export async function mergeJourney(page: Page, look: Look) {
  await page.getByRole('button', { name: 'Bring another account here' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.getByText('1/2').waitFor()
  await look(page)
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.getByText('2/2').waitFor()
  await dialog.getByRole('button', { name: 'Test Solana Wallet' }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 30_000 })
  await expect
    .poll(() =>
      wallets(page)
        .getByText(/^(Ethereum|Solana)$/)
        .count(),
    )
    .toBe(2)
}
