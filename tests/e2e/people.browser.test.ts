import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsInThemes } from './accessibility.ts'
import { launchBrowser } from './browser.ts'
import type { Site } from './journeys.ts'
import { call, member, type Who } from './peopleWorld.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

let made = 0
async function owner(): Promise<Who & { space: string }> {
  const who = await member(browser, site)
  const space = `people-${Date.now().toString(36)}-${made++}`
  await call(who, 'studio.spaces.make', { slug: space, name: `Basalt ${made}` })
  return { ...who, space }
}
/** The browser notes every refusal of the server, which these tests ask for. */
const unasked = ({ complaints }: Who) => complaints.errors.filter((text) => !/status of (400|403|404|409|422)/.test(text))
const patient = { timeout: 60_000, interval: 500 }
const open = ({ page }: Who, path: string) => page.goto(`${site.url}${path}`)

test('somebody is invited by wallet, told of it, joins, and the log says so', async () => {
  const [boss, guest] = [await owner(), await member(browser, site)]
  await open(boss, `/studio/${boss.space}/team`)
  const { page } = boss
  await page.getByLabel('Wallet', { exact: true }).fill('0x1234')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByText('This is no wallet address').waitFor()
  expect(await page.getByLabel('Wallet', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('Wallet', { exact: true }).inputValue()).toBe('0x1234')
  await page.getByLabel('Wallet', { exact: true }).fill(guest.address)
  await page.getByLabel('Role', { exact: true }).selectOption('reviewer')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.locator(`[data-invitation="${guest.wallet}"]`).getByText('Reviewer').waitFor()
  // The same wallet twice is said beside the field.
  await page.getByLabel('Wallet', { exact: true }).fill(guest.address)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByText('This wallet works here already').waitFor()
  expect(await violationsInThemes(page)).toEqual([])

  await open(guest, '/me/inbox')
  await guest.page.locator('[data-notice="space.invited"]').getByText('invites you to work for it as reviewer').click()
  await guest.page.waitForURL(/\/studio$/)
  const invited = guest.page.locator(`[data-invited="${boss.space}"]`)
  await invited.waitFor()
  expect(await violationsInThemes(guest.page)).toEqual([])
  await invited.getByRole('button', { name: 'Accept' }).click()
  await guest.page.locator(`[data-space="${boss.space}"]`).getByText('Reviewer').waitFor()
  await open(guest, `/studio/${boss.space}/team`)
  await guest.page.getByText('2 members').waitFor()
  // A reviewer sees the team, and nothing to change it with.
  expect(await guest.page.getByRole('button', { name: /Change|Invite/ }).count()).toBe(0)
  expect((await guest.page.goto(`${site.url}/studio/${boss.space}/log`))?.status()).toBe(404)

  await open(boss, `/studio/${boss.space}/log`)
  await page.locator('[data-action="invitation.accepted"]').waitFor()
  await page.getByLabel('What').selectOption('invitation.made')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/action=invitation\.made/)
  expect(await page.locator('[data-action]').count()).toBe(1)
  await page.locator('[data-action="invitation.made"]').getByText('Reviewer').waitFor()
  await page.getByLabel('Who').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/by=/)
  expect(await violationsInThemes(page)).toEqual([])
  expect([...unasked(boss), ...unasked(guest)]).toEqual([])
  await Promise.all([boss.close(), guest.close()])
})

