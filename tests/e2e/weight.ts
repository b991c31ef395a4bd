import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/** Gzipped bytes of all scripts that a fresh load of the page fetched and ran until the network was quiet. */
export async function executedScript(page: Page, address: string): Promise<number> {
  const bodies: Promise<number>[] = []
  const note = (response: Response) => {
    if (response.request().resourceType() === 'script') bodies.push(bodyOf(response).then((body) => gzipSync(body).length))
  }
  page.on('response', note)
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForTimeout(500)
  page.off('response', note)
  return (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
}

/** What the browser let go before it was read is the same at its address: scripts are named by their content. */
const bodyOf = (response: Response): Promise<Buffer> =>
  response.body().catch(async () => Buffer.from(await (await fetch(response.url())).arrayBuffer()))
