import { bn254 } from '@noble/curves/bn254.js'
import { P } from '#server/rollup/protocol/field.ts'
import { instantiateBn254 } from '#server/rollup/protocol/wasm/bn254.ts'
import { fromHex, type Hex, toHex32 } from '#server/shared/bytes.ts'

/**
 * The secret of the DEVELOPMENT reference string. It is public: whoever knows it can prove anything, so nothing that is proven under it is sound.
 * `ensureCrs` refuses it outside of local chains. Digits of sqrt(2), so that nobody has to wonder where it comes from.
 */
export const DEV_TAU = 0x06a09e667f3bcc908b2fb1366ea957d3e3adec17512775099da2f590b0667322n
const WINDOW = 12
const ROWS = Math.ceil(254 / WINDOW)
const TABLE_BYTES = ROWS * (2 ** WINDOW - 1) * 72
const BLOCK = 2048

/** x.c1, x.c0, y.c1, y.c0: the order of the EVM's pairing precompile and of the constants in bb's Solidity verifier. */
export type G2Words = readonly [Hex, Hex, Hex, Hex]

export function developmentG2(tau = DEV_TAU): G2Words {
  const { x, y } = bn254.G2.Point.BASE.multiply(tau).toAffine()
  return [toHex32(x.c1), toHex32(x.c0), toHex32(y.c1), toHex32(y.c0)]
}

/** tau^i * G as 64 bytes: x then y, big-endian. Slow; to check a file with. */
export function developmentPoint(i: number): Uint8Array {
  const { x, y } = bn254.G1.Point.BASE.multiply(powerOf(DEV_TAU, i)).toAffine()
  return Uint8Array.from([x, y].flatMap((value) => [...(fromHex(toHex32(value)) ?? [])]))
}

/** Yields tau^i * G for i = from, from + 1, …, count - 1 in blocks of 64-byte points: x then y, big-endian. */
export function* developmentG1(count: number, { from = 0, tau = DEV_TAU } = {}): Generator<Uint8Array> {
  const module = instantiateBn254()
  const table = module.reserve(TABLE_BYTES + Math.max(2 ** WINDOW * 144, BLOCK * (32 + 64 + 216)) + 64)
  const scalars = table + TABLE_BYTES + 64
  const points = scalars + BLOCK * 32
  const scratch = points + BLOCK * 64
  const memory = new Uint8Array(module.memory.buffer)
  const words = new BigUint64Array(module.memory.buffer)
  const put = (at: number, value: bigint) => {
    for (let i = 0; i < 4; i++) words[at / 8 + i] = value >> BigInt(64 * i)
  }
  const base = scalars - 64
  put(base, 1n)
  put(base + 32, 2n)
  module.buildTable(table, base, WINDOW, ROWS, scalars)

  let power = powerOf(tau, from)
  for (let done = from; done < count; done += BLOCK) {
    const size = Math.min(BLOCK, count - done)
    for (let i = 0; i < size; i++) {
      put(scalars + 32 * i, power)
      power = (power * tau) % P
    }
    module.multiplyFixed(points, table, WINDOW, ROWS, scalars, size, scratch)
    const block = memory.slice(points, points + 64 * size)
    for (let i = 0; i < 2 * size; i++) block.subarray(32 * i, 32 * i + 32).reverse()
    yield block
  }
}

function powerOf(tau: bigint, exponent: number): bigint {
  let [power, square] = [1n, tau]
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = (power * square) % P
    square = (square * square) % P
  }
  return power
}
