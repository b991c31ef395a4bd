import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

/** JavaScript and declarations into `dist`, or another folder. */
export function buildSdk(folder = join(here, 'dist')): void {
  rmSync(folder, { recursive: true, force: true })
  execFileSync(process.execPath, [compiler, '-p', here, '--outDir', folder], { stdio: 'inherit' })
}

if (import.meta.main) buildSdk()
