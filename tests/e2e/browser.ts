import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { findChromium } from '#server/cli/stack/chromium.ts'
import { projectRoot } from '#server/cli/stack/layout.ts'
import type { TestWallets } from './walletInject.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of this machine, silent towards the network. Throws when there is none. */
export function quietChromium(): { executablePath: string; args: string[] } {
  const executablePath = findChromium()
  if (!executablePath || !existsSync(executablePath)) throw new Error('Chromium is not installed (Debian: apt-get install chromium).')
  return { executablePath, args: quiet }
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(quietChromium())

let bundled: Promise<string> | undefined

/** The wallets as one script for `addInitScript`. */
function bundleWallets(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(projectRoot, 'tests', 'e2e', 'walletInject.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then(({ outputFiles: [file] }) => file?.text ?? '')
  return bundled
}

export type BrowserOptions = BrowserContextOptions & { wallets?: TestWallets }

/** What a page did that it should not have done. */
export type Complaints = { errors: string[]; strangers: string[] }

/** `walletCalls`: what the site asked the wallets, over all pages of the context. */
export type Opened = { context: BrowserContext; complaints: Complaints; walletCalls: string[] }

/** A fresh profile, with wallets injected, that notes console errors and requests that leave this machine. */
export async function openContext(browser: Browser, { wallets, ...options }: BrowserOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  const complaints: Complaints = { errors: [], strangers: [] }
  const walletCalls: string[] = []
  if (wallets) {
    await context.exposeFunction('cairnNoteCall', (name: string) => walletCalls.push(name))
    await context.addInitScript(`window.cairnTestWallets = ${JSON.stringify(wallets)}; window.cairnRefuses = window.cairnRefuses ?? [];`)
    await context.addInitScript({ content: await bundleWallets() })
  }
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1') complaints.strangers.push(request.url())
  })
  context.on('console', (message) => message.type() === 'error' && complaints.errors.push(message.text()))
  context.on('weberror', (error) => complaints.errors.push(error.error().message))
  return { context, complaints, walletCalls }
}
