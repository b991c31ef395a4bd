import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bn254 } from '@noble/curves/bn254.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { type CrsOptions, ensureCrs, ensurePoints } from '#server/rollup/prover/crs.ts'
import { DEV_TAU, developmentG1 } from '#server/rollup/prover/crsDevelopment.ts'
import { toBigInt } from '#server/shared/bytes.ts'

const POINTS = 3000
let home: string
let options: CrsOptions
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cairn-crs-'))
  options = { CAIRN_HOME: home, CAIRN_L2_CHAIN_ID: 31338, points: POINTS }
})
afterEach(() => rm(home, { recursive: true, force: true }))

const pointAt = (bytes: Uint8Array, i: number) =>
  bn254.G1.Point.fromAffine({ x: toBigInt(bytes.subarray(64 * i, 64 * i + 32)), y: toBigInt(bytes.subarray(64 * i + 32, 64 * i + 64)) })

test('points are the powers of tau, and G2 belongs to them', async () => {
  const { path, g2, development } = await ensureCrs(options)
  expect(development).toBe(true)
  const g1 = await readFile(join(path, 'bn254_g1.dat'))
  expect(g1.length).toBe(64 * POINTS)
  let power = 1n
  for (let i = 0; i < POINTS; i++) {
    if ([0, 1, 2, 2047, 2048, POINTS - 1].includes(i)) expect(pointAt(g1, i).equals(bn254.G1.Point.BASE.multiply(power))).toBe(true)
    power = (power * DEV_TAU) % P
  }
  const [x1, x0, y1, y0] = g2.map(BigInt) as [bigint, bigint, bigint, bigint]
  const tauG2 = bn254.G2.Point.fromAffine({ x: { c0: x0, c1: x1 }, y: { c0: y0, c1: y1 } })
  const left = bn254.pairing(pointAt(g1, POINTS - 1), bn254.G2.Point.BASE)
  expect(bn254.fields.Fp12.eql(left, bn254.pairing(pointAt(g1, POINTS - 2), tauG2))).toBe(true)
})

test('it is deterministic and generated once', async () => {
  const { path } = await ensureCrs(options)
  const marked = join(path, 'marker')
  await writeFile(marked, '')
  await ensureCrs(options)
  expect(await readdir(path)).toContain('marker')
  const again = Buffer.concat([...developmentG1(POINTS)])
  expect(again.equals(await readFile(join(path, 'bn254_g1.dat')))).toBe(true)
})

test('a torn folder, a dead process and an old lock do not stop the next start', async () => {
  const cache = join(home, 'cache')
  await mkdir(join(cache, 'crs-development'), { recursive: true })
  await writeFile(join(cache, 'crs-development/bn254_g1.dat'), 'torn')
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await writeFile(join(cache, `crs-development/draft-${child.pid}`), 'torn')
  await writeFile(join(cache, 'crs-development.lock'), String(child.pid))
  await ensureCrs(options)
  expect(await readdir(cache)).toEqual(['crs-development'])
  expect(await readdir(join(cache, 'crs-development'))).toEqual(['bn254_g1.dat', 'bn254_g2.dat'])

  await rm(join(cache, 'crs-development'), { recursive: true })
  await writeFile(join(cache, 'crs-development.lock'), '')
  await utimes(join(cache, 'crs-development.lock'), 0, 0)
  await ensureCrs(options)
  expect(await readdir(cache)).toEqual(['crs-development'])
})

test('more points are added to those that are there, and a wrong file is written anew', async () => {
  const crs = await ensureCrs({ ...options, points: 700 })
  const file = join(crs.path, 'bn254_g1.dat')
  const reader = await open(file)
  await ensurePoints(crs, 2900)
  const all = Buffer.concat([...developmentG1(2900)])
  expect(all.equals(await readFile(file))).toBe(true)
  expect((await reader.stat()).size).toBe(64 * 700)
  await reader.close()
  await ensurePoints(crs, 100)
  expect((await readFile(file)).length).toBe(64 * 2900)

  await writeFile(file, all.subarray(0, 64 * 800).fill(1))
  await ensurePoints(crs, 900)
  expect(Buffer.concat([...developmentG1(900)]).equals(await readFile(file))).toBe(true)
})

test('two processes may start at once', async () => {
  const script = `import { ensureCrs } from '#server/rollup/prover/crs.ts'; await ensureCrs(${JSON.stringify(options)})`
  const start = () => spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'inherit', 'inherit'] })
  const codes = await Promise.all([start(), start(), start()].map(async (child) => (await once(child, 'exit'))[0]))
  expect(codes).toEqual([0, 0, 0])
  expect(await readdir(join(home, 'cache'))).toEqual(['crs-development'])
})

test('the development string is refused off the local chains', async () => {
  for (const CAIRN_L2_CHAIN_ID of [1, 10, 31341]) {
    await expect(ensureCrs({ ...options, CAIRN_L2_CHAIN_ID })).rejects.toMatchObject({ code: 'config.invalid' })
  }
  expect(await readdir(home)).toEqual([])
})

test('given files are read, in either order of the G2 coordinates, and checked', async () => {
  const { path, g2 } = await ensureCrs(options)
  const given = { ...options, CAIRN_L2_CHAIN_ID: 10, CAIRN_CRS_PATH: path }
  expect(await ensureCrs(given)).toEqual({ path, g2, development: false })
  await expect(ensurePoints(await ensureCrs(given), POINTS + 1)).rejects.toMatchObject({ code: 'config.invalid' })
  const file = join(path, 'bn254_g2.dat')
  const bytes = await readFile(file)
  const swapped = Buffer.concat([32, 0, 96, 64].map((at) => bytes.subarray(at, at + 32)))
  await writeFile(file, swapped)
  expect((await ensureCrs(given)).g2).toEqual(g2)
  swapped[0] = (swapped[0] ?? 0) ^ 1
  await writeFile(file, swapped)
  await expect(ensureCrs(given)).rejects.toMatchObject({ code: 'config.invalid' })
  await rm(file)
  await expect(ensureCrs(given)).rejects.toMatchObject({ code: 'config.invalid' })
})
