/** Reads and edits the verifying key inside of bb's generated Solidity verifier. Pure text. */

/** tau * G2 of the Ignition ceremony (x.c1, x.c0, y.c1, y.c0), which bb writes into every verifier whatever string made the key. */
const ignitionG2 = [
  '0x260e01b251f6f1c7e7ff4e580791dee8ea51d87a358e038b4efe30fac09383c1',
  '0x0118c4d5b837bcc2bc89b5b398b5974e9f5944073b32078b7e231fec938883b0',
  '0x04fc6369f7110fe3d25156c1bb9a72859cf2a04641f99ba4ee413c80da6a5fe4',
  '0x22febda3c0c0632a56475b4214e5615e11e6dd3f96e6cea2854a87d4dacc5e55',
] as const

/** BN254's base field: commitments are points of y^2 = x^3 + 3 over it. */
const BASE_FIELD = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47n

/** Commitments without which the verifier would not check gates, copies, ranges, curve sums or hashes. */
const needed = [
  ...['Q_M', 'Q_L', 'Q_R', 'Q_O', 'Q_4', 'Q_C', 'Q_ARITH', 'Q_DELTA_RANGE', 'Q_ELLIPTIC', 'Q_POSEIDON_2_EXTERNAL', 'Q_POSEIDON_2_INTERNAL'],
  ...['SIGMA_1', 'SIGMA_2', 'SIGMA_3', 'SIGMA_4', 'ID_1', 'ID_2', 'ID_3', 'ID_4', 'LAGRANGE_FIRST', 'LAGRANGE_LAST'],
]

/** Puts the G2 point of the string in use in the place of the Ignition one. Throws when the text does not have each word exactly once. */
export function setG2(solidity: string, g2: readonly string[]): string {
  return ignitionG2.reduce((text, word, i) => {
    const parts = text.split(word)
    if (parts.length !== 2) throw new Error(`bb's verifier has changed: G2 word ${i} occurs ${parts.length - 1} times`)
    return parts.join(g2[i])
  }, solidity)
}

/**
 * Refuses a verifier that could accept what it should not: another number of public inputs, another size, a commitment that is missing, off the curve or
 * infinite, two equal ones (sigma = id, say, would switch off the copy constraints), a key hash that is not the key's.
 */
export function assertVerifierKey(solidity: string, expected: { publicInputs: number; keyHash: string; circuitSize: number }): void {
  const constant = (name: string) => new RegExp(`uint256 constant ${name} = (0x[0-9a-f]+|\\d+);`).exec(solidity)?.[1]
  if (constant('VK_HASH') !== expected.keyHash) throw new Error('degenerate key: the hash is not the key’s')
  if (Number(constant('REAL_NUMBER_PUBLIC_INPUTS')) !== expected.publicInputs)
    throw new Error('degenerate key: wrong number of public inputs')
  if (Number(constant('CIRCUIT_SIZE')) !== expected.circuitSize || 2 ** Number(constant('LOG_N')) !== expected.circuitSize)
    throw new Error('degenerate key: circuit size')
  const coordinate = (name: string) => {
    const words = [...solidity.matchAll(new RegExp(`mstore\\(${name}_LOC, (0x[0-9a-f]{64})\\)`, 'g'))]
    if (words.length !== 1) throw new Error(`degenerate key: ${name} is written ${words.length} times`)
    return BigInt(words[0]?.[1] ?? 0)
  }
  const seen = new Set<bigint>()
  for (const name of needed) {
    const [x, y] = [coordinate(`${name}_X`), coordinate(`${name}_Y`)]
    if (x >= BASE_FIELD || y >= BASE_FIELD || (y * y - x * x * x - 3n) % BASE_FIELD !== 0n)
      throw new Error(`degenerate key: ${name} is not on the curve`)
    if (seen.has(x)) throw new Error(`degenerate key: ${name} equals another commitment`)
    seen.add(x)
  }
}
