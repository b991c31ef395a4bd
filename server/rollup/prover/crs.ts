import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { bn254 } from '@noble/curves/bn254.js'
import { localChainIds } from '#server/rollup/protocol/constants.gen.ts'
import { toBigInt, toHex32 } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { developmentG1, developmentG2, developmentPoint, type G2Words } from './crsDevelopment.ts'

export type CrsOptions = Pick<Env, 'CAIRN_HOME' | 'CAIRN_L2_CHAIN_ID'> & {
  CAIRN_CRS_PATH?: string | undefined
  /** Points to have at once; `ensurePoints` adds more. Default: what the large circuit needs. */
  points?: number
}

/** `path`: absolute folder with `bn254_g1.dat` and `bn254_g2.dat`, for bb's CRS_PATH. `g2`: tau * G2, which the deployed verifier must hold. */
export type Crs = { path: string; g2: G2Words; development: boolean }

const G1 = 'bn254_g1.dat'
const G2 = 'bn254_g2.dat'
/** No generation takes that long. */
const LOCK_MS = 120_000
/** Serves circuits up to 2^18 gates. */
const FIRST_POINTS = 2 ** 18 + 1
const POINT_BYTES = 64

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
  const crs = { path: resolve(options.CAIRN_HOME, 'cache/crs-development'), g2: developmentG2(), development: true }
  await ensurePoints(crs, options.points ?? FIRST_POINTS)
  return crs
}

/**
 * Makes sure that the string has this many points: adds them to the DEVELOPMENT one (12 s a million, the bulk circuit's half million 6 s),
 * throws `config.invalid` for given files that are too short. Whoever reads the file meanwhile keeps the old one.
 */
export async function ensurePoints(crs: Pick<Crs, 'path' | 'development'>, points: number): Promise<void> {
  if (await isComplete(crs.path, points)) return
  if (!crs.development) throw invalid(`${G1} has fewer points than the circuit needs (${points})`)
  await withLock(`${crs.path}.lock`, () => generate(crs.path, points))
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

/** Writes beside the final place and renames, so that a file with its final name is whole whatever dies when. */
async function generate(path: string, points: number): Promise<void> {
  if (await isComplete(path, points)) return
  await mkdir(path, { recursive: true })
  await dropAbandoned(path)
  const [x1, x0, y1, y0] = developmentG2()
  await writeSynced(join(path, G2), [x0, x1, y0, y1].map((word) => word.slice(2)).join(''))
  const draft = join(path, `${DRAFT}${process.pid}`)
  const from = await goodPoints(join(path, G1))
  if (from > 0) await copyFile(join(path, G1), draft)
  const file = await open(draft, from > 0 ? 'r+' : 'w')
  try {
    await file.truncate(from * POINT_BYTES)
    let at = from * POINT_BYTES
    for (const block of developmentG1(points, { from })) {
      await file.write(block, 0, block.length, at)
      at += block.length
      await setImmediate() // health checks answer meanwhile
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, join(path, G1))
}

/** How many points of a file can be kept: all when the last one is right, else none. */
async function goodPoints(path: string): Promise<number> {
  const count = Math.floor((await sizeOf(path)) / POINT_BYTES)
  if (count === 0) return 0
  const file = await open(path, 'r')
  try {
    const last = Buffer.alloc(POINT_BYTES)
    await file.read(last, 0, POINT_BYTES, (count - 1) * POINT_BYTES)
    return last.equals(developmentPoint(count - 1)) ? count : 0
  } finally {
    await file.close()
  }
}

const DRAFT = 'draft-'

/** Removes the drafts of processes that died while they wrote. */
async function dropAbandoned(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const owner = name.startsWith(DRAFT) ? Number(name.slice(DRAFT.length)) : Number.NaN
    if (owner === process.pid || (owner > 0 && !isAlive(owner))) await rm(join(path, name), { force: true })
  }
}

async function writeSynced(path: string, hex: string): Promise<void> {
  const file = await open(path, 'w')
  await file.write(Buffer.from(hex, 'hex'))
  await file.sync()
  await file.close()
}

async function isComplete(path: string, points: number): Promise<boolean> {
  return (await sizeOf(join(path, G1))) >= POINT_BYTES * points && (await sizeOf(join(path, G2))) === 128
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
