/**
 * What the site costs a visitor and its server, on a stack of its own: scripts of each public page, what Chromium sees of it on a slow phone, Lighthouse's
 * scores, and how the server answers fifty at once beside Next's own hello page. Arguments: runs of each page (5), requests of each load (600).
 */
import type { Browser } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { launchBrowser, openContext } from '#tests/e2e/browser.ts'
import { evmJourney } from '#tests/e2e/journeys.ts'
import { publicPages } from '#tests/e2e/pages.ts'
import { siteOf } from '#tests/e2e/stackSite.ts'
import { executedScript } from '#tests/e2e/weight.ts'
import { startStack } from '#tests/support/stack.ts'
import { against, type BenchBar, type BenchResult, bar, printReport, summarise } from './report.ts'
import { numbers } from './slotLoad.ts'
import { startHello } from './webHello.ts'
import { categories, lighthouseScores, openForLighthouse, type Scores } from './webLighthouse.ts'
import { loadPage } from './webLoad.ts'
import { measureVitals } from './webVitals.ts'

const [runs = 5, requests = 600] = numbers
const atOnce = 50
const progress = (what: string) => console.error(`web: ${what}`)
const results: BenchResult[] = []
const bars: BenchBar[] = []

progress('Next’s hello page')
const hello = await startHello()
const browser = await launchBrowser()
progress('a stack with a member who has a CUBE')
const stack = await startStack()
try {
  const site = await siteOf(stack)
  const key = generatePrivateKey()
  const { context } = await openContext(browser, { wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } } })
  await (await evmJourney(context, site, key)).close()
  await context.close()

  const paths = (await publicPages(stack.url)).filter((path) => path !== '/nowhere' && path !== '/me')
  await measureScripts(browser, paths)
  const main = paths.filter((path) => path === '/' || /^\/(?:quests|people|explorer\/credentials)\/./.test(path))
  await measureLooks(browser, main)
  await measureLighthouse(main)
  await measureServer(main)
} finally {
  await browser.close()
  await hello.stop()
  await stack.stop()
}
printReport('web', results, bars)

async function measureScripts(chromium: Browser, paths: readonly string[]) {
  progress('scripts')
  const { context } = await openContext(chromium)
  const page = await context.newPage()
  const peer = summarise('Next’s hello page: executed script', 'KiB', [(await executedScript(page, hello.url)) / 1024])
  results.push(peer)
  for (const path of paths) {
    const size = (await executedScript(page, `${stack.url}${path}`)) / 1024
    results.push(against(summarise(`${path}: executed script, gzip`, 'KiB', [size]), peer))
    bars.push(bar(`${path}: executed script, KiB`, 180, size))
  }
  await context.close()
}

async function measureLooks(chromium: Browser, paths: readonly string[]) {
  for (const path of paths) {
    progress(`${path} on a slow phone`)
    const vitals = []
    for (let run = 0; run < runs; run++) vitals.push(await measureVitals(chromium, `${stack.url}${path}`))
    const shift = summarise(
      `${path}: layout shift`,
      'CLS',
      vitals.map(({ cls }) => cls),
    )
    results.push(
      shift,
      summarise(
        `${path}: largest contentful paint`,
        'ms',
        vitals.map(({ lcpMs }) => lcpMs),
      ),
    )
    bars.push(bar(`${path}: layout shift`, 0.1, shift.p95))
  }
}

async function measureLighthouse(paths: readonly string[]) {
  const chrome = await openForLighthouse()
  const scoresOf = async (name: string, address: string) => {
    progress(`${name} by Lighthouse`)
    const scores: Scores[] = []
    for (let run = 0; run < runs; run++) scores.push(await lighthouseScores(address, chrome.port))
    const of = (category: keyof Scores) => scores.map((score) => score[category])
    return (category: keyof Scores) => summarise(`${name}: ${category}`, 'of 100', of(category), 'more')
  }
  // What this machine gives a page with nothing on it: its processor decides most of the first score.
  const peer = (await scoresOf('Next’s hello page', hello.url))('performance')
  results.push(peer)
  for (const path of paths) {
    const resultOf = await scoresOf(path, `${stack.url}${path}`)
    for (const category of categories) {
      const result = resultOf(category)
      results.push(category === 'performance' ? against(result, peer, 'more') : result)
      bars.push(bar(`${path}: ${category}`, 95, result.median, 'more'))
    }
  }
  await chrome.browser.close()
}

async function measureServer(paths: readonly string[]) {
  const load = (address: string) => loadPage(address, { count: requests, atOnce })
  for (const path of paths) {
    progress(`${path}, ${atOnce} at once`)
    await load(`${stack.url}${path}`)
    await load(hello.url)
    const peer = summarise(`Next’s hello page beside ${path}`, 'ms', await load(hello.url))
    const own = against(summarise(`${path}: answered with ${atOnce} at once`, 'ms', await load(`${stack.url}${path}`)), peer)
    results.push(peer, own)
    bars.push(bar(`${path}: p95, times that of the hello page`, 2, own.p95 / peer.p95))
  }
}
