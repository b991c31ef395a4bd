import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { bn254 } from '@noble/curves/bn254.js'
import { localChainIds } from '#server/rollup/protocol/constants.gen.ts'
import { toBigInt, toHex32 } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { DEV_POINTS, developmentG1, developmentG2, type G2Words } from './crsDevelopment.ts'

export type CrsOptions = Pick<Env, 'CAIRN_HOME' | 'CAIRN_L2_CHAIN_ID'> & {
  CAIRN_CRS_PATH?: string | undefined
  /** Points to generate; tests take few. */
  points?: number
}

/** `path`: absolute folder with `bn254_g1.dat` and `bn254_g2.dat`, for bb's CRS_PATH. `g2`: tau * G2, which the deployed verifier must hold. */
export type Crs = { path: string; g2: G2Words; development: boolean }

const G1 = 'bn254_g1.dat'
const G2 = 'bn254_g2.dat'
/** No generation takes that long. */
const LOCK_MS = 120_000

/**
 * The reference string of the prover: the files of CAIRN_CRS_PATH, or else the DEVELOPMENT one, generated once (about 3 s).
 * Throws `config.invalid` for files that are missing or off the curve, and for the development string off the local chains.
 */
export async function ensureCrs(options: CrsOptions): Promise<Crs> {
  if (options.CAIRN_CRS_PATH) {
    const path = resolve(options.CAIRN_CRS_PATH)
    if ((await sizeOf(join(path, G1))) < 128) throw invalid(`${G1} is missing or too short`)
    return { path, g2: await readG2(path), development: false }
  }
  const local: readonly number[] = localChainIds
  if (!local.includes(options.CAIRN_L2_CHAIN_ID)) {
    throw invalid('the development reference string has no soundness and serves local chains only; set CAIRN_CRS_PATH')
  }
  const points = options.points ?? DEV_POINTS
  const path = resolve(options.CAIRN_HOME, 'cache/crs-development')
  if (!(await isComplete(path, points))) await withLock(`${path}.lock`, () => generate(path, points))
  return { path, g2: developmentG2(), development: true }
}

/** The four words of `bn254_g2.dat`. Writers disagree on the order inside of a coordinate; only one of both lies on the curve. */
export async function readG2(folder: string): Promise<G2Words> {
  const bytes = await readFile(join(folder, G2)).catch(() => new Uint8Array())
  if (bytes.length !== 128) throw invalid(`${G2} must have 128 bytes`)
  const [a, b, c, d] = [0, 32, 64, 96].map((at) => toBigInt(bytes.subarray(at, at + 32))) as [bigint, bigint, bigint, bigint]
  for (const [x0, x1, y0, y1] of [
    [a, b, c, d],
    [b, a, d, c],
  ] as const) {
    try {
      bn254.G2.Point.fromAffine({ x: { c0: x0, c1: x1 }, y: { c0: y0, c1: y1 } }).assertValidity()
      return [toHex32(x1), toHex32(x0), toHex32(y1), toHex32(y0)]
    } catch {
      // the other order
    }
  }
  throw invalid(`${G2} is no point of the curve`)
}

/** Writes beside the final place and renames, so a folder with that name is whole whatever dies when. */
async function generate(path: string, points: number): Promise<void> {
  if (await isComplete(path, points)) return
  await dropAbandoned(path)
  const draft = `${path}.draft-${process.pid}`
  await mkdir(draft, { recursive: true })
  const file = await open(join(draft, G1), 'w')
  try {
    for (const block of developmentG1(points)) {
      await file.write(block)
      await setImmediate() // health checks answer meanwhile
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const [x1, x0, y1, y0] = developmentG2()
  await writeSynced(join(draft, G2), [x0, x1, y0, y1].map((word) => word.slice(2)).join(''))
  await rm(path, { recursive: true, force: true })
  await rename(draft, path)
}

/** Removes the drafts of processes that died while they wrote. */
async function dropAbandoned(path: string): Promise<void> {
  const prefix = `${basename(path)}.draft-`
  for (const name of await readdir(dirname(path))) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    if (owner === process.pid || (owner > 0 && !isAlive(owner))) await rm(join(dirname(path), name), { recursive: true, force: true })
  }
}

async function writeSynced(path: string, hex: string): Promise<void> {
  const file = await open(path, 'w')
  await file.write(Buffer.from(hex, 'hex'))
  await file.sync()
  await file.close()
}

async function isComplete(path: string, points: number): Promise<boolean> {
  return (await sizeOf(join(path, G1))) >= 64 * points && (await sizeOf(join(path, G2))) === 128
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** One process at a time: the lock file holds its owner's pid; a lock whose owner is gone, or that is older than any generation, is taken over. */
async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  for (;;) {
    const lock = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return null
    })
    if (lock === null) {
      if (await isStale(path)) await unlink(path).catch(() => undefined)
      await setTimeout(50)
      continue
    }
    try {
      await lock.write(String(process.pid))
      return await work()
    } finally {
      await lock.close()
      await unlink(path).catch(() => undefined)
    }
  }
}

async function isStale(path: string): Promise<boolean> {
  const [text, info] = await Promise.all([readFile(path, 'utf8'), stat(path)]).catch(() => ['', null] as const)
  if (info === null) return false
  const owner = Number(text)
  return (owner > 0 && !isAlive(owner)) || systemClock.now() - info.mtimeMs > LOCK_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function invalid(message: string): CairnError {
  return new CairnError('config.invalid', `CRS: ${message}.`, {
    meta: { field: 'CAIRN_CRS_PATH', expected: `a folder with ${G1} and ${G2}` },
  })
}
