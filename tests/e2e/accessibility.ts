import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe holds against the page, by the rules of WCAG 2.0 to 2.2, A and AA, in words short enough for a failure message. */
export const violationsOf = (page: Page): Promise<string[]> =>
  inWords(builderFor(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']))

/** What axe holds against the page in both themes. In the second one only what colours can break is looked at again. */
export async function violationsInThemes(page: Page): Promise<string[]> {
  const light = await violationsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const colours = () => inWords(builderFor(page).withRules(['color-contrast', 'link-in-text-block']))
  let dark = await colours()
  // What was caught between the themes is gone in a moment.
  for (let tries = 0; dark.length > 0 && tries < 3; tries++) {
    await page.waitForTimeout(400)
    dark = await colours()
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light.map((violation) => `light: ${violation}`), ...dark.map((violation) => `dark: ${violation}`)]
}

/** Our pages have no frames: what is found is put together in the page itself, not in a new one, and what holds is not listed. */
const builderFor = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

async function inWords(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`),
  )
}
