import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { root } from './sources.ts'

/** What pages may import from the server must run in a browser. */
const browserSafe = [
  ...modules('server/rollup/protocol').filter((path) => !path.includes('/wasm/')),
  ...modules('server/verify/kinds'),
  ...modules('server/reputation/formula'),
  'server/verify/rule.ts',
  'server/verify/verdict.ts',
  'server/quests/draw/draw.ts',
  'server/quests/funds/estimate.ts',
  'server/quests/draw/checkDraw.ts',
  'server/credentials/verify.ts',
  'server/credentials/verify/l2Client.ts',
  'server/shared/errors.ts',
  'server/shared/bytes.ts',
  'server/shared/canonical.ts',
]

function modules(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.ts') && statSync(join(root, path)).isFile())
}

async function bundle(path: string): Promise<string[]> {
  const result = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
    metafile: true,
  }).catch((error: { errors: { text: string }[] }) => error)
  if ('errors' in result && result.errors.length > 0) return result.errors.map(({ text }) => text)
  if (!('metafile' in result)) return ['no bundle']
  const inputs = Object.keys(result.metafile.inputs).filter((input) => /node_modules\/(pg|pino)\//.test(input))
  const output = result.outputFiles[0]?.text ?? ''
  return [
    ...inputs,
    ...(/\bprocess\.env\.(CAIRN|DATABASE|NEXTAUTH)/.test(output) ? ['reads process.env'] : []),
    ...(/from\s*["']node:/.test(output) ? ['imports node:'] : []),
  ]
}

describe('browser-safe list', () => {
  it.each(browserSafe.filter((path) => existsSync(join(root, path))))('%s bundles for the browser', async (path) => {
    expect(await bundle(path)).toEqual([])
  })

  it('notices a module that is not safe', async () => {
    expect(await bundle('drizzle/client.ts')).not.toEqual([])
  })
})
