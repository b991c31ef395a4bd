import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '#drizzle/client.ts'
import { readAddress } from '#server/cli/stack/addressStore.ts'
import { hookAt } from '#tests/support/localOAuth.ts'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

const artifact = JSON.stringify(createRequire(import.meta.url)('@uniswap/v3-periphery/artifacts/contracts/SwapRouter.sol/SwapRouter.json'))
const patient = { timeout: 60_000 }

let browser: Browser
let site: Site
/** Uniswap's router on the local app chain, and a token of which only the code is known. */
let router: string
let token: string
beforeAll(async () => {
  const stack = joinStack(inject('stack'))
  site = await siteOf(stack)
  const { db, close } = openDatabase(stack.databaseUrl)
  const found = await Promise.all(['app-a.swapRouter', 'app-a.weth'].map((name) => readAddress(db, name)))
  await close()
  ;[router = '', token = ''] = found.map(String)
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A member with a space of their own, on one of its pages. */
async function project(path: string) {
  const { context, complaints } = await openContext(browser, {
    wallets: { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patient.timeout)
  page.setDefaultNavigationTimeout(2 * patient.timeout)
  await page.goto(`${site.url}/studio`)
  await signIn(page, 'Test Wallet')
  const space = `quarry-${randomUUID().slice(0, 8)}`
  await page.getByLabel('Name').fill('Quarry')
  await page.getByLabel('Address').fill(space)
  await page.getByRole('button', { name: 'Make the space' }).click()
  await page.locator(`[data-space="${space}"]`).waitFor(patient)
  await page.goto(`${site.url}/studio/${space}${path}`)
  return { context, complaints, page, space }
}
/** The browser itself notes every refusal of the server. */
const unexpected = (errors: readonly string[]) => errors.filter((text) => !/\b(400|404|409|413)\b/.test(text))

async function importIt(page: Page, address: string, abi: string | null) {
  const form = page.getByRole('region', { name: 'Import a contract' })
  await form.getByLabel('Chain').selectOption(`eip155:${site.appA.chainId}`)
  await form.getByLabel('Address').fill(address)
  const field = form.getByLabel('ABI, artifact or Solidity declarations')
  if (abi !== null && !(await field.isVisible())) await form.getByText('I have the ABI').click()
  if (abi !== null) await field.fill(abi)
  await form.getByRole('button', { name: 'Import' }).click()
}

test('a contract is imported by its address, what is wrong is said beside its field, and a check is made of it', async () => {
  const { context, complaints, page, space } = await project('/contracts')
  await page.getByText('No contract yet').waitFor(patient)
  await importIt(page, '0x1234', null)
  await page.getByText('This is no address').waitFor(patient)
  await importIt(page, `0x${'00'.repeat(19)}aa`, null)
  await page.getByText('No contract is there').waitFor(patient)
  // A broken ABI names its place, and what was typed stays.
  await importIt(page, router, '[{"type":"function","name":"f","inputs":[{"name":"x","type":"uint7"}]}]')
  await page.getByText('abi.0.inputs.0.type: found uint7').waitFor(patient)
  expect(await page.getByLabel('Address').inputValue()).toBe(router)
  await importIt(page, router, artifact)
  const card = page.locator(`[data-contract="${router.toLowerCase()}"]`)
  await card.getByText('ABI given').waitFor(patient)
  expect(await card.getByRole('heading').textContent()).toContain('SwapRouter')
  await card.getByRole('button', { name: 'See functions and events' }).click()
  await card.getByRole('searchbox').fill('exactinput')
  await card.locator('[data-item="exactInputSingle"]').waitFor(patient)
  expect(await card.locator('[data-item="selfPermit"]').count()).toBe(0)

  // Without an ABI (Sourcify is not there) the code itself is read, and its limits are said.
  await page.getByLabel('ABI, artifact or Solidity declarations').fill('')
  await importIt(page, token, null)
  const read = page.locator(`[data-contract="${token.toLowerCase()}"]`)
  await read.getByText('Found by common signatures').waitFor(patient)
  expect(await violationsInThemes(page)).toEqual([])

  await page.goto(`${site.url}/studio/rules`)
  await page.getByRole('button', { name: 'From a template or contract' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Your contracts' }).click()
  await dialog.getByRole('searchbox').fill('exactInputSingle')
  await dialog.locator('[data-item="exactInputSingle"] button').click()
  await dialog.getByRole('button', { name: 'Add a condition' }).click()
  await dialog.getByLabel('Conditions 1: Argument').fill('params.amountIn')
  await dialog.getByLabel('Conditions 1: Comparison').selectOption('gte')
  await dialog.getByLabel('Conditions 1: Value').fill('1000')
  await dialog.getByText(/exactInputSingle.* on App chain A \(params\.amountIn ≥ 1,000\)/).waitFor(patient)
  expect(await violationsInThemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add to the rule' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.locator('[data-check="evm.transaction"]').waitFor()

  await page.goto(`${site.url}/studio/${space}/contracts`)
  await read.getByRole('button', { name: 'Remove' }).click(patient)
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await read.waitFor({ state: 'detached', ...patient })
  expect(unexpected(complaints.errors)).toEqual([])
  await context.close()
})

test('a template becomes a rule, with amounts in whole units and its contract’s source', async () => {
  const { context, complaints, page } = await project('/contracts')
  await page.goto(`${site.url}/studio/rules`)
  await page.getByRole('button', { name: 'From a template or contract' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('lido')
  await dialog.locator('[data-template="lido-stake"]').click()
  await dialog.getByText('npm @lido-sdk/constants').waitFor(patient)
  await dialog.getByLabel('At least').fill('much')
  await dialog.getByText('A number of ETH above nothing is expected').waitFor(patient)
  await dialog.getByLabel('At least').fill('0.5')
  await dialog.getByText(/staked at least 0\.50 ETH/).waitFor(patient)
  expect(await violationsInThemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add to the rule' }).click()
  await page.locator('[data-check="evm.event"]').waitFor(patient)
  expect(unexpected(complaints.errors)).toEqual([])
  await context.close()
})

test('a webhook is added, tested, verified by a library of the spec, sent again, paused, given a new secret and removed', async () => {
  const { context, complaints, page } = await project('/webhooks')
  const hook = hookAt(inject('oauthOrigin'), randomUUID())
  const add = page.getByRole('region', { name: 'Add an endpoint' })
  await add.getByLabel('Address').fill('http://10.0.0.1/hook')
  await add.getByRole('button', { name: 'Add the endpoint' }).click()
  await add.getByText('This address cannot be told').waitFor(patient)
  expect(await add.getByLabel('Address').inputValue()).toBe('http://10.0.0.1/hook')
  await add.getByLabel('Address').fill(hook.url)
  await add.getByRole('button', { name: 'Add the endpoint' }).click()
  const shown = page.locator('[data-secret] textarea')
  const secret = await shown.inputValue(patient)
  expect(secret).toMatch(/^whsec_/)
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByRole('button', { name: 'I have kept it' }).click()
  expect(await page.content()).not.toContain(secret)

  await page.locator('[data-endpoint] a').click()
  await page.getByRole('button', { name: 'Send a test' }).click(patient)
  await page.locator('[data-delivery][data-status="delivered"]').waitFor(patient)
  const received = await hook.received()
  expect(received.map(({ headers, body }) => new Webhook(secret).verify(body, headers))).toMatchObject([{ type: 'webhook.test' }])

  await page.locator('[data-delivery]').getByRole('button', { name: 'Send again' }).first().click()
  await expect.poll(async () => (await hook.received()).length, patient).toBe(2)
  const [first, again] = await hook.received()
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  await page.getByLabel('Also what was delivered').check()
  await page.getByRole('region', { name: 'Send the past again' }).getByRole('button', { name: 'Send again' }).click()
  // A test is of no type that an endpoint asks for, and nothing else has happened.
  await page.getByText('There was nothing to send.').waitFor(patient)

  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click()
  const next = await shown.inputValue(patient)
  expect(next).not.toBe(secret)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await page.getByText('Messages are signed with the secret before').waitFor(patient)
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(async () => (await hook.received()).length, patient).toBe(3)
  const last = (await hook.received())[2] ?? expect.fail('nothing came')
  for (const each of [secret, next]) expect(new Webhook(each).verify(last.body, last.headers)).toMatchObject({ type: 'webhook.test' })

  await page.getByLabel('By state').selectOption('failed')
  await page.getByText('No message fits').waitFor(patient)
  await page.getByLabel('By state').selectOption('')
  await page.locator('[data-delivery]').first().waitFor(patient)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('You paused it.').waitFor(patient)
  expect(await page.getByRole('button', { name: 'Send a test' }).isDisabled()).toBe(true)
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await page.getByText('No endpoint yet').waitFor(patient)
  expect(unexpected(complaints.errors)).toEqual([])
  await context.close()
})

test('a list with broken rows names each of them and takes nothing, then the good ones by a word; a secret is kept and never shown', async () => {
  const { context, complaints, page } = await project('/lists')
  await page.getByText('No list yet').waitFor(patient)
  const form = page.getByRole('region', { name: 'Upload a list' })
  await form.getByLabel('Name').fill('Early testers')
  const rows = [`0x${'11'.repeat(20)},gold`, 'alice,tin', `0x${'22'.repeat(20)}`, `0x${'33'.repeat(20)},tin`]
  await form.getByLabel('Rows').fill(['wallet,tier', ...rows].join('\n'))
  await form.getByRole('button', { name: 'Upload', exact: true }).click()
  await form.getByText('2 rows do not hold. Nothing was taken.').waitFor(patient)
  const broken = form.getByRole('region', { name: 'Broken rows' }).locator('tbody tr')
  expect(await broken.locator('td:first-child').allTextContents()).toEqual(['3', '4'])
  expect(await broken.first().textContent()).toContain('alice')
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByText('No list yet').waitFor()
  await form.getByRole('button', { name: 'Take only the good rows' }).click()
  const list = page.getByRole('article', { name: 'Early testers' })
  await list.getByText('2 rows').waitFor(patient)
  await form.getByText('2 broken rows were left out.').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), list.getByRole('link', { name: 'Download' }).click()])
  expect(file.suggestedFilename()).toMatch(/^cairn-list-quarry-.*\.csv$/)

  // Rows without names of columns are counted as they stand.
  await form.getByLabel('Name').fill('Bare')
  await form.getByLabel('Rows').fill(`0x${'44'.repeat(20)}\nnobody`)
  await form.getByRole('button', { name: 'Upload', exact: true }).click()
  await form.getByText('One row does not hold.').waitFor(patient)
  expect(await broken.locator('td:first-child').allTextContents()).toEqual(['2'])

  await list.getByRole('button', { name: 'Replace' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Rows').fill(`wallet,tier\n0x${'55'.repeat(20)},gold`)
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
  await dialog.waitFor({ state: 'hidden', ...patient })
  await list.getByText('1 row').waitFor(patient)
  await list.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await list.waitFor({ state: 'detached', ...patient })

  const secrets = page.getByRole('region', { name: 'Secrets' })
  await secrets.getByLabel('Name').fill('api_key')
  await secrets.getByLabel('Value').fill('quarry-hidden')
  await secrets.getByRole('button', { name: 'Keep the secret' }).click()
  await secrets.locator('[data-secret-name="api_key"]').waitFor(patient)
  await page.reload()
  await secrets.locator('[data-secret-name="api_key"]').waitFor(patient)
  expect(await page.content()).not.toContain('quarry-hidden')
  expect(await violationsInThemes(page)).toEqual([])
  expect(unexpected(complaints.errors)).toEqual([])
  await context.close()
})
