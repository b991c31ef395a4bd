// Points of y^2 = x^3 + b over one prime field: BN254 G1 as written, Grumpkin where `build.ts` puts fr in the place of fq (no formula needs b).
// For public scalars only: not constant time.

import { fromBytes, reduceBy, toBytes } from './element'
import { INVERSE_EXPONENT, MODULUS, mul, ONE, R2, sqr, sub, UNIT } from './fq'

export const SIZE: usize = 36
export const AFFINE: usize = 72
export const JACOBIAN: usize = 108
const A: usize = memory.data(36, 16)
const B: usize = memory.data(36, 16)
const C: usize = memory.data(36, 16)
const D: usize = memory.data(36, 16)
const E: usize = memory.data(36, 16)
const F: usize = memory.data(36, 16)

/** out = a + b, carried, not reduced: products and subtractions bring it down again. */
function add(out: usize, a: usize, b: usize): void {
  let carry: u32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) {
    carry += load<u32>(a + i) + load<u32>(b + i)
    store<u32>(out + i, i < SIZE - 4 ? carry & 0x1fffffff : carry)
    carry >>= 29
  }
}

/** p = 2p, Jacobian (a = 0). */
export function double(p: usize): void {
  const x = p
  const y = p + SIZE
  const z = p + 2 * SIZE
  sqr(A, x)
  sqr(B, y)
  mul(z, z, y)
  add(z, z, z) // 2 y z
  mul(D, x, B)
  add(D, D, D) // 2 x y^2
  add(C, A, A)
  add(A, C, A) // 3 x^2
  sqr(x, A)
  for (let i = 0; i < 4; i++) sub(x, x, D) // 9 x^4 - 8 x y^2
  add(D, D, D) // 4 x y^2
  sub(D, D, x)
  mul(y, A, D)
  sqr(B, B)
  add(B, B, B)
  for (let i = 0; i < 4; i++) sub(y, y, B) // minus 8 y^4
}

/** p = p + q, Jacobian plus affine, for p different from q and -q: the caller finds an exception as z = 0. */
export function addAffine(p: usize, q: usize): void {
  const x = p
  const y = p + SIZE
  const z = p + 2 * SIZE
  sqr(A, z)
  mul(B, q, A) // u2
  mul(A, A, z)
  mul(C, q + SIZE, A) // s2
  sub(B, B, x) // h
  sub(C, C, y) // r
  mul(z, z, B)
  sqr(D, B) // h^2
  mul(E, x, D) // v
  mul(D, D, B) // h^3
  mul(F, y, D)
  sqr(x, C)
  sub(x, x, D)
  sub(x, x, E)
  sub(x, x, E)
  sub(E, E, x)
  mul(E, E, C)
  sub(y, E, F)
}

/** out = a^(p-2) */
function invert(out: usize, a: usize): void {
  memory.copy(B, ONE, SIZE)
  for (let bit: i32 = 253; bit >= 0; bit--) {
    sqr(B, B)
    if ((load<u32>(INVERSE_EXPONENT + 4 * <usize>(bit / 29)) >>> <u32>(bit % 29)) & 1) mul(B, B, a)
  }
  memory.copy(out, B, SIZE)
}

/** `count` Jacobian points to affine ones with one inversion; traps when one of them is the point at infinity. `scratch`: count * 36 bytes. */
export function normalise(target: usize, points: usize, count: u32, scratch: usize): void {
  memory.copy(C, ONE, SIZE)
  for (let i: usize = 0; i < count; i++) {
    memory.copy(scratch + i * SIZE, C, SIZE)
    mul(C, C, points + i * JACOBIAN + 2 * SIZE)
  }
  if (isZero(C)) unreachable()
  invert(C, C)
  for (let i: usize = count; i-- > 0; ) {
    const point = points + i * JACOBIAN
    mul(A, C, scratch + i * SIZE)
    mul(C, C, point + 2 * SIZE)
    sqr(D, A)
    mul(target + i * AFFINE, point, D)
    mul(D, D, A)
    mul(target + i * AFFINE + SIZE, point + SIZE, D)
  }
}

