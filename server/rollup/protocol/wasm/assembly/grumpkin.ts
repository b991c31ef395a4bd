// Grumpkin: R = s*G + k*P for many (s, k, P) at once, what a Schnorr signature is checked by. For public scalars only: not constant time.

import { mul, ONE, sqr, sub } from './fr'
import { AFFINE, addAffine, addFixed, begin, double, isZero, JACOBIAN, loadElement, normalise, SIZE, storeElement } from './jacobianFr'

/** One item: P's x and y, s, the two halves of k by the endomorphism (16 bytes each), all little-endian. P carries the first half's sign. */
const ITEM: usize = 128
/** Odd multiples 1, 3 .. 15 of a point: what digits of five bits need. */
const ODD: usize = 8
const IMAGES: usize = memory.data(576, 16)
const DIGITS: usize = 130
const FIRST: usize = memory.data(130, 16)
const SECOND: usize = memory.data(130, 16)
const ZERO: usize = memory.data(36, 16)
const TWICE: usize = memory.data(108, 16)
const NEGATED: usize = memory.data(72, 16)
const BETA: usize = memory.data(36, 16)
const Z2: usize = memory.data(36, 16)

/** Signed digits of a number below 2^128: each is 0 or odd and below 16, and of five in a row four are 0. */
function toDigits(digits: usize, low: u64, high: u64): void {
  for (let i: usize = 0; i < DIGITS; i++) {
    let digit: i32 = 0
    if (low & 1) {
      digit = <i32>(low & 31)
      if (digit >= 16) digit -= 32
      const less = low - <u64>(<i64>digit)
      if (digit < 0) high += less < low ? 1 : 0
      low = less
    }
    store<i8>(digits + i, <i8>digit)
    low = (low >> 1) | (high << 63)
    high >>= 1
  }
}

/**
 * Jacobian odd multiples of the point whose x and y are at `source`. They are added up on the isomorphic curve on which 2P is affine, which saves
 * an inversion; z is brought back afterwards.
 */
function oddMultiples(points: usize, source: usize): void {
  loadElement(points, source)
  loadElement(points + SIZE, source + 32)
  memory.copy(TWICE, points, AFFINE)
  memory.copy(TWICE + AFFINE, ONE, SIZE)
  double(TWICE)
  const z = TWICE + AFFINE
  sqr(Z2, z)
  mul(points, points, Z2)
  mul(Z2, Z2, z)
  mul(points + SIZE, points + SIZE, Z2)
  memory.copy(points + AFFINE, ONE, SIZE)
  for (let i: usize = 1; i < ODD; i++) {
    memory.copy(points + i * JACOBIAN, points + (i - 1) * JACOBIAN, JACOBIAN)
    addAffine(points + i * JACOBIAN, TWICE)
  }
  for (let i: usize = 0; i < ODD; i++) mul(points + i * JACOBIAN + AFFINE, points + i * JACOBIAN + AFFINE, z)
}

/** The multiples of (beta*x, y) from those of (x, y); negated when the halves of k have different signs. */
function imagesOf(odd: usize, opposite: bool): void {
  for (let at: usize = 0; at < ODD * AFFINE; at += AFFINE) {
    mul(IMAGES + at, odd + at, BETA)
    if (opposite) sub(IMAGES + at + SIZE, ZERO, odd + at + SIZE)
    else memory.copy(IMAGES + at + SIZE, odd + at + SIZE, SIZE)
  }
}

/** point += digit * P, by the table of P's odd multiples. */
function addDigit(point: usize, started: bool, table: usize, digit: i32): bool {
  if (digit === 0) return started
  const entry = table + <usize>(abs(digit) >> 1) * AFFINE
  if (digit > 0) begin(point, started, entry)
  else {
    memory.copy(NEGATED, entry, SIZE)
    sub(NEGATED + SIZE, ZERO, entry + SIZE)
    begin(point, started, NEGATED)
  }
  return true
}

/**
 * `target` takes x of each R, 32 bytes little-endian, and `exceptions` one byte each: 1 where the addition law met one of its exceptions (R at infinity
 * is one), so that x says nothing. `opposite`: one byte each. `table`: multiples of G. `scratch`: count * 1728 bytes.
 */
export function combine(
  target: usize,
  exceptions: usize,
  items: usize,
  opposite: usize,
  beta: usize,
  table: usize,
  width: u32,
  rows: u32,
  count: u32,
  scratch: usize,
): void {
  const multiples = scratch
  const points = multiples + <usize>count * ODD * AFFINE
  const products = points + <usize>count * ODD * JACOBIAN
  loadElement(BETA, beta)
  for (let i: usize = 0; i < <usize>count; i++) oddMultiples(points + i * ODD * JACOBIAN, items + i * ITEM)
  // Odd multiples of a point of prime order are never at infinity: the inversion that all share cannot fail.
  normalise(multiples, points, count * <u32>ODD, products)
  for (let i: usize = 0; i < <usize>count; i++) {
    const odd = multiples + i * ODD * AFFINE
    const item = items + i * ITEM
    const point = points + i * JACOBIAN
    imagesOf(odd, load<u8>(opposite + i) !== 0)
    toDigits(FIRST, load<u64>(item + 96), load<u64>(item + 104))
    toDigits(SECOND, load<u64>(item + 112), load<u64>(item + 120))
    let started = false
    for (let bit: isize = DIGITS - 1; bit >= 0; bit--) {
      if (started) double(point)
      started = addDigit(point, started, odd, load<i8>(FIRST + bit))
      started = addDigit(point, started, IMAGES, load<i8>(SECOND + bit))
    }
    started = addFixed(point, started, table, width, rows, item + 64)
    const exception = !started || isZero(point + AFFINE)
    store<u8>(exceptions + i, exception ? 1 : 0)
    if (exception) memory.copy(point + AFFINE, ONE, SIZE)
  }
  normalise(multiples, points, count, products)
  for (let i: usize = 0; i < <usize>count; i++) storeElement(target + i * 32, multiples + i * AFFINE)
}
