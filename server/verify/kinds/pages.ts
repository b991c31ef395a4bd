import { canonicalJson } from '#server/shared/canonical.ts'
import type { EvidenceItem, LogsQuery } from '../query.ts'

/**
 * The question for what is older, when more logs name the member than one answer holds: an answer holds the newest. Null when all of it was there, history
 * is still being read, or one block alone holds too many.
 */
export function olderPage(item: EvidenceItem): LogsQuery | null {
  if (item.query.type !== 'evm.logs' || item.complete || item.problem) return null
  const [oldest] = item.records
  if (!oldest || !('logIndex' in oldest) || item.head === undefined || item.toBlock !== item.head.latest.number) return null
  return oldest.blockNumber === item.query.toBlock ? null : { ...item.query, toBlock: oldest.blockNumber }
}

/** The first questions, and one more page for each answer that was too long. */
export function withOlder(queries: readonly LogsQuery[], read: readonly EvidenceItem[]): LogsQuery[] {
  return [...queries, ...read.flatMap((item) => olderPage(item) ?? [])]
}

/** True for an answer that was too long and whose older part was read too. */
export function isContinued(item: EvidenceItem, evidence: readonly EvidenceItem[]): boolean {
  const older = olderPage(item)
  if (!older) return false
  const wanted = canonicalJson(older)
  return evidence.some(({ query }) => canonicalJson(query) === wanted)
}
