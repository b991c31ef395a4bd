import { toEventSelector } from 'viem'
import { findChain } from '#chains/registry.ts'
import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type LogRecord, type LogsQuery, type Query, type TransactionRecord } from '../query.ts'
import type { Components } from './abi.ts'
import type { Answers } from './calls/conduct.ts'
import { digitsOf, listAt, uintAt } from './calls/hexWords.ts'
import { callsOf } from './calls/madeCalls.ts'
import { answersIn, beliefIn, type LookedAt, outcomeText } from './calls/proven.ts'
import { toJson } from './conditions.ts'
import type { TransferParams } from './evm.transfer.ts'
import type { Unit } from './fields.ts'
import { toInteger } from './filters.ts'
import { amountText, shortHex } from './wording.ts'

const topics = {
  transfer: toEventSelector('Transfer(address,address,uint256)'),
  single: toEventSelector('TransferSingle(address,address,address,uint256,uint256)'),
  batch: toEventSelector('TransferBatch(address,address,address,uint256[],uint256[])'),
} as const

/** What measures and `capture` look into: one transfer as if it were an event. */
export const transferInputs: Components = [
  { name: 'from', type: 'address' },
  { name: 'to', type: 'address' },
  { name: 'amount', type: 'uint256' },
  { name: 'ids', type: 'uint256[]' },
]

export function unitOf({ token }: Pick<TransferParams, 'token'>, chain: string): Unit {
  if (token.standard === 'native') return findChain(chain)?.nativeCurrency ?? { decimals: 18, symbol: '' }
  return { decimals: token.standard === 'erc20' ? token.decimals : 0, symbol: token.symbol }
}

/** What happened, from whom to whom; `ids` and `amount` of those pieces that count. */
type Transfer = { from: string; to: string; amount: bigint; ids: bigint[] }

/** What must be read: logs that name the member's wallets, or for native coins the transactions themselves. */
export function transferQueries({ token, direction, counterparty }: TransferParams, scope: LeafScope): Query[] {
  const { chain, wallets, range } = scope
  const others = (counterparty ?? []).map((address) => address.toLowerCase()).toSorted()
  if (token.standard === 'native')
    return [{ type: 'evm.transactions', chain, role: direction, to: direction === 'sent' ? others : [], wallets, ...range }]
  const from = token.standard === 'erc1155' ? 2 : 1
  const [mine, theirs] = direction === 'sent' ? [from, from + 1] : [from + 1, from]
  const padded = others.map((address) => `0x${address.slice(2).padStart(64, '0')}`)
  const query = (topic0: string): LogsQuery => ({
    type: 'evm.logs',
    chain,
    addresses: [token.address.toLowerCase()],
    topic0,
    ...(others.length === 0 ? {} : { topics: [1, 2, 3].map((topic) => (topic === theirs ? padded : null)) }),
    claimant: { by: 'topic', index: mine, wallets },
    ...range,
  })
  return token.standard === 'erc1155' ? [query(topics.single), query(topics.batch)] : [query(topics.transfer)]
}

type Looking = { params: TransferParams; scope: LeafScope; answers: Answers; looked: LookedAt }

/** Every transfer of the member's wallets in what was read, measured against what is wanted. */
export function findTransfers(params: TransferParams, evidence: readonly EvidenceItem[], scope: LeafScope): LookedAt {
  const looking: Looking = { params, scope, answers: answersIn(evidence), looked: { findings: { matches: [], misses: [] }, open: [] } }
  const known = new Set<string>()
  const isFresh = (key: string) => !known.has(key) && known.add(key) !== undefined
  if (params.token.standard === 'native')
    for (const { query, records } of itemsOf(evidence, 'evm.transactions'))
      for (const record of records)
        if (query.chain === scope.chain && isFresh(record.txHash) && !outside(record, scope)) lookAtTransaction(record, looking)
  if (params.token.standard !== 'native')
    for (const { query, records } of itemsOf(evidence, 'evm.logs'))
      for (const record of records)
        if (query.chain === scope.chain && isFresh(`${record.blockHash}|${record.logIndex}`) && !outside(record, scope))
          lookAtLog(record, looking)
  return looking.looked
}

function lookAtLog(record: LogRecord, looking: Looking) {
  const { token } = looking.params
  if (token.standard === 'native' || record.address.toLowerCase() !== token.address.toLowerCase()) return
  const transfer = transferOf(record, token)
  if (transfer) weigh(transfer, { record, logIndex: record.logIndex }, looking)
}

