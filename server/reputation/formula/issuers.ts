import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import { reputationTags } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { ARITY, zeroHash } from '#server/rollup/protocol/trees.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Formula } from './formula.ts'

/** How much an issuer's credentials weigh, in units of `1 / scale`. */
export type IssuerWeight = { issuer: bigint; weight: number }

const ID_BITS = 128n
const END = 1n << ID_BITS

/**
 * Id of an issuer: the low 128 bits of `H_issuer(x, y)` of the key that the quest's leaf names. Short, so that circuits compare ids at little
 * cost; a second key with a given id still takes 2^128 hashes.
 */
export function issuerId(hasher: Hasher, key: { x: bigint; y: bigint }): bigint {
  return hasher.hash(reputationTags.issuer, [key.x, key.y]) % END
}

/**
 * One leaf of the table: ids from `from` up to, not including, `to`. The id `from` has `weight`, all others have the default, so one opening
 * proves a listed issuer's weight and an unlisted one's absence alike. The first leaf begins at 0, which is nobody's id.
 */
export type WeightLeaf = { from: bigint; to: bigint; weight: bigint }
export type WeightOpening = WeightLeaf & { index: number; path: Path }

type Table = { max: number; default: number; depth: number }

/** Root of the 3-ary Poseidon2 tree over the table, sorted by id: the slot's own tree, cheap in Noir and known to Solidity. Throws `input.invalid`. */
export function weightsRoot(hasher: Hasher, table: Table, issuers: readonly IssuerWeight[]): bigint {
  return levels(hasher, table.depth, leavesOf(table, issuers)).at(-1)?.[0] ?? 0n
}

/** What a circuit or contract needs to take this issuer's weight from the root. Throws `input.invalid` for an id out of range. */
export function openWeight(hasher: Hasher, formula: Formula, issuer: bigint): WeightOpening {
  if (issuer <= 0n || issuer >= END) throw refused('issuer', issuer, 'an id from 1 to 2^128 - 1')
  const table = formula.data.weights
  const leaves = leavesOf(
    table,
    [...formula.issuers].map(([id, weight]) => ({ issuer: id, weight })),
  )
  const index = leaves.findLastIndex(({ from }) => from <= issuer)
  const path = levels(hasher, table.depth, leaves)
    .slice(0, -1)
    .map((level, height) => siblings(level, Math.floor(index / ARITY ** height)))
  return { ...(leaves[index] ?? { from: 0n, to: END, weight: BigInt(table.default) }), index, path }
}

function leavesOf(table: Table, issuers: readonly IssuerWeight[]): WeightLeaf[] {
  const most = ARITY ** table.depth - 1
  if (issuers.length > most) throw refused('issuers', issuers.length, `at most ${most} issuers`)
  const sorted = [...issuers].sort((a, b) => (a.issuer < b.issuer ? -1 : a.issuer > b.issuer ? 1 : 0))
  const leaves = [{ issuer: 0n, weight: table.default }, ...sorted]
  return leaves.map(({ issuer, weight }, i) => {
    const to = leaves[i + 1]?.issuer ?? END
    if (issuer < 0n || issuer >= to) throw refused('issuer', issuer, 'distinct ids from 1 to 2^128 - 1')
    if (!Number.isInteger(weight) || weight < 0 || weight > table.max) throw refused('weight', weight, `an integer from 0 to ${table.max}`)
    return { from: issuer, to, weight: BigInt(weight) }
  })
}

/** All levels of the tree, leaves first; each but the root is filled up to a multiple of three with empty subtrees. */
function levels(hasher: Hasher, depth: number, leaves: readonly WeightLeaf[]): bigint[][] {
  let level = leaves.map(({ from, to, weight }) => hasher.hash(reputationTags.issuerWeight, [from, to, weight]))
  const all = [level]
  for (let height = 0; height < depth; height++) {
    while (level.length % ARITY !== 0) level.push(zeroHash(hasher, height))
    level = hasher.hashNodes(level)
    all.push(level)
  }
  return all
}

function siblings(level: readonly bigint[], index: number): readonly [bigint, bigint] {
  const start = index - (index % ARITY)
  const [first = 0n, second = 0n] = level.slice(start, start + ARITY).filter((_, lane) => lane !== index % ARITY)
  return [first, second]
}

const refused = (field: string, found: unknown, expected: string) =>
  new CairnError('input.invalid', `${field} does not hold in the table of issuers.`, { meta: { field, found: String(found), expected } })
