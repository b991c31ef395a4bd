import { canonicalJson } from '#server/shared/canonical.ts'
import type { EvidenceItem, HeadRef, Query } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence, type LeafItems, planRounds, planRule } from '#server/verify/run.ts'
import { head, me, second } from './cases.ts'

export type Answer = { records: unknown[]; complete?: boolean; head?: HeadRef; problem?: EvidenceItem['problem'] }

export const memberContext = {
  accountId: 'a',
  wallets: [`eip155:${me}`, `eip155:${second}`],
  questStart: '2027-01-15T08:00:00Z',
  joinedAt: '2027-01-15T08:00:00Z',
  version: 1,
}

/** Plans one leaf in rounds, as `verifyRule` does, with made-up answers to each query, and judges it. `asked`: the queries of each round. */
export function judgeInRounds(leaf: object, answer: (query: Query) => Answer, context = memberContext) {
  const rule = parseRule(leaf)
  const asked: Query[][] = []
  let items: EvidenceItem[] = []
  for (let round = 0; round < planRounds; round++) {
    const known = new Set(items.map(({ query }) => canonicalJson(query)))
    const read: LeafItems[] = round === 0 ? [] : [{ path: '', items }]
    const fresh = (planRule(rule, context, read)[0]?.queries ?? []).filter((query) => !known.has(canonicalJson(query)))
    if (fresh.length === 0) break
    asked.push(fresh)
    items = [...items, ...fresh.map((query) => itemOf(query, answer(query)))]
  }
  const verified = judgeEvidence(rule, { context }, [{ path: '', items }])
  return { ...verified, asked, rule, items, status: verified.verdict.status, trace: verified.verdict.trace }
}

function itemOf(query: Query, { records, complete = true, head: at = head, problem }: Answer): EvidenceItem {
  const read = problem ? { records: [], problem } : { records, head: at, toBlock: at.latest.number }
  return { query, complete, providers: ['own'], ...read } as EvidenceItem
}
