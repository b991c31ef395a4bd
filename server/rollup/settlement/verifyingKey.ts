import { type Hex, hexToBigInt, keccak256, size, slice } from 'viem'
import { P } from '#server/rollup/protocol/field.ts'
import { CairnError } from '#server/shared/errors.ts'

/** The base field of BN254: coordinates of commitments. */
const Q = 21888242871839275222246405745257275088696311157297823662689037894645226208583n

/** Public inputs of a batch circuit, and the pairing points that Barretenberg adds. */
const PUBLIC_INPUTS = 10n + 8n
const HEADER_WORDS = 3
const COMMITMENTS = 28
/** A circuit outside these sizes (as powers of two) is not a batch circuit. */
const SMALLEST = 10n
const LARGEST = 23n

/** Places of commitments in the key that `bb write_vk -t evm-no-zk` writes (Barretenberg 5.0.0). */
const PERMUTATION = ['sigma1', 'sigma2', 'sigma3', 'sigma4', 'id1', 'id2', 'id3', 'id4', 'lagrangeFirst', 'lagrangeLast']
const ARITHMETIC = 21

/**
 * Throws `config.invalid` for a key that would accept what it must not: of another shape, with a commitment off the curve, without
 * arithmetic gates, or with copy constraints that constrain nothing (two of the permutation's commitments equal or zero). Also when the
 * verifier's code does not hold exactly this key.
 */
export function assertSoundKey(key: Hex, verifierBytecode: Hex): void {
  const expected = 32 * (HEADER_WORDS + 2 * COMMITMENTS)
  if (size(key) !== expected) throw degenerate('length', size(key), expected)
  const word = (i: number) => slice(key, 32 * i, 32 * (i + 1))
  const logSize = hexToBigInt(word(0))
  if (logSize < SMALLEST || logSize > LARGEST) throw degenerate('logSize', logSize, `${SMALLEST}..${LARGEST}`)
  if (hexToBigInt(word(1)) !== PUBLIC_INPUTS) throw degenerate('publicInputs', hexToBigInt(word(1)), PUBLIC_INPUTS)

  const points = Array.from({ length: COMMITMENTS }, (_, i) => [word(HEADER_WORDS + 2 * i), word(HEADER_WORDS + 2 * i + 1)] as const)
  for (const [i, [x, y]] of points.entries()) {
    if (!isZero([x, y]) && !isOnCurve(hexToBigInt(x), hexToBigInt(y))) throw degenerate(`commitment ${i}`, x, 'a point of the curve')
  }
  const seen = new Set<string>()
  for (const [i, name] of PERMUTATION.entries()) {
    const point = points[i]
    if (!point || isZero(point) || seen.has(point.join())) throw degenerate(name, point?.join(), 'a commitment of its own')
    seen.add(point.join())
  }
  const arithmetic = points[ARITHMETIC]
  if (!arithmetic || isZero(arithmetic)) throw degenerate('arithmetic', '0', 'gates')

  const hash = hexToBigInt(keccak256(key)) % P
  for (const constant of [hash, ...points.flat().map((coordinate) => hexToBigInt(coordinate))]) {
    // The compiler drops a constant's leading zero bytes.
    if (constant !== 0n && !verifierBytecode.includes(evenHex(constant))) {
      throw degenerate('verifier', evenHex(constant), "every number of the key in the verifier's code")
    }
  }
}

const isZero = ([x, y]: readonly [Hex, Hex]) => hexToBigInt(x) === 0n && hexToBigInt(y) === 0n
const isOnCurve = (x: bigint, y: bigint) => x < Q && y < Q && (y * y - x * x * x - 3n) % Q === 0n

function evenHex(value: bigint): string {
  const text = value.toString(16)
  return text.length % 2 === 0 ? text : `0${text}`
}

function degenerate(field: string, found: unknown, expected: unknown): CairnError {
  const meta = { field: `verifyingKey.${field}`, found: String(found), expected: String(expected) }
  return new CairnError('config.invalid', 'The verifying key is degenerate or not the one in the verifier.', { meta })
}
