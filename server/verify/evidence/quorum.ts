import { canonicalJson } from '#server/shared/canonical.ts'
import type { EvidenceItem, Query } from '../query.ts'
import { problemItem } from './items.ts'
import { earlier } from './rangeCache.ts'

/** What one operator answered to one query. */
export type Said = { operator: string; item: EvidenceItem }

/** `dissent`: operators that gave another answer and were outvoted. `dispute`: neither two without contradiction nor three. */
export type Settled = { item: EvidenceItem; dissent: string[] } | { dispute: Said[] }

/**
 * What operators agree on. Two equal answers count when nobody contradicts them, three in any case: at most two operators are taken to lie. Errors are
 * no voice and never lower the quorum. Answers are compared up to the block that all of them have read. Pure.
 */
export function settleQuery(query: Query, said: readonly Said[]): Settled {
  const answers = cutToReach(said.filter(({ item }) => !item.problem))
  const groups = [...Map.groupBy(answers, ({ item }) => contentOf(item)).values()].toSorted((a, b) => b.length - a.length)
  const [most, ...others] = groups
  if (!most) return { item: problemItem(query, said[0]?.item.problem ?? noAnswer), dissent: [] }
  if (others.length > 0 && most.length < 3) return { dispute: answers }
  const [first] = most
  if (!first || most.length < 2)
    return { item: problemItem(query, { reason: 'quorum', retryable: true, detail: `only ${first?.operator} answers` }), dissent: [] }
  // Sorted: the same answers make the same bundle, whoever was faster.
  const dissent = others
    .flat()
    .map(({ operator }) => operator)
    .toSorted()
  const providers = most.map(({ operator }) => operator).toSorted()
  return { item: { ...first.item, providers, ...(dissent.length > 0 ? { dissent } : {}) }, dissent }
}

const noAnswer = { reason: 'unreachable', retryable: true, detail: 'no endpoint answers' } as const

const contentOf = ({ records, toBlock, complete }: EvidenceItem) => canonicalJson({ records, toBlock, complete })

/** Answers up to the last block that everyone has read: who is still reading history holds the answer open, and contradicts nobody by what it lacks. */
export function cutToReach(answers: readonly Said[]): Said[] {
  const reaches = answers.flatMap(({ item }) => (item.toBlock === undefined ? [] : [BigInt(item.toBlock)]))
  const [first] = reaches
  if (first === undefined) return [...answers]
  const reach = reaches.reduce(earlier, first)
  const complete = answers.every(({ item }) => item.complete)
  const within = (record: object) => !('blockNumber' in record) || BigInt(String(record.blockNumber)) <= reach
  // Only records with a place in the chain are cut; the item keeps its type.
  return answers.map(({ operator, item }) => {
    const cut = { ...item, records: item.records.filter(within), toBlock: reach.toString(), complete } as EvidenceItem
    return { operator, item: cut }
  })
}

/** Why a dispute stays open, with the names of those who differ. */
export function disputeItem(query: Query, dispute: readonly Said[]): EvidenceItem {
  const sides = [...Map.groupBy(dispute, ({ item }) => contentOf(item)).values()]
    .map((group) => group.map(({ operator }) => operator).toSorted())
    .toSorted((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return problemItem(query, { reason: 'disagree', retryable: true, detail: sides.map((names) => names.join(', ')).join(' against ') })
}
