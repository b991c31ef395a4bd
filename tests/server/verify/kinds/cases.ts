import { type AbiEvent, encodeAbiParameters, encodeEventTopics, encodeFunctionData, type Hex, parseAbiItem } from 'viem'
import type { EvidenceItem, HeadRef, LogRecord, Query, SolanaTransactionRecord, TransactionRecord } from '#server/verify/query.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { judgeEvidence, planRule } from '#server/verify/run.ts'

export const me = `0x${'a1'.repeat(20)}`
export const second = `0x${'a2'.repeat(20)}`
export const other = `0x${'b0'.repeat(20)}`
export const contract = `0x${'c0'.repeat(20)}`
export const solMe = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'
export const solOther = '9aE476sH92Vz7DMPyq5WLPkrKWivxeuTKEFKd2sZZcde'
export const chain = 'eip155:8453'

const block = (number: number) => ({
  number: String(number),
  hash: `0x${number.toString(16).padStart(64, '0')}`,
  time: 1_800_000_000 + number,
})
export const head: HeadRef = { latest: block(132), safe: block(120), finalized: block(100) }
const at = (number: number) => ({
  blockNumber: String(number),
  blockHash: block(number).hash,
  blockTime: block(number).time,
  txHash: `0x${'7'.repeat(60)}${String(number).padStart(4, '0')}`,
})

export type Given = {
  records?: unknown[] | ((query: Query) => unknown[])
  complete?: boolean
  problem?: EvidenceItem['problem']
  wallets?: string[]
}

/** Judges one leaf on made-up evidence: the same records for each of its queries unless the records say whose they are. */
export function judgeLeaf(leaf: object, given: Given = {}) {
  const rule: Rule = parseRule(leaf)
  const context = {
    accountId: 'a',
    wallets: given.wallets ?? [`eip155:${me}`, `eip155:${second}`, `solana:${solMe}`],
    questStart: '2027-01-15T08:00:00Z',
    joinedAt: '2027-01-15T08:00:00Z',
    version: 1,
  }
  const evidence = planRule(rule, context).map(({ path, queries }) => ({ path, items: queries.map((query) => itemFor(query, given)) }))
  return judgeEvidence(rule, { context }, evidence)
}

function itemFor(query: Query, { records = [], complete = true, problem }: Given): EvidenceItem {
  const base = {
    query,
    records: problem ? [] : typeof records === 'function' ? records(query) : records,
    complete,
    providers: ['own'],
    ...(problem ? { problem } : { head, toBlock: head.latest.number }),
  }
  return base as EvidenceItem
}

/** A log as a node gives it, of any event. */
export function log(number: number, signature: string, args: Record<string, unknown>, more: Partial<LogRecord> = {}): LogRecord {
  const event = parseAbiItem(signature) as AbiEvent
  const topics = encodeEventTopics({ abi: [event], eventName: event.name, args }) as Hex[]
  const plain = event.inputs.filter((input) => !input.indexed)
  const data = encodeAbiParameters(
    plain,
    plain.map((input) => args[input.name ?? '']),
  )
  return { ...at(number), logIndex: 0, address: contract, topics, data, txFrom: me, txTo: contract, ...more }
}

export function call(number: number, signature: string, args: unknown[], more: Partial<TransactionRecord> = {}): TransactionRecord {
  return {
    ...at(number),
    from: me,
    to: contract,
    input: encodeFunctionData({ abi: [parseAbiItem(signature)], args } as never),
    value: '0',
    success: true,
    ...more,
  }
}

/** A Solana transaction that a wallet of the member signed. */
export function signed(number: number, more: Partial<SolanaTransactionRecord> = {}): SolanaTransactionRecord {
  return { ...at(number), success: true, signers: [solMe], writable: [], instructions: [], transfers: [], changes: [], ...more }
}