/** The transfer that a log tells of; null for a log of another shape. Only pieces with the wanted ids are in it. */
function transferOf({ topics: found, data }: LogRecord, token: Exclude<TransferParams['token'], { standard: 'native' }>): Transfer | null {
  const digits = digitsOf(data)
  const [topic0, ...rest] = found.map((topic) => topic.toLowerCase())
  if (digits === null || !rest.every((topic) => /^0x[0-9a-f]{64}$/.test(topic))) return null
  const slots = { data: digits, base: 0 }
  const addressIn = (index: number) => `0x${(rest[index] ?? '').slice(26)}`
  if (token.standard === 'erc20') {
    const amount = uintAt(slots, 0)
    if (topic0 !== topics.transfer || rest.length !== 2 || amount === null) return null
    return { from: addressIn(0), to: addressIn(1), amount, ids: [] }
  }
  if (token.standard === 'erc721') {
    if (topic0 !== topics.transfer || rest.length !== 3) return null
    return pieces({ from: addressIn(0), to: addressIn(1) }, [[BigInt(rest[2] ?? '0x0'), 1n]], token.ids)
  }
  if (rest.length !== 3) return null
  const moved = topic0 === topics.single ? [[uintAt(slots, 0), uintAt(slots, 1)] as const] : topic0 === topics.batch ? batchOf(digits) : []
  const whole = moved.flatMap(([id, amount]) => (id === null || amount === null ? [] : [[id, amount] as const]))
  return whole.length === moved.length && whole.length > 0 ? pieces({ from: addressIn(1), to: addressIn(2) }, whole, token.ids) : null
}

/** More pieces in one batch are not counted. */
const mostPieces = 1000

function batchOf(data: string): (readonly [bigint | null, bigint | null])[] {
  const [ids, amounts] = [listAt({ data, base: 0 }, 0), listAt({ data, base: 0 }, 1)]
  if (!ids || !amounts || ids.length !== amounts.length || ids.length > mostPieces) return []
  return Array.from({ length: ids.length }, (_, index) => [uintAt(ids.heads, index), uintAt(amounts.heads, index)])
}

function pieces(
  ends: { from: string; to: string },
  moved: readonly (readonly [id: bigint, amount: bigint])[],
  wanted: readonly string[] | undefined,
): Transfer {
  const counted = moved.filter(([id]) => wanted === undefined || wanted.includes(id.toString()))
  return { ...ends, amount: counted.reduce((sum, [, amount]) => sum + amount, 0n), ids: counted.map(([id]) => id) }
}

/** Native coins: the value of each call of a member's wallet, where it ends; or of a transaction straight to a member's wallet. */
function lookAtTransaction(record: TransactionRecord, looking: Looking) {
  const { scope, looked } = looking
  if (looking.params.direction === 'received') {
    const amount = toInteger(record.value) ?? 0n
    const failed = record.success ? undefined : (outcomeText({ outcome: 'failed', via: [] }) ?? undefined)
    return weigh({ from: record.from.toLowerCase(), to: record.to.toLowerCase(), amount, ids: [] }, { record, refused: failed }, looking)
  }
  for (const call of callsOf(record, scope.wallets).calls) {
    if (call.value === 0n || call.opened === 'forwarded' || call.shares !== undefined) continue
    const transfer = { from: call.wallet, to: call.to, amount: call.value, ids: [] }
    const failed = outcomeText(call) ?? undefined
    const belief = failed ? null : beliefIn(call, record, looking)
    if (belief?.state === 'open') looked.open.push(...belief.queries)
    else weigh(transfer, { record, refused: belief?.state === 'refuted' ? belief.text : failed }, looking)
  }
}

type Seen = { record: TransactionRecord | LogRecord; logIndex?: number; refused?: { en: string; ja: string } | undefined }

/** Puts a transfer among the matches, or says what it lacks. */
function weigh(transfer: Transfer, { record, logIndex, refused }: Seen, { params, scope, looked }: Looking) {
  const isSent = params.direction === 'sent'
  const [mine, theirs] = isSent ? [transfer.from, transfer.to] : [transfer.to, transfer.from]
  // Anybody can make a token log a transfer of nothing in a member's name.
  if (!scope.wallets.includes(mine) || transfer.amount <= 0n) return
  const unit = unitOf(params, scope.chain)
  const shown = amountText(transfer.amount, unit)
  const done = isSent ? { en: `sent ${shown}`, ja: `${shown} を送りました` } : { en: `received ${shown}`, ja: `${shown} を受け取りました` }
  const source = { chain: scope.chain, txHash: record.txHash, blockNumber: record.blockNumber, wallet: `eip155:${mine}` }
  const miss = (en: string, ja: string, met: number) =>
    void looked.findings.misses.push({ seen: { text: { en: `${done.en}${en}`, ja: `${done.ja}${ja}` }, ...source }, met })
  if (scope.wallets.includes(theirs)) return miss(', but between your own wallets', '(自分のウォレット同士のため対象外)', 0)
  if (params.counterparty && !params.counterparty.some((address) => address.toLowerCase() === theirs))
    return miss(`, but ${isSent ? 'to' : 'from'} ${shortHex(theirs)}`, `(相手は ${shortHex(theirs)} で、指定された相手ではありません)`, 1)
  if (refused) return miss(`, but ${refused.en}`, `(${refused.ja})`, 2)
  if (params.gte !== undefined && transfer.amount < BigInt(params.gte)) {
    const need = amountText(BigInt(params.gte), { ...unit, symbol: '' }).trim()
    return miss(`, ${need} needed`, `(必要: ${amountText(BigInt(params.gte), unit)})`, 3)
  }
  const args = { ...transfer }
  looked.findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    amount: transfer.amount,
    decoded: { inputs: transferInputs, args },
    seen: { text: done, ...source },
    fact: {
      ...source,
      blockHash: record.blockHash,
      ...(logIndex === undefined ? {} : { logIndex }),
      decoded: { token: params.token.standard, args: toJson(args) },
    },
  })
}
