/** Lighthouse's four scores of a page, by its mobile preset. */

import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { quietChromium } from '#tests/e2e/browser.ts'
import { freePort } from '#tests/support/ports.ts'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof categories)[number], number>

/** A Chromium that Lighthouse finds by its port. */
export async function openForLighthouse(): Promise<{ browser: Browser; port: number }> {
  const port = await freePort()
  const { executablePath, args } = quietChromium()
  return { browser: await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] }), port }
}

/** Each from 0 to 100. */
export async function lighthouseScores(address: string, port: number): Promise<Scores> {
  const result = await lighthouse(address, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] })
  if (!result) throw new Error(`Lighthouse has no result for ${address}`)
  const scoreOf = (name: string) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100)
  return Object.fromEntries(categories.map((name) => [name, scoreOf(name)])) as Scores
}
