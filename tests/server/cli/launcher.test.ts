import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** An npm that takes a moment and brings a runtime that says that it ran. */
const npm = `#!/bin/sh
echo "$1" >> log
if [ "$1" = ci ]; then rm -rf node_modules; sleep 0.3; mkdir -p node_modules/.bin
else printf '#!/bin/sh\\necho ran\\n' > node_modules/.bin/node; chmod +x node_modules/.bin/node; fi
`
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-launcher-'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin', 'npm'), npm)
  chmodSync(join(folder, 'bin', 'npm'), 0o755)
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  copyFileSync(join(import.meta.dirname, '../../../cairn'), join(folder, 'cairn'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const launch = async () => {
  const env = { NODE_ENV: 'test' as const, PATH: `${join(folder, 'bin')}:/usr/bin:/bin` }
  return (await promisify(execFile)(join(folder, 'cairn'), ['help'], { env })).stdout
}
const installs = () => readFileSync(join(folder, 'log'), 'utf8').match(/^ci$/gm)?.length

test('packages are installed once, however many commands begin at once, and again for another lockfile', async () => {
  expect(await Promise.all([launch(), launch(), launch()])).toEqual(['ran\n', 'ran\n', 'ran\n'])
  expect(installs()).toBe(1)
  await launch()
  expect(installs()).toBe(1)
  writeFileSync(join(folder, 'package-lock.json'), '{"other":1}')
  await launch()
  expect(installs()).toBe(2)
})

test('an install that was killed keeps nobody waiting', async () => {
  mkdirSync(join(folder, '.cairn', 'install.lock'), { recursive: true })
  writeFileSync(join(folder, '.cairn', 'install.lock', 'pid'), '999999999')
  expect(await launch()).toBe('ran\n')
})
