import type { Browser } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { keyText } from '#server/issuers/contract.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('a project registers its signer: what is wrong is said beside its field, the secret is shown once, and a silent one is said to be silent', async () => {
  const key = generatePrivateKey()
  const { context, complaints } = await openContext(browser, { wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } } })
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  const slug = `signer-${Date.now().toString(36)}`
  await page.goto(`${site.url}/studio`)
  await page.getByLabel('Name').fill('Quarry Protocol')
  await page.getByLabel('Address').fill(slug)
  await page.getByRole('button', { name: 'Make the space' }).click()
  await page.locator(`[data-space="${slug}"]`).waitFor()

  await page.goto(`${site.url}/studio/${slug}/signer`)
  const form = page.getByRole('region', { name: 'Register a signer' })
  await form.getByLabel('Name').fill('Signer in Tokyo')
  await form.getByLabel('Address').fill('https://10.0.0.7/sign')
  await form.getByLabel('Public key').fill(keyText(derivePublicKey(BigInt(key) >> 8n)))
  await form.getByRole('button', { name: 'Register' }).click()
  await form.getByText('This address cannot be asked.').waitFor()
  expect(await form.getByLabel('Address').getAttribute('aria-invalid')).toBe('true')
  expect(await form.getByLabel('Name').inputValue()).toBe('Signer in Tokyo')
  // A name that no resolver knows.
  await form.getByLabel('Address').fill('https://signer.quarry-protocol.invalid/sign')
  await form.getByRole('button', { name: 'Register' }).click()
  const secret = form.getByLabel('Secret')
  await secret.waitFor()
  expect(await secret.inputValue()).toMatch(/^whsec_[\w+/]{43}=$/)
  await form.getByRole('button', { name: 'Close' }).click()
  expect(await secret.count()).toBe(0)

  const card = page.getByRole('listitem').filter({ hasText: 'Signer in Tokyo' })
  await card.getByText('Not checked yet').waitFor()
  await card.getByRole('button', { name: 'Check now' }).click()
  await card.getByText('It does not answer.').waitFor()
  expect(await card.getByRole('button', { name: 'Use for new quests' }).count()).toBe(0)
  expect(await violationsInThemes(page)).toEqual([])
  await card.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await card.waitFor({ state: 'detached' })
  // The browser itself notes every refusal of the server.
  expect(complaints.errors.filter((text) => !text.includes('400'))).toEqual([])
  await context.close()
})
