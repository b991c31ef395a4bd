import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { launchBrowser, openContext } from './browser.ts'
import { evmJourney, type Site } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

const titles = (page: Page) => page.locator('section[aria-labelledby="list"] h3').allTextContents()
const search = (page: Page) => page.locator('input[name="q"]')

test('quests are searched and narrowed without any script, in both languages', async () => {
  const { context } = await openContext(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/quests`)
  expect((await titles(page)).length).toBeGreaterThanOrEqual(5)
  await search(page).fill('unisw')
  await search(page).press('Enter')
  await page.waitForURL(/q=unisw/)
  expect(await titles(page)).toEqual(['Trade on Uniswap'])
  await page.getByRole('link', { name: 'Remove the filter “unisw”' }).click()
  await page.waitForURL(/\/quests$/)
  await page.getByRole('navigation', { name: 'Category' }).getByRole('link', { name: 'DeFi' }).click()
  await page.waitForURL(/category=defi/)
  expect((await titles(page)).toSorted()).toEqual(['Trade on Uniswap', 'Wrap ether and hold it'])
  // What was chosen stays while words are added.
  await search(page).fill('wrap')
  await search(page).press('Enter')
  await page.waitForURL(/q=wrap/)
  expect(page.url()).toContain('category=defi')
  expect(await titles(page)).toEqual(['Wrap ether and hold it'])
  await page.goto(`${site.url}/ja/quests`)
  await search(page).fill('取引')
  await search(page).press('Enter')
  await page.waitForURL(/q=/)
  expect(await titles(page)).toEqual(['Uniswap で取引する'])
  await context.close()
})

test('an empty list says what to do, and a cursor that is none begins at the front', async () => {
  const { context, complaints } = await openContext(browser)
  const page = await context.newPage()
  await page.goto(`${site.url}/quests?q=zzz&category=defi`)
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await page.getByRole('link', { name: 'Leave the words out' }).click()
  await page.getByRole('heading', { name: 'Trade on Uniswap' }).waitFor()
  await page.goto(`${site.url}/quests?cursor=abc.def&difficulty=7&sort=random()`)
  expect((await titles(page)).length).toBeGreaterThanOrEqual(5)
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
})

test('a completed quest moves the member on: path, season, trending and space say so', async () => {
  const key = generatePrivateKey()
  const wallets = { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const { context, complaints } = await openContext(browser, { wallets })
  await evmJourney(context, site, key)
  const page = await context.newPage()
  await page.goto(`${site.url}/collections/first-stones`)
  await page.getByText('1 of 3 done').first().waitFor()
  await page.goto(`${site.url}/seasons/season-1`)
  await page.getByText('Counted: 60 points').waitFor()
  await page.goto(`${site.url}/quests?state=completed`)
  expect(await titles(page)).toEqual(['Wrap ether and hold it'])
  await page.goto(`${site.url}/`)
  await page.getByRole('region', { name: 'Trending' }).getByText('Wrap ether and hold it').waitFor()
  await page.getByRole('region', { name: 'For you' }).getByRole('heading').first().waitFor()
  await page.goto(`${site.url}/spaces/cairn`)
  await page.getByText('Not yet checked').first().waitFor()
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
})
