// Nine limbs of 29 bits <-> 32 bytes, little-endian.
import { MODULUS as FR } from './fr'

/** Reads past its 32 bytes nowhere; the value may be any 256-bit number. */
export function fromBytes(limbs: usize, bytes: usize): void {
  let window: u64 = 0
  let bits: u32 = 0
  let at: usize = 0
  for (let i: usize = 0; i < 36; i += 4) {
    if (bits < 29 && at < 32) {
      window |= (<u64>load<u32>(bytes + at)) << bits
      bits += 32
      at += 4
    }
    store<u32>(limbs + i, <u32>window & 0x1fffffff)
    window >>= 29
    bits = bits < 29 ? 0 : bits - 29
  }
}

/** The limbs must be carried and below 2^256. */
export function toBytes(bytes: usize, limbs: usize): void {
  let window: u64 = 0
  let bits: u32 = 0
  for (let i: usize = 0; i < 36; i += 4) {
    window |= (<u64>load<u32>(limbs + i)) << bits
    bits += 29
    if (bits >= 32) {
      store<u32>(bytes, <u32>window)
      bytes += 4
      window >>= 32
      bits -= 32
    }
  }
  // 9 * 29 = 261 = 8 * 32 + 5: all eight words are out
}

/** Subtracts the modulus while the carried value is not below it. */
export function reduceBy(limbs: usize, modulus: usize): void {
  while (atLeast(limbs, modulus)) {
    let borrow: i64 = 0
    for (let i: usize = 0; i < 36; i += 4) {
      borrow += <i64>load<u32>(limbs + i) - <i64>load<u32>(modulus + i)
      store<u32>(limbs + i, <u32>borrow & 0x1fffffff)
      borrow >>= 29
    }
  }
}

export function canonical(limbs: usize): void {
  reduceBy(limbs, FR)
}

function atLeast(a: usize, b: usize): bool {
  for (let i: isize = 32; i >= 0; i -= 4) {
    const x = load<u32>(a + i)
    const y = load<u32>(b + i)
    if (x !== y) return x > y
  }
  return true
}
