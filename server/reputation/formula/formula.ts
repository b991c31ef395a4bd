import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { type IssuerWeight, weightsRoot } from './issuers.ts'

/** What a version of the formula fixes, but for the issuers' table. All numbers are integers, so the canonical JSON has one form. */
export type FormulaTerms = {
  format: 'cairn-formula'
  version: number
  /** Week 0 begins at `epoch` (unix seconds, a Monday, 00:00 UTC). The formula answers for weeks 0 to `count - 1`. */
  weeks: { epoch: number; seconds: number; count: number }
  /** `table[j] = ceil(2^bits * 2^(-j / halfLife))`, j below `halfLife`: every other age is a shift by whole half-lives. */
  decay: { halfLife: number; bits: number; table: readonly number[] }
  /** Most points that count: of one recurring quest's family, of one project (both before weights), of one category (after weights). */
  caps: { family: number; project: number; category: number }
  /** Names by the category's number in the slot. */
  categories: readonly string[]
  /** A weight of `scale` is 1.0; `default` is that of an issuer who is not in the table. The table is a 3-ary tree of `depth`. */
  weights: { scale: number; max: number; default: number; depth: number }
}

/** What is published, and what the hash is taken of. */
export type FormulaData = FormulaTerms & { weights: { root: Hex } }

/** A formula ready to score with. `hash` is the canonical digest of `data`; the table is bound by the root in it. */
export type Formula = { data: FormulaData; hash: Hex; issuers: ReadonlyMap<bigint, number> }

/** Binds the issuers' table to a version's terms. Throws `input.invalid` naming the entry of the table that does not hold. */
export function publishFormula(hasher: Hasher, terms: FormulaTerms, issuers: readonly IssuerWeight[]): Formula {
  const root = toHex32(weightsRoot(hasher, terms.weights, issuers))
  const data = { ...terms, weights: { ...terms.weights, root } }
  return { data, hash: canonicalDigest(data), issuers: new Map(issuers.map(({ issuer, weight }) => [issuer, weight])) }
}
