import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSdk } from '#server/api/public/sdk/build.ts'

const root = join(import.meta.dirname, '../../../../..')
const sdk = join(root, 'server/api/public/sdk')
const run = promisify(execFile)

/** Programs of the README by the heading that they stand under. */
export function examples(): Map<string, string> {
  const readme = readFileSync(join(sdk, 'README.md'), 'utf8')
  const sections = readme.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => [
      section.slice(0, section.indexOf('\n')),
      [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code).join('\n'),
    ]),
  )
}

export type Consumer = {
  folder: string
  run(file: string, env: Record<string, string>): Promise<string>
  compile(): Promise<string>
  remove(): void
}

/** A folder of somebody else's: the built package in its `node_modules`, viem and Node's types beside it, and the README's programs as files. */
export function makeConsumer(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-sdk-'))
  const own = join(folder, 'node_modules/@cairn/sdk')
  mkdirSync(own, { recursive: true })
  buildSdk(join(own, 'dist'))
  writeFileSync(join(own, 'package.json'), readFileSync(join(sdk, 'package.json')))
  for (const name of ['viem', '@types']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  for (const [index, code] of [...examples().values()].entries()) writeFileSync(join(folder, `example${index}.ts`), code)
  const options = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    strict: true,
    noEmit: true,
    types: ['node'],
    skipLibCheck: false,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, skipLibCheck: true }, include: ['*.ts'] }))
  return {
    folder,
    async run(file, env) {
      const { stdout } = await run(process.execPath, [join(folder, file)], {
        cwd: folder,
        env: { NODE_ENV: 'test', PATH: process.env.PATH ?? '', ...env },
        timeout: 60_000,
      })
      return stdout
    },
    compile: async () =>
      (await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch((error) => error)).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
