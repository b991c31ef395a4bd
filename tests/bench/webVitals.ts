/** What Chromium sees of a page on a slow phone: layout shift and largest contentful paint. */
import type { Browser } from 'playwright-core'
import { openContext } from '#tests/e2e/browser.ts'

/** Lighthouse's mobile throttling: slow 4G, a processor four times slower. */
const slow4g = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }

export type Vitals = { lcpMs: number; cls: number }

/** A fresh load of the page, to the end of its work. */
export async function measureVitals(browser: Browser, address: string): Promise<Vitals> {
  const { context } = await openContext(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const vitals = { lcpMs: 0, cls: 0 }
    Object.assign(window, { cairnVitals: vitals })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.lcpMs = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) vitals.cls += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 })
  // From the top to the end, as a reader does: what moves then counts, too.
  for (let step = 0; step < 6; step++) {
    await page.mouse.wheel(0, 800)
    await page.waitForTimeout(200)
  }
  const vitals = await page.evaluate(() => (window as unknown as { cairnVitals: Vitals }).cairnVitals)
  await context.close()
  return vitals
}
