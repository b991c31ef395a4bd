/**
 * Emits the unrolled Montgomery arithmetic of one 254-bit prime as AssemblyScript.
 *
 * WASM has no 64 x 64 -> 128 product, so an element is nine limbs of 29 bits (Montgomery radix R = 2^261): a column of nine 58-bit products, nine
 * reduction products and a carry stay below 2^64, and no carry has to be moved inside of a column. The seven spare bits allow lazy reduction:
 * a product of values below a*p and b*p is below (1 + a*b/169)*p.
 */
export const LIMBS = 9
export const LIMB_BITS = 29
const MASK = (1n << BigInt(LIMB_BITS)) - 1n
const R = 1n << BigInt(LIMBS * LIMB_BITS)

export const limbsOf = (value: bigint): bigint[] => Array.from({ length: LIMBS }, (_, i) => (value >> BigInt(i * LIMB_BITS)) & MASK)
export const toMontgomery = (value: bigint, modulus: bigint): bigint => (value * R) % modulus

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
const load = (name: string, pointer: string): string =>
  range(0, LIMBS)
    .map((i) => `  const ${name}${i}: u64 = load<u32>(${pointer}, ${4 * i});`)
    .join('\n')

/** -1/modulus mod 2^29, by Newton's iteration. */
function negatedInverse(modulus: bigint): bigint {
  let inverse = 1n
  for (let i = 0; i < 5; i++) inverse = (inverse * (2n - modulus * inverse)) & MASK
  return (MASK + 1n - inverse) & MASK
}

type Column = (k: number) => string[]

/** Product scanning with the reduction folded in: column k takes `products(k)`, the reduction's products and the carry. */
function reduction(modulus: bigint, products: Column, addend: string | null): string {
  const p = limbsOf(modulus)
  const lines: string[] = ['  let c: u64 = 0;']
  for (const k of range(0, 2 * LIMBS - 1)) {
    const own = products(k)
    if (own.length > 0) lines.push(`  c += ${own.join(' + ')};`)
    const folded = range(Math.max(0, k - LIMBS + 1), Math.min(k, LIMBS)).map((i) => `m${i} * ${p[k - i]}`)
    if (folded.length > 0) lines.push(`  c += ${folded.join(' + ')};`)
    if (k < LIMBS) {
      lines.push(`  const m${k}: u64 = (c * ${negatedInverse(modulus)}) & ${MASK};`, `  c = (c + m${k} * ${p[0]}) >> ${LIMB_BITS};`)
    } else {
      if (addend) lines.push(`  c += load<i64>(${addend}, ${8 * (k - LIMBS)});`)
      lines.push(`  store<u32>(out, <u32>(c & ${MASK}), ${4 * (k - LIMBS)});`)
      lines.push(addend ? `  c = <u64>(<i64>c >> ${LIMB_BITS});` : `  c >>= ${LIMB_BITS};`)
    }
  }
  if (addend) lines.push(`  c += load<i64>(${addend}, ${8 * (LIMBS - 1)});`)
  lines.push(`  store<u32>(out, <u32>c, ${4 * (LIMBS - 1)});`)
  return lines.join('\n')
}

const pairs = (k: number): [number, number][] => range(Math.max(0, k - LIMBS + 1), Math.min(k + 1, LIMBS)).map((i) => [i, k - i])

function multiply(modulus: bigint): string {
  const body = reduction(modulus, (k) => pairs(k).map(([i, j]) => `a${i} * b${j}`), null)
  return `/** out = a*b/R; limbs of a up to 31 bits. */
export function mul(out: usize, a: usize, b: usize): void {
${load('a', 'a')}
${load('b', 'b')}
${body}
}
`
}

function square(modulus: bigint): string {
  const products: Column = (k) => {
    const double = pairs(k).filter(([i, j]) => i < j)
    const terms = double.length > 0 ? [`((${double.map(([i, j]) => `a${i} * a${j}`).join(' + ')}) << 1)`] : []
    return k % 2 === 0 ? [...terms, `a${k / 2} * a${k / 2}`] : terms
  }
  return `/** out = a*a/R; limbs of a up to 30 bits. */
export function sqr(out: usize, a: usize): void {
${load('a', 'a')}
${reduction(modulus, products, null)}
}
`
}

