import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../../context.ts'
import { type EvidenceItem, itemsOf, type StateQuery, type TransactionRecord } from '../../query.ts'
import type { Text } from '../../verdict.ts'
import type { Judgement } from '../kind.ts'
import { type Enough, type Findings, settle } from '../settling.ts'
import { sentences } from '../wording.ts'
import { type Answers, proofOf } from './conduct.ts'
import type { Hop, MadeCall } from './madeCalls.ts'

/** What was found in transactions; what cannot be believed yet is no finding: its questions are in `open`. */
export type LookedAt = { findings: Findings; open: StateQuery[] }

/** Settles what was found. While questions are open, nothing found is not a "no". */
export function settleCalls(
  { findings, open }: LookedAt,
  enough: Enough,
  reading: { evidence: readonly EvidenceItem[]; scope: LeafScope },
): Judgement {
  const judgement = settle(findings, enough, reading)
  if (judgement.status !== 'fail' || open.length === 0) return judgement
  const reached = itemsOf(reading.evidence, 'evm.transactions').find(({ toBlock }) => toBlock !== undefined)?.toBlock ?? '0'
  return { ...judgement, status: 'pending', next: sentences.stillReading(reading.scope.chain, reached), code: 'chain.reading' }
}

/** Whether a call may be believed: yes; no, for a reason; not before more was read. */
export type Belief = { state: 'proven' } | { state: 'refuted'; text: Text } | { state: 'open'; queries: StateQuery[] }

type Reading = { scope: LeafScope; answers: Answers }

/** Looks a call's hops up in what was read. */
export function beliefIn({ via }: Pick<MadeCall, 'via'>, record: TransactionRecord, { scope, answers }: Reading): Belief {
  const queries: StateQuery[] = []
  for (const hop of via) {
    const proof = proofOf(hop, { chain: scope.chain, record, tag: scope.finality }, answers)
    if (proof === false) return { state: 'refuted', text: refusal(hop) }
    if (proof !== true) queries.push(...proof)
  }
  return queries.length === 0 ? { state: 'proven' } : { state: 'open', queries }
}

/** Answers out of evidence: only to the very question, and with the block that it was asked of. */
export function answersIn(evidence: readonly EvidenceItem[]): Answers {
  const found = new Map<string, string | null>()
  for (const { query, records, problem } of itemsOf(evidence, 'evm.state')) {
    const [record] = records
    if (problem || !record || (typeof query.at === 'object' && 'block' in query.at && query.at.block !== record.block.number)) continue
    found.set(canonicalJson(query), record.value?.toLowerCase() ?? null)
  }
  return (query) => found.get(canonicalJson(query))
}

/** Why an outcome that is not a success does not count. */
export function outcomeText({ outcome, via }: Pick<MadeCall, 'outcome' | 'via'>): Text | null {
  if (outcome === 'success') return null
  if (outcome === 'unproven')
    return {
      en: 'this call was allowed to fail, and nothing shows that it did not',
      ja: 'この呼び出しは失敗が許容されており、成功したことを確認できません',
    }
  if (via.length === 0) return { en: 'this transaction failed', ja: 'このトランザクションは失敗しています' }
  return { en: 'this call failed inside its transaction', ja: 'トランザクション内のこの呼び出しは失敗しています' }
}

function refusal({ what }: Hop): Text {
  if (what === 'account')
    return {
      en: 'made by a smart account whose code we do not know, or that may have changed it in that block: its calls cannot be told',
      ja: 'コードを確認できない、またはそのブロックでコードが変わった可能性のあるスマートアカウントのため、実際の呼び出しを確認できません',
    }
  if (what === 'batcher')
    return {
      en: 'sent to a batch contract that was not there yet',
      ja: 'その時点で存在しなかった一括実行コントラクトに送信されています',
    }
  return {
    en: 'inside a multicall that this contract does not have',
    ja: 'このコントラクトにない multicall の中で呼び出されています',
  }
}
