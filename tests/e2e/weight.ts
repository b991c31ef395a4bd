import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** Gzipped bytes of all scripts that a fresh load of the page fetched and ran until the network was quiet. */
export async function executedScript(page: Page, address: string): Promise<number> {
  const bodies: Promise<number>[] = []
  const note = (response: { request(): { resourceType(): string }; body(): Promise<Buffer> }) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body().then((body) => gzipSync(body).length))
  }
  page.on('response', note)
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForTimeout(500)
  page.off('response', note)
  return (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
}
