import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { generatePrivateKey } from 'viem/accounts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinStack } from '#tests/support/stack.ts'
import { violationsOf } from './accessibility.ts'
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

test('a CUBE is shown elsewhere: link, preview, badge and framed card, and nothing else may be framed', async () => {
  const key = generatePrivateKey()
  const wallets = { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } }
  const { context, complaints } = await openContext(browser, { wallets, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await evmJourney(context, site, key)
  const path = await page.locator('a[href^="/explorer/credentials/"]').first().getAttribute('href')
  await page.goto(`${site.url}${path}`)
  expect(await page.locator('[data-lane="zk"]').getAttribute('data-vote')).toBe('voted')
  for (const lane of ['tee', 'op']) await page.locator(`[data-lane="${lane}"]`).getByText('Not yet active').waitFor()
  await page.getByText('Show it elsewhere').click()
  expect(await violationsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Link copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}${path}`)

  const preview = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  const picture = await fetch(preview)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(picture.headers.get('cache-control')).toContain('immutable')

  const code = await page.getByLabel('Badge (HTML)').inputValue()
  const card = await page.getByLabel('Card (HTML)').inputValue()
  const elsewhere = await context.newPage()
  const other = await serve(`<!doctype html>${code}${card}<iframe src="${site.url}${path}"></iframe>`)
  await elsewhere.goto(other.url, { waitUntil: 'networkidle' })
  await elsewhere.frameLocator('iframe[title^="CUBE"]').getByText('See it on Cairn').waitFor()
  expect(await elsewhere.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
  expect(elsewhere.frames().map((frame) => frame.url())).not.toContain(`${site.url}${path}`)
  expect(complaints.strangers).toEqual([])
  other.server.close()
  await context.close()
})

/** Another site: a page of its own on an origin of its own. */
async function serve(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/` }
}
