/**
 * Sources of circuits over blobs. They are compiled where they are tested or measured, and not deployed: no slot takes ZK proofs about blobs
 * yet (rollup README, "Blobs").
 */
import { readFileSync } from 'node:fs'
import { blockRoots, R } from '#server/rollup/protocol/blob.ts'
import { blobBlocks, blobBlockWords, type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { inverse, mod, P } from '#server/rollup/protocol/field.ts'
import { circuitSources } from './circuits.ts'

type Sources = (readonly [string, string])[]

/** Blocks of a blob that a batch of this circuit fills. */
export const filledBlocks = (circuit: CircuitName): number => {
  const { opens, entries } = circuits[circuit].offsets
  return 1 + Math.ceil((entries - opens) / blobBlockWords)
}

/** 88 bits each, lowest first. */
export const limbsOf = (value: bigint): [bigint, bigint, bigint] => [value % 2n ** 88n, (value >> 88n) % 2n ** 88n, value >> 176n]

const own = (file: string) => [file, readFileSync(new URL(`../circuits/blob/${file}`, import.meta.url), 'utf8')] as const

/** The blob check alone, with the words' commitment. */
export function blobCheckSources(circuit: CircuitName): Sources {
  return [...circuitSources(circuit).filter(([file]) => file !== 'main.nr'), ...blobFiles(circuit), own('main.nr')]
}

/** The whole batch circuit with the blob check in place of the evaluation of the calldata. */
export function blobVariantSources(circuit: CircuitName): Sources {
  return [
    ...circuitSources(circuit).map(([file, text]) => [file, file === 'main.nr' ? variant(text) : text] as const),
    ...blobFiles(circuit),
  ]
}

/** `y: sum of w_i * r^i` of the calldata becomes the blob's value at the same challenge. Throws when the circuit has changed. */
function variant(main: string): string {
  const edits = [
    ['mod bits;', 'mod bits;\nmod blob;\nmod roots;\nmod wide;'],
    ['    y: pub Field,', '    y: pub [Field; 3],'],
    ['    batch_words: Words,\n    old: State,', '    batch_words: Words,\n    blob_witness: blob::BlobWitness,\n    old: State,'],
    ['assert(words::evaluation(batch_words, r) == y);', 'blob::assert_evaluation(batch_words, r, y, blob_witness);'],
  ] as const
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`main.nr has no "${from}"`)
    return text.replace(from, to)
  }, main)
}

const blobFiles = (circuit: CircuitName): Sources => [own('blob.nr'), own('wide.nr'), ['roots.nr', roots(circuit)]]

/** c_k of the filled blocks, as the sums in `blob.nr` take them. */
function roots(circuit: CircuitName): string {
  const used = blockRoots.slice(0, filledBlocks(circuit))
  const shares = used.map((root) => mod(root * inverse(BigInt(blobBlocks), R), R))
  const limbs = (value: bigint) => `[${limbsOf(value).map(hex).join(', ')}]`
  const table = (name: string, values: readonly bigint[]) =>
    `pub global ${name}: [[Field; 3]; BLOCKS] = [\n${values.map((value) => `    ${limbs(value)},`).join('\n')}\n];`
  return [
    `pub global BLOCKS: u32 = ${used.length};`,
    `pub global R_LIMBS: [Field; 3] = ${limbs(R)};`,
    `pub global R_NATIVE: Field = ${hex(R % P)};`,
    table(
      'MINUS_ROOT',
      used.map((root) => R - root),
    ),
    table(
      'MINUS_ROOT_SHARE',
      shares.map((share) => R - share),
    ),
    table('ROOT_SHARE', shares),
    '',
  ].join('\n')
}

const hex = (value: bigint) => `0x${value.toString(16)}`
