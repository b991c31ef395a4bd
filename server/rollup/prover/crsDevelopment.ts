import { bn254 } from '@noble/curves/bn254.js'
import { P } from '#server/rollup/protocol/field.ts'
import { instantiateBn254 } from '#server/rollup/protocol/wasm/bn254.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'

/**
 * The secret of the DEVELOPMENT reference string. It is public: whoever knows it can prove anything, so nothing that is proven under it is sound.
 * `ensureCrs` refuses it outside of local chains. Digits of sqrt(2), so that nobody has to wonder where it comes from.
 */
export const DEV_TAU = 0x06a09e667f3bcc908b2fb1366ea957d3e3adec17512775099da2f590b0667322n
/** Serves circuits up to 2^18 gates. */
export const DEV_POINTS = 2 ** 18 + 1

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

/** Yields tau^i * G for i = 0, 1, …, count - 1 in blocks of 64-byte points: x then y, big-endian. */
export function* developmentG1(count = DEV_POINTS, tau = DEV_TAU): Generator<Uint8Array> {
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

  let power = 1n
  for (let done = 0; done < count; done += BLOCK) {
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
