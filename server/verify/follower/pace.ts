import { type EvidenceItem, isChainQuery } from '../query.ts'
import type { Status } from '../verdict.ts'
import type { Place } from './followChain.ts'

/** A step whose check failed as such is tried again after so long. */
export const failedMs = 60_000
/** Evidence that was not as far as the block that a step is due by is asked for again after so long. */
const behindMs = 1000

export type Judged = {
  status: Status
  items: readonly EvidenceItem[]
  /** Failed reads in a row. */
  failures: number
  /** The block of each chain that the step is due by. */
  owed: ReadonlyMap<string, Place>
}

/** How long a step rests, in ms: not at all while its history is still being read, longer with each failed read (2 s to 1 min), else at most `everyMs`. */
export function restAfter({ status, items, failures, owed }: Judged, everyMs: number): number {
  if (status === 'pending' && items.some(({ complete, problem }) => !complete && !problem)) return 0
  if (status === 'error') return Math.min(60_000, 2000 * 2 ** Math.min(failures - 1, 5))
  return isBehind(items, owed) ? Math.min(behindMs, everyMs) : everyMs
}

/** Endpoints are not equally far: evidence may be of a head before the block that was looked at, or of another fork. */
export const isBehind = (items: readonly EvidenceItem[], owed: ReadonlyMap<string, Place>): boolean =>
  items.some(({ query, head }) => {
    const by = isChainQuery(query) ? owed.get(query.chain) : undefined
    if (!by || !head) return false
    const number = BigInt(head.latest.number)
    return number < by.number || (number === by.number && head.latest.hash !== by.hash)
  })