test('a role that is taken away while a page is open says what is no longer allowed, and loses nothing that was typed', async () => {
  const [boss, admin] = [await owner(), await member(browser, site)]
  const { id } = await call<{ id: string }>(boss, 'studio.team.invite', { space: boss.space, wallet: admin.address, role: 'admin' })
  await call(admin, 'studio.invitations.answer', { id, accept: true })
  await open(admin, `/studio/${boss.space}/settings`)
  const about = admin.page.getByLabel('About, in English')
  await about.fill('We lend against stones.')
  await admin.page.getByLabel('About, in Japanese').fill('石を担保に貸し出します。')
  await open(boss, `/studio/${boss.space}/team`)
  const row = boss.page.locator(`[data-member="${admin.wallet}"]`)
  await row.getByRole('button', { name: /Change/ }).click()
  await boss.page.getByRole('dialog').getByLabel('Analyst').check()
  expect(await violationsInThemes(boss.page)).toEqual([])
  await boss.page.getByRole('button', { name: 'Save the role' }).click()
  await row.getByText('Analyst').waitFor()
  await admin.page.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.page.getByText('Your role here does not include this any more').waitFor()
  expect(await about.inputValue()).toBe('We lend against stones.')
  // With a right again, what was written is kept.
  await row.getByRole('button', { name: /Change/ }).click()
  await boss.page.getByRole('dialog').getByLabel('Admin').check()
  await boss.page.getByRole('button', { name: 'Save the role' }).click()
  await row.getByText('Admin').waitFor()
  await admin.page.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.page.getByText('Saved.').waitFor()

  // Handed over, the former owner is an admin, and may leave.
  await row.getByRole('button', { name: /Change/ }).click()
  await boss.page.getByRole('button', { name: 'Hand the space over' }).click()
  await boss.page.getByRole('button', { name: 'Hand it over' }).click()
  await row.getByText('Owner').waitFor()
  await boss.page.getByRole('button', { name: 'Leave this team' }).click()
  await boss.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await boss.page.waitForURL(/\/studio$/)
  await boss.page.getByText('No space yet').waitFor()
  expect([...unasked(boss), ...unasked(admin)]).toEqual([])
  await Promise.all([boss.close(), admin.close()])
})

test('two who save settings at once overwrite nothing of each other, and a wrong link is said beside it', async () => {
  const boss = await owner()
  const { page } = boss
  await open(boss, `/studio/${boss.space}/settings`)
  // A click that comes before the page's script is lost.
  const lines = page.getByLabel('Kind of link 1')
  await expect
    .poll(async () => {
      if ((await lines.count()) === 0) await page.getByRole('button', { name: 'Add a link' }).click()
      return lines.count()
    }, patient)
    .toBe(1)
  await page.getByLabel('Kind of link 1').selectOption('x')
  await page.getByLabel('Address of link 1').fill('https://x.com.evil.example/')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('This does not lead where its kind says').waitFor()
  expect(await page.getByLabel('Address of link 1').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Address of link 1').fill('https://x.com/basalt')
  const other = await boss.page.context().newPage()
  await other.goto(`${site.url}/studio/${boss.space}/settings`)
  await other.getByLabel('Name', { exact: true }).fill('Basalt of theirs')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText('Saved.').waitFor()
  await page.getByLabel('Web site').fill('https://basalt.example')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Somebody else saved these settings').waitFor()
  // A page in the background stands still, its colours too.
  await page.bringToFront()
  expect(await page.getByLabel('Web site').inputValue()).toBe('https://basalt.example')
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Basalt of theirs')
  await page.getByLabel('Web site').fill('https://basalt.example')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()
  await page.goto(`${site.url}/spaces/${boss.space}`)
  await page.getByRole('heading', { level: 1, name: 'Basalt of theirs' }).waitFor()
  expect(await page.getByRole('link', { name: 'Web site' }).getAttribute('rel')).toContain('nofollow')
  expect(unasked(boss)).toEqual([])
  await boss.close()
})

test('a domain is named, its proof is explained and looked for, and what was found is said', async () => {
  const boss = await owner()
  const { page } = boss
  await open(boss, `/studio/${boss.space}/settings`)
  await page.getByLabel('Domain', { exact: true }).fill('https://basalt.example/path')
  await page.getByRole('button', { name: 'Name it' }).click()
  await page.getByText('This is no public domain').waitFor()
  await page.getByLabel('Domain', { exact: true }).fill('basalt.invalid')
  await page.getByRole('button', { name: 'Name it' }).click()
  await page.locator('[data-domain="waiting"]').waitFor()
  await page.getByText('https://basalt.invalid/.well-known/cairn.txt').waitFor()
  await page.getByText(new RegExp(`cairn-space ${boss.space} `)).waitFor()
  await page.getByRole('button', { name: 'Look now' }).click()
  // A name that nobody has answers nothing.
  await page.getByText('basalt.invalid did not answer us').waitFor({ timeout: 30_000 })
  expect(await violationsInThemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Name another one' }).click()
  await page.getByLabel('Domain', { exact: true }).waitFor()
  expect(unasked(boss)).toEqual([])
  await boss.close()
})
