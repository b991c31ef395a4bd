import { createRequire } from 'node:module'
import { type Hex, toHex } from 'viem'
import type { EvidenceItem, LogRecord, Query, ReadProblem, StateQuery, TransactionRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { head, me, second } from '../cases.ts'

const safeProxy = createRequire(import.meta.url)(
  '@safe-global/safe-contracts/build/artifacts/contracts/proxies/SafeProxy.sol/SafeProxy.json',
) as {
  deployedBytecode: Hex
}

/** What the chain of a case holds. `state`: undefined = the node does not say. */
export type Chain = {
  transactions?: TransactionRecord[]
  logs?: LogRecord[]
  state?: (query: StateQuery) => string | null | undefined
  wallets?: string[]
}

const down: ReadProblem = { reason: 'unreachable', retryable: true, detail: '' }

/** Judges a rule as the follower does: asks in rounds, answers from the case. */
export async function judgeOn(leaf: object, { transactions = [], logs = [], state = () => null, wallets = [me, second] }: Chain) {
  const answer = (query: Query): EvidenceItem => {
    const base = { query, complete: true, providers: ['own'], head, toBlock: head.latest.number }
    if (query.type === 'evm.transactions') return { ...base, query, records: transactions }
    if (query.type === 'evm.logs') return { ...base, query, records: logs.filter(({ topics }) => topics[0] === query.topic0) }
    if (query.type !== 'evm.state') return { ...base, records: [] } as unknown as EvidenceItem
    const value = state(query)
    if (value === undefined) return { query, records: [], complete: false, providers: [], problem: down }
    const number = typeof query.at === 'object' && 'block' in query.at ? query.at.block : head.finalized.number
    return { ...base, query, records: [{ value, block: { ...head.finalized, number } }] }
  }
  const context = {
    accountId: 'a',
    wallets: wallets.map((wallet) => `eip155:${wallet}`),
    questStart: '2027-01-15T08:00:00Z',
    joinedAt: '2027-01-15T08:00:00Z',
    version: 1,
  }
  return verifyRule({ evidence: { read: async (queries) => queries.map(answer) } }, parseRule(leaf), { context })
}

const slotOf = (address: string) => `0x${address.slice(2).padStart(64, '0')}`
const erc1967Slot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'
const handlerSlot = '0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5'
const soladyProxy = `0x363d3d373d3d363d7f${erc1967Slot.slice(2)}545af43d6000803e6038573d6000fd5b3d6000f3`

export const implementation = {
  coinbase: '0x000100abaad02f1cfc8bbe32bd5a564817339e72',
  kernel: '0xd6cedde84be40893d153be9d467cd6ad37875b28',
  simple7702: '0xe6cae83bde06e4c305530e199d7217f42808555b',
  safe: '0x41675c099f32341bf84bfc5382af534df5c7461a',
  safe4337: '0x75cf11467937ce3f2f357ce24ffc3dbf8fd5c226',
}

/** A node's answers about one account (or about contracts that are there, by address). */
export const states = {
  proxy: (implemented: string) => codeAndSlots(soladyProxy, { [erc1967Slot]: slotOf(implemented) }),
  /** `nonces`: before the block and after it. */
  delegated:
    (delegate: string, { code = '0x60', nonces = [4, 5] }: { code?: string; nonces?: [number, number] } = {}) =>
    (query: StateQuery) => {
      if (query.read.what === 'nonce') return toHex(isBlock(query, 89) ? nonces[0] : nonces[1])
      return query.read.what === 'code' && query.read.address === delegate ? code : codeAndSlots(`0xef0100${delegate.slice(2)}`, {})(query)
    },
  safe: (singleton: string, handler = implementation.safe4337) =>
    codeAndSlots(safeProxy.deployedBytecode, { [`0x${'0'.repeat(64)}`]: slotOf(singleton), [handlerSlot]: slotOf(handler) }),
  /** A contract with `multicall(bytes[])` that reverts when a call inside fails. */
  multicall: ({ read }: StateQuery) =>
    read.what === 'call' && !/ffffffff0{56}$/.test(read.data) ? `0x${'20'.padStart(64, '0')}${'0'.repeat(64)}` : null,
  /** A contract that takes any input and does nothing of it. */
  takesAll: ({ read }: StateQuery) => (read.what === 'call' ? null : '0x60'),
}

const isBlock = ({ at }: StateQuery, number: number) => typeof at === 'object' && 'block' in at && at.block === String(number)

function codeAndSlots(code: string, slots: Record<string, string>) {
  return ({ read }: StateQuery): string | null => {
    if (read.what === 'code') return code
    return read.what === 'storage' ? (slots[read.slot] ?? `0x${'0'.repeat(64)}`) : null
  }
}
