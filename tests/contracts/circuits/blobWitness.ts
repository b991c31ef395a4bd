import { filledBlocks, limbsOf } from '#contracts/scripts/blobCircuit.ts'
import { blockOf, blockRoots, evaluateBlock, R, toBlobWords } from '#server/rollup/protocol/blob.ts'
import { blobBlocks, blobBlockWords, type CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { inverse, mod, pow } from '#server/rollup/protocol/field.ts'

type Limbs = [bigint, bigint, bigint]
export type Step = { quotient: Limbs; rest: Limbs }
export type BlobWitness = { powers: Step[]; squares: Step[]; blocks: Step[]; lagrange: Step[]; quotient: Limbs }

/** `sum = quotient * R + rest` in limbs. */
const step = (sum: bigint, rest = mod(sum, R)): Step => ({ quotient: limbsOf((sum - rest) / R), rest: limbsOf(rest) })

/** What `blob.nr` is told about the blob of these words at z, computed with plain integers, and the value y. */
export function blobWitness(circuit: CircuitName, words: readonly bigint[], z: bigint): { y: bigint; witness: BlobWitness } {
  const blobWords = toBlobWords(circuit, words)
  const powers = [1n, z]
  const powerSteps = Array.from({ length: blobBlockWords - 1 }, (_, t) => {
    const sum = (powers[t + 1] as bigint) * z
    powers.push(mod(sum, R))
    return step(sum)
  })
  const u = powers[blobBlockWords] as bigint
  let v = u
  const squares = Array.from({ length: 7 }, () => {
    const sum = v * v
    v = mod(sum, R)
    return step(sum)
  })
  const blocks: Step[] = []
  const lagrange: Step[] = []
  let total = 0n
  for (let k = 0; k < filledBlocks(circuit); k++) {
    const own = blockOf(blobWords, k)
    const root = blockRoots[k] as bigint
    const share = mod(root * inverse(BigInt(blobBlocks), R), R)
    const value = mod(share * (v - 1n) * inverse(mod(u - root, R), R), R)
    const equation = value * (u + R - root) + (R - share) * v + share
    lagrange.push({ quotient: limbsOf(equation / R), rest: limbsOf(value) })
    blocks.push(step(own.reduce((sum, word, t) => sum + word * (powers[t] as bigint), 0n)))
    total += value * evaluateBlock(own, z)
  }
  if (pow(z, 4096n, R) !== v) throw new Error('the squares do not end at z^4096')
  const y = mod(total, R)
  return { y, witness: { powers: powerSteps, squares, blocks, lagrange, quotient: limbsOf((total - y) / R) } }
}