/** out = a*constant/R + s, where s is nine signed 64-bit limbs. */
function multiplyConstant(modulus: bigint, name: string, constant: bigint): string {
  const b = limbsOf(toMontgomery(constant, modulus))
  const body = reduction(modulus, (k) => pairs(k).map(([i, j]) => `a${i} * ${b[j]}`), 's')
  return `export function ${name}(out: usize, a: usize, s: usize): void {
${load('a', 'a')}
${body}
}
`
}

/** Lines that set `q` to a lower bound of (limbs / modulus), short by one at most, from the top limb `top`. */
function quotient(modulus: bigint, top: string): string {
  const divisor = (modulus >> BigInt(LIMB_BITS * (LIMBS - 1))) + 1n
  return `  const q: i64 = (${top} * ${(1n << 38n) / divisor}) >> 38;`
}

/** out = (a - b) mod p below 2.1p, for a below 16p and b below 4p. */
function subtract(modulus: bigint): string {
  const p = limbsOf(modulus)
  const four = range(0, LIMBS).map((i) => (i < LIMBS - 1 ? limbsOf(4n * modulus)[i] : (4n * modulus) >> BigInt(LIMB_BITS * (LIMBS - 1))))
  const limb = (i: number) => `<i64>load<u32>(a, ${4 * i}) - <i64>load<u32>(b, ${4 * i}) + ${four[i]}`
  const lines = [`  const top: i64 = ${limb(LIMBS - 1)};`, quotient(modulus, '(top - 1)'), '  let c: i64 = 0;']
  for (const i of range(0, LIMBS - 1)) {
    lines.push(`  c += ${limb(i)} - q * ${p[i]};`, `  store<u32>(out, <u32>(c & ${MASK}), ${4 * i});`, `  c >>= ${LIMB_BITS};`)
  }
  lines.push(`  store<u32>(out, <u32>(c + top - q * ${p[LIMBS - 1]}), ${4 * (LIMBS - 1)});`)
  return `export function sub(out: usize, a: usize, b: usize): void {\n${lines.join('\n')}\n}\n`
}

/** s (nine 64-bit limbs) = x0 + x1 + x2 + x3 minus a multiple of p: below 2.1p, limbs not carried. */
function foldSum(modulus: bigint): string {
  const p = limbsOf(modulus)
  const sum = (i: number) => [0, 1, 2, 3].map((x) => `<i64>load<u32>(state, ${4 * (LIMBS * x + i)})`).join(' + ')
  const lines = [`  const top: i64 = ${sum(LIMBS - 1)};`, quotient(modulus, 'top')]
  for (const i of range(0, LIMBS)) lines.push(`  store<i64>(s, ${i === LIMBS - 1 ? 'top' : sum(i)} - q * ${p[i]}, ${8 * i});`)
  return `export function foldSum(s: usize, state: usize): void {\n${lines.join('\n')}\n}\n`
}

const data = (name: string, values: readonly bigint[]): string =>
  `export const ${name}: usize = memory.data<u32>([${values.flatMap(limbsOf).join(', ')}], 16);\n`

/** AssemblyScript module of one prime: mul, sqr, sub and its constants in Montgomery form. */
export function fieldModule(modulus: bigint): string {
  return [
    multiply(modulus),
    square(modulus),
    subtract(modulus),
    data('R2', [toMontgomery(R % modulus, modulus)]),
    data('ONE', [toMontgomery(1n, modulus)]),
    data('UNIT', [1n]),
    data('MODULUS', [modulus]),
    data('INVERSE_EXPONENT', [modulus - 2n]),
  ].join('\n')
}

/** The four multiplications by the diagonal, and the round constants in Montgomery form. */
export function permutationModule(modulus: bigint, diagonal: readonly bigint[], roundConstants: readonly bigint[]): string {
  return [
    ...diagonal.map((constant, lane) => multiplyConstant(modulus, `diagonal${lane}`, constant)),
    foldSum(modulus),
    data(
      'ROUND_CONSTANTS',
      roundConstants.map((constant) => toMontgomery(constant, modulus)),
    ),
  ].join('\n')
}
