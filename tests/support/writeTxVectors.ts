/**
 * Writes `tests/vectors/<tx>.json` of every tx from the hand-written cases:
 * `node tests/support/writeTxVectors.ts && npx biome format --write tests/vectors`.
 */
import { writeFileSync } from 'node:fs'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { slotDomain } from './slotFixture.ts'
import { type StateCase, T, type TxCase } from './txCases/case.ts'
import { txCases } from './txVectorCases.ts'
import { rootOf } from './txVectors.ts'

export const vectorNames = Object.keys(txCases) as (keyof typeof txCases)[]
const vectorPath = (tx: string) => new URL(`../vectors/${tx}.json`, import.meta.url)

/** The file's content. Roots are computed from the cases' leaves alone, never by the engine. */
export function vectorText(tx: keyof typeof txCases): string {
  const cases = txCases[tx].map(withRoots)
  return `${JSON.stringify({ tx, domain: slotDomain, cases }, (_, value) => (typeof value === 'bigint' ? value.toString() : value), 1)}\n`
}

function withRoots({ name, why, before, batch, expect }: TxCase) {
  const full = { timestamp: T, leader: 0, opens: [], groups: [], ledger: [], inbox: [], ...batch }
  const expected = expect.batch === 'applied' ? { ...expect, after: rooted(expect.after) } : expect
  return { name, why, before: rooted(before), batch: full, expect: expected }
}

const rooted = (state: StateCase) => ({ ...state, root: toHex32(rootOf(fastHasher, state)) })

if (import.meta.main) for (const tx of vectorNames) writeFileSync(vectorPath(tx), vectorText(tx))
