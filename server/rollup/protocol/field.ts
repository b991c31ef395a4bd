import { CairnError } from '#server/shared/errors.ts'

/** Order of the BN254 scalar field, which is Grumpkin's base field: every hash, leaf and word lives in it. */
export const P = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001n

/** Non-negative remainder modulo `modulus`. */
export function mod(value: bigint, modulus = P): bigint {
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

export const add = (a: bigint, b: bigint): bigint => mod(a + b)
export const sub = (a: bigint, b: bigint): bigint => mod(a - b)
export const mul = (a: bigint, b: bigint): bigint => mod(a * b)

/** `base^exponent` for `exponent >= 0`. */
export function pow(base: bigint, exponent: bigint, modulus = P): bigint {
  let result = 1n
  let square = mod(base, modulus)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** Inverse modulo a prime; 0 has none and throws. */
export function inverse(value: bigint, modulus = P): bigint {
  const reduced = mod(value, modulus)
  if (reduced === 0n) throw new CairnError('rollup.malformed', 'Zero has no inverse.', { meta: { field: 'inverse', found: '0' } })
  return pow(reduced, modulus - 2n, modulus)
}

export const isField = (value: bigint): boolean => value >= 0n && value < P

/** Throws `rollup.malformed` naming the field unless `0 <= value < p`. */
export function checkField(name: string, value: bigint): bigint {
  if (!isField(value)) throw malformed(name, value, 'a field element')
  return value
}

/** Throws `rollup.malformed` naming the field unless `0 <= value < 2^bits`. */
export function checkBits(name: string, value: bigint, bits: number): bigint {
  if (value < 0n || value >> BigInt(bits) !== 0n) throw malformed(name, value, `an unsigned integer below 2^${bits}`)
  return value
}

function malformed(field: string, found: bigint, expected: string): CairnError {
  return new CairnError('rollup.malformed', `${field} is out of range.`, { meta: { field, found: found.toString(), expected } })
}
