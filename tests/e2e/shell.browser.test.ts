import type { Browser, Page } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsOf } from './accessibility.ts'
import { launchBrowser, openContext } from './browser.ts'
import { answerQuiz, type Site, signIn } from './journeys.ts'
import { publicPages } from './pages.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const patient = { timeout: 90_000 }
const palette = (page: Page) => page.getByRole('dialog').getByRole('combobox')

/** By its keys, which work once the page listens to them. */
async function openPalette(page: Page) {
  await expect
    .poll(async () => {
      if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
      await palette(page)
        .waitFor({ timeout: 3000 })
        .catch(() => {})
      return palette(page).isVisible()
    }, patient)
    .toBe(true)
}

describe('the palette', () => {
  test('opens, searches, moves and goes by the keyboard alone', async () => {
    const { context, complaints } = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/`, { waitUntil: 'networkidle' })
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await openPalette(page)
    // Its code came with the intent.
    expect(scripts.length).toBeGreaterThan(0)
    expect(await palette(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('wrap')
    const option = page.getByRole('option', { name: /^Wrap/ }).first()
    await option.waitFor()
    expect(await palette(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await option.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/quests\/wrap/)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(complaints).toEqual({ errors: [], strangers: [] })
    await context.close()
  })

  test('changes the colours and the language, and gives the focus back when it closes', async () => {
    const { context } = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/quests`, { waitUntil: 'networkidle' })
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' })
    await opener.focus()
    await openPalette(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => opener.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+k')
    await palette(page).fill('dark')
    await page.getByRole('option', { name: 'Dark colours' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await expect.poll(() => page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Control+k')
    await palette(page).fill('japanese')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.url}/ja/quests`)
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await context.close()
  })

  test('is a button on a phone, fits, and is clean in both themes and languages', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context } = await openContext(browser, { ...phone, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const [prefix, name] of [
        ['', 'Search'],
        ['/ja', '検索'],
      ] as const) {
        await page.goto(`${site.url}${prefix}/`, { waitUntil: 'networkidle' })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
        await page.getByRole('banner').getByRole('link', { name }).tap()
        await palette(page).fill('cairn')
        await page.getByRole('option').first().waitFor()
        await expect.poll(() => violationsOf(page), patient).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      }
      await context.close()
    }
  })

  test('hands over to the wallets, and is not opened over them', async () => {
    const { context } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey() } } })
    const page = await context.newPage()
    await page.goto(`${site.url}/`, { waitUntil: 'networkidle' })
    await openPalette(page)
    await palette(page).fill('connect')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Test Solana Wallet' }).waitFor()
    await page.keyboard.press('Control+k')
    expect(await page.getByRole('combobox').count()).toBe(0)
    await context.close()
  })
})

test('the search and the way back from nowhere work without script', async () => {
  const { context } = await openContext(browser, { javaScriptEnabled: false })
  const page = await context.newPage()
  const answer = await page.goto(`${site.url}/nowhere`)
  expect(answer?.status()).toBe(404)
  expect(await page.getByText(answer?.headers()['x-request-id'] ?? 'no id').count()).toBe(1)
  await page.getByRole('main').getByRole('searchbox').fill('wrap')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/\/search\?q=wrap/)
  await page.getByRole('main').getByRole('link', { name: /^Wrap/ }).first().click()
  await page.waitForURL(/\/quests\/wrap/)
  await page.goto(`${site.url}/ja/search?q=%00%27%22%3Cscript%3Ealert(1)%3C/script%3E`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('検索')
  await context.close()
})

test('something that settles is in the tray, survives a reload, and is told of without taking the focus', async () => {
  const { context, complaints } = await openContext(browser, { wallets: { solana: { seed: generatePrivateKey() } } })
  const page = await context.newPage()
  await page.goto(`${site.url}/quests/learn-cairn`)
  await signIn(page, 'Test Solana Wallet')
  const bell = page.getByRole('banner').getByRole('link', { name: /^Activity/ })
  await bell.waitFor()
  const done = answerQuiz(page)
  await expect.poll(() => bell.textContent(), patient).toMatch(/on the way/)
  // Another page of the same member knows it, too: it is the server's.
  const other = await context.newPage()
  await other.goto(`${site.url}/explorer`)
  const otherBell = other.getByRole('banner').getByRole('link', { name: /^Activity/ })
  await expect.poll(() => otherBell.textContent(), patient).toMatch(/on the way|unread/)
  await done
  await page.bringToFront()
  const skip = page.getByRole('banner').getByRole('link', { name: 'Cairn, home' })
  await skip.focus()
  await expect.poll(() => bell.textContent(), patient).toMatch(/1 unread/)
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  await bell.click()
  const tray = page.getByRole('dialog', { name: 'Activity' })
  await tray.getByRole('link', { name: /is final/ }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.goto(`${site.url}/me/inbox`)
  await page.locator('[data-notice="cube.final"][data-read="false"]').waitFor()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await page.locator('[data-notice="cube.final"][data-read="true"]').waitFor()
  await page.reload()
  await page.locator('[data-notice="cube.final"][data-read="true"]').waitFor()
  const aSwitch = page.getByRole('checkbox', { name: 'A CUBE is final' })
  await aSwitch.uncheck()
  await page.waitForLoadState('networkidle')
  await page.reload()
  expect(await aSwitch.isChecked()).toBe(false)
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
})

test('a toast comes and goes by its button', async () => {
  const { context } = await openContext(browser, {
    wallets: { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId }, solana: { seed: generatePrivateKey() } },
  })
  const page = await context.newPage()
  await page.goto(`${site.url}/quests/learn-cairn`)
  await signIn(page, 'Test Wallet')
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Activity/ })
    .waitFor()
  await answerQuiz(page)
  const toast = page.locator('[data-toast="cube.final"]')
  await toast.waitFor(patient)
  expect(await violationsOf(page)).toEqual([])
  await toast.getByRole('button', { name: 'Dismiss' }).click()
  await toast.waitFor({ state: 'detached' })
  await context.close()
})

test('the site is an app: manifest, icons and a notice while the network is away', async () => {
  const { context, complaints } = await openContext(browser)
  const page = await context.newPage()
  await page.goto(`${site.url}/ja`, { waitUntil: 'networkidle' })
  const address = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? ''
  const manifest = (await (await fetch(new URL(address, site.url))).json()) as {
    lang: string
    start_url: string
    icons: { src: string; sizes: string; type: string }[]
  }
  expect(manifest).toMatchObject({ lang: 'ja', start_url: '/ja' })
  for (const { src, sizes, type } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
    const answer = await fetch(new URL(src, site.url))
    expect(answer.headers.get('content-type')).toBe(type)
    const picture = Buffer.from(await answer.arrayBuffer())
    // PNG, and its header says the size.
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes)
  }
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.setOffline(true)
  await page.getByRole('status').getByText('オフラインです').waitFor()
  await page.goto(`${site.url}/quests`)
  await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('heading', { name: 'Quests', exact: true }).waitFor()
  await context.close()
})

test('what search engines read is well formed: map, rules, data, one address for each page', async () => {
  const { context } = await openContext(browser)
  const page = await context.newPage()
  await page.goto(`${site.url}/`)
  const map = await page.evaluate(async () => {
    const text = await (await fetch('/sitemap.xml')).text()
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    return {
      broken: parsed.querySelectorAll('parsererror').length,
      urls: [...parsed.querySelectorAll('url > loc')].map((loc) => loc.textContent ?? ''),
    }
  })
  expect(map.broken).toBe(0)
  for (const url of map.urls.slice(0, 12)) expect((await fetch(url)).status, url).toBe(200)
  expect(map.urls.some((url) => url.endsWith('/ja/quests/learn-cairn'))).toBe(true)
  const robots = await (await fetch(`${site.url}/robots.txt`)).text()
  expect(robots).toMatch(/^User-Agent: \*$/m)
  expect(/^Sitemap: (.+)$/m.exec(robots)?.[1]).toBe(map.urls[0] && new URL('/sitemap.xml', map.urls[0]).href)
  for (const path of (await publicPages(site.url)).filter((each) => each !== '/nowhere')) {
    await page.goto(`${site.url}/ja${path === '/' ? '' : path}`)
    const canonical = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? ''
    expect(new URL(canonical).pathname).toBe(`/ja${path === '/' ? '' : path.split('?')[0]}`)
    expect(await page.locator('link[rel="alternate"][hreflang]').count()).toBe(3)
    for (const data of await page.locator('script[type="application/ld+json"]').allTextContents())
      expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org', '@type': expect.any(String) })
  }
  await context.close()
})
