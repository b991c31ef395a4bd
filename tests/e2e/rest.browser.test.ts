import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'
import { executedScript } from './weight.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** The keys of a new space, as its owner sees them. */
async function keysOfNewSpace() {
  const wallets = { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const { context, complaints } = await openContext(browser, { wallets })
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  await page.goto(`${site.url}/studio`)
  const space = `keyed-${Date.now().toString(36)}`
  await page.getByLabel('Name').fill('Keyed')
  await page.getByLabel('Address').fill(space)
  await page.getByRole('button', { name: 'Make the space' }).click()
  await page.locator(`[data-space="${space}"]`).waitFor()
  await page.goto(`${site.url}/studio/${space}/keys`)
  return { context, complaints, page, space }
}

const call = (space: string, key: string) =>
  fetch(`${site.url}/v1/spaces/${space}/quests`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status)
const shownKey = (page: Page) => page.getByLabel('Key', { exact: true }).inputValue()

test('a key is made, shown once, used by a program, and revoked', async () => {
  const { context, complaints, page, space } = await keysOfNewSpace()
  await page.getByText('No key yet').waitFor()
  await page.getByLabel('Name').fill('Nightly report')
  await page.getByRole('checkbox', { name: /quests:read/ }).uncheck()
  await page.getByRole('button', { name: 'Make the key' }).click()
  await page.getByText('Choose at least one.').waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Nightly report')
  await page.getByRole('checkbox', { name: /quests:read/ }).check()
  await page.getByRole('button', { name: 'Make the key' }).click()
  await page.getByRole('heading', { name: 'Your new key' }).waitFor()
  const key = await shownKey(page)
  expect(key).toMatch(/^cairn_key_[0-9A-Za-z]{49}$/)
  expect(await page.getByLabel('Try it').inputValue()).toContain(`/v1/spaces/${space}/quests`)
  expect(await call(space, key)).toBe(200)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await page.reload()
  const row = page.locator(`[data-key="${key.slice(0, 16)}"]`)
  await row.getByText('Active').waitFor()
  await row.getByText('Used', { exact: false }).waitFor()
  expect(await page.content()).not.toContain(key)
  expect(await violationsInThemes(page)).toEqual([])
  await row.getByRole('button', { name: 'Revoke Nightly report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the key' }).click()
  await row.getByText('Revoked', { exact: true }).waitFor()
  expect(await call(space, key)).toBe(401)
  expect(complaints.errors).toEqual([])
  await context.close()
})

test('the reference is found by words, led to by addresses, and light', async () => {
  const { context, complaints } = await openContext(browser, {})
  const page = await context.newPage()
  expect(await executedScript(page, `${site.url}/developers`)).toBeLessThan(180 * 1024)
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await contents.getByRole('searchbox').fill('webhooks:write replay')
  await expect
    .poll(() => contents.getByRole('link').allTextContents())
    .toEqual(['Send a message again', 'Send again what happened since a time'])
  await contents.getByRole('link', { name: 'Send a message again' }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#replayMessage')
  await contents.getByRole('searchbox').fill('nothing has this')
  await contents.getByText('Nothing has these words.').waitFor()
  // Where the type of a problem leads.
  await page.goto(`${site.url}/developers#problem-key.expired`)
  const row = page.locator('[id="problem-key.expired"]')
  await expect.poll(async () => (await row.boundingBox())?.y ?? -1).toBeGreaterThan(0)
  expect(await row.textContent()).toContain('401')
  expect(await violationsInThemes(page)).toEqual([])
  expect(complaints.errors).toEqual([])
  await context.close()
})
