import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import { type FirstTransactionQuery, itemsOf, type Query } from '../query.ts'
import type { Seen } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { durationText } from './measures.ts'
import { isNumber } from './moment.ts'
import { unread } from './settling.ts'
import type { Reading } from './stateReading.ts'
import { timeText } from './stateWording.ts'

export const planAge = ({ chain, wallets }: LeafScope): Query[] =>
  wallets.map((wallet) => ({ type: 'evm.firstTransaction' as const, chain, wallet }))

/** How long ago the first transaction of a wallet was, by the chain's own clock at blocks as final as the leaf asks. */
export function judgeAge(seconds: number, { scope, read }: Reading): Judgement {
  const asked = new Set(planAge(scope).map((query) => canonicalJson(query)))
  const firsts = itemsOf(read, 'evm.firstTransaction').flatMap(({ query, records, head }) => {
    const [record] = records
    const now = head?.[scope.finality]
    if (!asked.has(canonicalJson(query)) || !record || !now || !isNumber(record.blockNumber)) return []
    return BigInt(record.blockNumber) <= BigInt(now.number)
      ? [{ ...ageOf(query, record, scope), age: now.time - record.blockTime, record }]
      : []
  })
  const oldest = firsts.filter(({ age }) => Number.isFinite(age)).toSorted((a, b) => b.age - a.age)[0]
  if (oldest && oldest.age >= seconds) {
    const { record, wallet, seen } = oldest
    const decoded = { time: record.blockTime, age: oldest.age }
    const fact = {
      chain: scope.chain,
      blockNumber: record.blockNumber,
      blockHash: record.blockHash,
      call: 'firstTransaction',
      wallet,
      decoded,
    }
    return { status: 'pass', seen: [seen], facts: [fact] }
  }
  const problem = unread(read, scope)
  if (problem) return problem
  const none = { en: 'no transaction was ever sent from it', ja: 'このウォレットから送信されたトランザクションがありません' }
  if (!oldest) return { status: 'fail', seen: [{ text: none, chain: scope.chain }], code: 'wallet.unused', facts: [] }
  const since = timeText(oldest.record.blockTime + seconds)
  const next = { en: `Old enough from ${since} on.`, ja: `${since} 以降に条件を満たします。` }
  const needed = durationText(seconds)
  const text = { en: `${oldest.seen.text.en}, ${needed.en} needed`, ja: `${oldest.seen.text.ja}(必要: ${needed.ja})` }
  return { status: 'fail', seen: [{ ...oldest.seen, text }], next, code: 'wallet.young', facts: [] }
}

function ageOf({ wallet: address }: FirstTransactionQuery, record: { blockNumber: string; blockTime: number }, { chain }: LeafScope) {
  const wallet = `eip155:${address}`
  const at = timeText(record.blockTime)
  const seen: Seen = {
    text: { en: `first transaction on ${at}`, ja: `最初のトランザクションは ${at} です` },
    chain,
    blockNumber: record.blockNumber,
    wallet,
  }
  return { wallet, seen }
}
