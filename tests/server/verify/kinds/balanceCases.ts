import type { LogRecord } from '#server/verify/query.ts'
import { chain, contract, log } from './cases.ts'
import { blockRef, type FakeChain, isoAt, walletIn, word } from './fakeChain.ts'

export const eth = 10n ** 18n
export const usd = { standard: 'erc20', address: contract, decimals: 6, symbol: 'USDC' }
export const art = { standard: 'erc721', address: contract, symbol: 'ART' }
export const gold = { standard: 'erc1155', address: contract, symbol: 'GOLD', ids: ['7', '9'] }
export const native = { standard: 'native' }
export const balance = (params: object = {}, around: object = {}) => ({
  kind: 'evm.balance',
  chain,
  params: { token: usd, gte: '10000000', ...params },
  ...around,
})

export type Amounts = Readonly<Record<string, bigint>>
export type Case = [string, object, FakeChain, string, string?]

export function broken<T extends object>(item: T, reason: 'unreachable' | 'quorum' | 'disagree', detail = ''): T {
  return { ...item, records: [], complete: false, problem: { reason, retryable: true, detail } }
}

const transfer = 'event Transfer(address indexed from, address indexed to, uint256 value)'
export const moved = (block: number, from: string, to: string, value: bigint, more: Partial<LogRecord> = {}): LogRecord => ({
  ...log(1, transfer, { from, to, value }),
  blockNumber: String(block),
  blockHash: blockRef(block).hash,
  blockTime: blockRef(block).time,
  ...more,
})

/** A token whose balances are those at the start and what its logs did. */
export const ledger = (atStart: Amounts, logs: LogRecord[], more: Partial<FakeChain> = {}): FakeChain => ({
  latest: 1000,
  finalized: 990,
  logs,
  state: (read, block) => {
    const wallet = walletIn(read)
    const topic = word(wallet)
    const sum = logs
      .filter(({ blockNumber }) => Number(blockNumber) <= block)
      .reduce((all, { topics, data }) => all + (topics[2] === topic ? BigInt(data) : 0n) - (topics[1] === topic ? BigInt(data) : 0n), 0n)
    return word((atStart[wallet] ?? 0n) + sum)
  },
  ...more,
})
export const whole = { window: { from: isoAt(100), to: isoAt(900) } }
export const held = (params: object = {}, around: object = whole) => balance({ at: 'window', ...params }, around)
export const usdc = 1_000_000n