/** Also for multiples of the modulus. Uses A. */
export function isZero(a: usize): bool {
  mul(A, a, UNIT)
  reduceBy(A, MODULUS)
  let bits: u32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) bits |= load<u32>(A + i)
  return bits === 0
}

/** Out of Montgomery form: 32 bytes, little-endian, below the modulus. Uses A. */
export function storeElement(target: usize, a: usize): void {
  mul(A, a, UNIT)
  reduceBy(A, MODULUS)
  toBytes(target, A)
}

/** Into Montgomery form. */
export function loadElement(out: usize, source: usize): void {
  fromBytes(out, source)
  mul(out, out, R2)
}

/**
 * table[w][d - 1] = d * 2^(width * w) * base, affine in Montgomery form, for 0 < d < 2^width. `base`: x and y, 32 bytes each, little-endian.
 * `scratch`: 2^width * 144 bytes. Takes rows * (2^width - 1) * 72 bytes.
 */
export function buildTable(table: usize, base: usize, width: u32, rows: u32, scratch: usize): void {
  const entries: u32 = (1 << width) - 1
  const points = scratch
  const products = scratch + <usize>(entries + 1) * JACOBIAN
  loadElement(table, base)
  loadElement(table + SIZE, base + 32)
  for (let row: u32 = 0; row < rows; row++) {
    memory.copy(points, table, AFFINE)
    memory.copy(points + AFFINE, ONE, SIZE)
    for (let i: u32 = 1; i <= entries; i++) {
      const point = points + i * JACOBIAN
      memory.copy(point, point - JACOBIAN, JACOBIAN)
      if (i === 1) double(point)
      else addAffine(point, table)
    }
    const next = table + <usize>entries * AFFINE
    // the last point, 2^width * base, is the base of the next row
    const last = row + 1 === rows ? entries : entries + 1
    normalise(table, points, last, products)
    table = next
  }
}

/** point += q, where a point that is not `started` is put there instead. */
export function begin(point: usize, started: bool, q: usize): void {
  if (started) {
    addAffine(point, q)
    return
  }
  memory.copy(point, q, AFFINE)
  memory.copy(point + AFFINE, ONE, SIZE)
}

/** point += scalar * the table's base; answers whether the point is started now. */
export function addFixed(point: usize, started: bool, table: usize, width: u32, rows: u32, scalar: usize): bool {
  const mask: u32 = (1 << width) - 1
  for (let row: u32 = 0; row < rows; row++) {
    const bit = row * width
    const byte = min(bit >>> 3, 28) // never reads into the next scalar
    const digit = (load<u32>(scalar + byte) >>> (bit - (byte << 3))) & mask
    if (digit === 0) continue
    begin(point, started, table + <usize>(row * mask + digit - 1) * AFFINE)
    started = true
  }
  return started
}

/**
 * `count` scalars (32 bytes each, little-endian, below 2^(width * rows), not 0) times the table's base; `target` takes x and y, 32 bytes each,
 * little-endian. `scratch`: count * 216 bytes. Traps on the exceptions of the addition law, which a random scalar does not meet.
 */
export function multiplyFixed(target: usize, table: usize, width: u32, rows: u32, scalars: usize, count: u32, scratch: usize): void {
  const points = scratch
  const affine = scratch + <usize>count * JACOBIAN
  const products = affine + <usize>count * AFFINE
  for (let i: u32 = 0; i < count; i++) {
    const point = points + i * JACOBIAN
    const scalar = scalars + i * 32
    if (!addFixed(point, false, table, width, rows, scalar)) unreachable()
  }
  normalise(affine, points, count, products)
  for (let i: usize = 0; i < 2 * <usize>count; i++) storeElement(target + i * 32, affine + i * SIZE)
}
