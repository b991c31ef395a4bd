import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { joinStack } from '#tests/support/stack.ts'
import { violationsOf } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Site, solanaJourney } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

const numbersIn = (texts: string[]) => texts.map((text) => Number(text.replaceAll(/[^\d]/g, '')))

/** What the lines of the sum add, and what the last row says they come to. */
async function sumOf(page: Page) {
  const table = page.getByRole('table', { name: 'The sum of the score' })
  const adds = numbersIn(await table.locator('tbody tr td:nth-of-type(2)').allTextContents())
  const [total] = numbersIn(await table.locator('tfoot tr td:last-of-type').allTextContents())
  return { lines: adds.length, added: adds.reduce((sum, add) => sum + add, 0), total }
}

test('a member follows the sum of the score, hides a CUBE from others, and has a place on the leaderboard', async () => {
  const { context, complaints } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey() } } })
  const page = await solanaJourney(context, site)
  await page.goto(`${site.url}/me`)
  await page.getByRole('link', { name: 'View profile' }).click()
  await page.waitForURL(/\/people\//)
  await expect.poll(async () => (await sumOf(page)).total, { timeout: 60_000 }).toBeGreaterThan(0)
  const mine = await sumOf(page)
  expect(mine).toMatchObject({ lines: 1, added: mine.total })
  expect(await violationsOf(page)).toEqual([])

  await page.getByRole('button', { name: /^Hide / }).click()
  await page.getByRole('button', { name: /^Show .* again$/ }).waitFor()
  const visitor = await openContext(browser)
  const seen = await visitor.context.newPage()
  await seen.goto(page.url())
  await seen.getByText('1 credential that its holder does not show').waitFor()
  expect(await sumOf(seen)).toEqual(mine)
  expect(await seen.getByRole('heading', { name: 'Nothing to show' }).count()).toBe(1)
  await visitor.context.close()

  await page.goto(`${site.url}/leaderboard?period=week`)
  const row = page.getByRole('row').filter({ hasText: 'You' })
  await row.waitFor()
  expect(await row.count()).toBe(1)
  expect(await violationsOf(page)).toEqual([])
  const csv = await page.evaluate(async () => (await fetch('/api/csv/credentials')).text())
  const [header = [], ...rows] = readCsv(csv).map(({ fields }) => fields)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.[header.indexOf('state_root')]).toMatch(/^0x[0-9a-f]{64}$/)
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
})
