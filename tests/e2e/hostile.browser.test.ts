import type { Browser } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writtenText } from '#server/quests/text.ts'
import { hostileTitles } from '#tests/support/hostileTitles.ts'
import { joinStack } from '#tests/support/stack.ts'
import { launchBrowser, openContext } from './browser.ts'
import { publishQuest } from './formsJourney.ts'
import { type Site, signIn } from './journeys.ts'
import { siteOf } from './stackSite.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  site = await siteOf(joinStack(inject('stack')))
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const handlers = [
  'onload',
  'onerror',
  'onfocus autofocus',
  'ontoggle open',
  'onbegin',
  'onanimationstart style=animation:x',
  'onpointerover',
  'onscroll',
]
const tags = [
  'img src=x',
  'svg',
  'video src=x',
  'details',
  'input',
  'x tabindex=1',
  'select',
  'marquee',
  'audio src=x',
  'iframe',
  'body',
  'math',
]
/** Ways that only a renderer of Markdown would open. */
const links = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
]
const asLinks = [
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  ' javascript:alert(1)',
  'javascript://%0aalert(1)',
  ...links,
].flatMap((link) => [`[x](${link})`, `![x](${link})`, `<${link}>`, `[x](<${link}> "onclick=alert(1)")`, `<a href="${link}">x</a>`])
const ways = [...tags.flatMap((tag) => handlers.map((handler) => `<${tag} ${handler}=alert(1)>`)), ...asLinks, ...hostileTitles]
const written = (max: number) => ways.map((way) => way.trim()).filter((way) => writtenText(max).safeParse(way).success)

/** As many of the texts as fit, each a paragraph of its own, and what is left. */
function pack(texts: readonly string[], max: number): [string, string[]] {
  let length = 0
  let end = 0
  for (const text of texts) {
    length += text.length + 2
    if (length > max) break
    end++
  }
  return [texts.slice(0, end).join('\n\n'), texts.slice(end)]
}

test('texts of strangers that want to be scripts run none, in no place of a quest and in no language', async () => {
  const long = written(500)
  expect(long.length).toBeGreaterThan(200)
  const [en, rest] = pack(long, 8000)
  const [ja, left] = pack(rest, 8000)
  const short = written(80)
  const at = (i: number) => short[i % short.length] ?? ''
  const definition = {
    ...{ title: { en: at(0), ja: at(1) }, summary: { en: at(2), ja: at(3) }, description: { en, ja } },
    ...{ category: 'social', difficulty: 1, minutes: 1, points: 1, expiresAfterSeconds: 0, order: 'any' },
    steps: Array.from({ length: 20 }, (_, i) => ({
      ...{
        id: `s${i}`,
        title: { en: at(5 * i), ja: at(5 * i + 1) },
        hint: { en: left[i] ?? at(5 * i + 2), ja: left[20 + i] ?? at(5 * i + 3) },
      },
      rule: {
        kind: 'poll',
        params: {
          question: { en: at(5 * i + 4), ja: at(5 * i) },
          choices: ['a', 'b'].map((id, n) => ({ id, text: { en: at(7 * i + n), ja: at(7 * i + n + 3) } })),
        },
      },
    })),
  }
  const wallets = { evm: { key: generatePrivateKey(), rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const { context, complaints } = await openContext(browser, { wallets })
  const ran: string[] = []
  await context.exposeFunction('cairnRan', (what: string) => ran.push(what))
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      window[name] = () => (window as never as { cairnRan(what: string): void }).cairnRan(name) as never
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => ran.push(dialog.type()))
  await page.goto(`${site.url}/`)
  await signIn(page, 'Test Wallet')
  await publishQuest(page, 'hostile-texts', definition, 100)
  for (const path of ['/quests/hostile-texts', '/ja/quests/hostile-texts', '/quests?q=alert', '/ja/search?q=alert']) {
    await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
    expect(await page.locator('body').textContent()).toContain('alert(1)')
    // What a pointer and the keyboard would set off.
    for (const link of await page.locator('main a, main input').all()) await link.dispatchEvent('pointerover')
    const shown = page.locator(
      'main :is(script:not([nonce]), iframe, object, embed, base, form[action^="javascript" i], [href^="javascript" i], [src^="javascript" i], [onerror], [onload])',
    )
    expect(await shown.count()).toBe(0)
  }
  expect(ran).toEqual([])
  // The sanitiser holds alone: the policy behind it had nothing to refuse.
  expect(complaints).toEqual({ errors: [], strangers: [] })
  await context.close()
})
