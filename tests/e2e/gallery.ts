import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { generatePrivateKey } from 'viem/accounts'
import { launchBrowser, openContext } from './browser.ts'
import { signIn } from './journeys.ts'
import { publicPages } from './pages.ts'

/**
 * Pictures of every page of a running site, to be looked at: `node tests/e2e/gallery.ts FOLDER [URL]`.
 * Desk and phone × light and dark × English and Japanese; signed out, and the pages that change when signed in.
 */
const [folder, url = 'http://localhost:3000'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node tests/e2e/gallery.ts FOLDER [URL]')

const sizes = {
  desk: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}
const signedInPages = ['/', '/me', '/me/rewards', '/quests', '/quests/learn-cairn', '/quests/two-worlds']

const nameOf = (path: string) =>
  path
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'home'

const browser = await launchBrowser()
const paths = await publicPages(url)
mkdirSync(folder, { recursive: true })
for (const [size, device] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark'] as const) {
    // The chain is not asked: the wallet signs in and does nothing else.
    const wallets = { evm: { key: generatePrivateKey(), rpc: 'http://localhost:1', chainId: 31_339 } }
    const { context, complaints } = await openContext(browser, { ...device, colorScheme: theme, reducedMotion: 'reduce', wallets })
    const page = await context.newPage()
    const shoot = async (path: string, suffix = '') => {
      for (const locale of ['en', 'ja']) {
        await page.goto(`${url}${locale === 'ja' ? '/ja' : ''}${path}`, { waitUntil: 'networkidle' })
        await page.screenshot({ path: join(folder, `${nameOf(path)}${suffix}-${size}-${theme}-${locale}.png`), fullPage: true })
      }
    }
    for (const path of paths) await shoot(path)
    await page.goto(`${url}/`)
    await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).waitFor()
    await page.screenshot({ path: join(folder, `dialog-${size}-${theme}-en.png`) })
    await page.keyboard.press('Escape')
    await signIn(page, 'Test Wallet')
    for (const path of signedInPages) await shoot(path, '-member')
    await page.goto(`${url}/me/rewards`)
    await page.getByRole('button', { name: 'Set up your spend key' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).waitFor({ timeout: 60_000 })
    await page.screenshot({ path: join(folder, `me-rewards-dialog-${size}-${theme}-en.png`) })
    if (complaints.errors.length > 0) console.log(`${size} ${theme}:`, complaints.errors)
    await context.close()
  }
}
await browser.close()
