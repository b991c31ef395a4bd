import type { Hex } from 'viem'
import type { LogRecord, TransactionRecord } from '#server/verify/query.ts'
import { call, chain, contract, log, other } from '../cases.ts'

export const eth = 10n ** 18n
export const usdc = 1_000_000n
export const third = `0x${'b1'.repeat(20)}` as Hex
export const nobody = `0x${'0'.repeat(40)}`
export const erc20 = { standard: 'erc20', address: contract, decimals: 6, symbol: 'USDC' }
export const erc721 = { standard: 'erc721', address: contract, symbol: 'ART' }
export const erc1155 = { standard: 'erc1155', address: contract, symbol: 'ITEM' }
export const native = { standard: 'native' }
export const leaf = (params: object, around: object = {}) => ({
  kind: 'evm.transfer',
  chain,
  params: { direction: 'sent', ...params },
  ...around,
})

export const moved = (number: number, from: string, to: string, value: bigint, more: Partial<LogRecord> = {}) =>
  log(number, 'event Transfer(address indexed from, address indexed to, uint256 value)', { from, to, value }, more)
export const piece = (number: number, from: string, to: string, id: bigint) =>
  log(number, 'event Transfer(address indexed from, address indexed to, uint256 indexed id)', { from, to, id })
export const single = (number: number, from: string, to: string, id: bigint, value: bigint) =>
  log(number, 'event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)', {
    operator: other,
    from,
    to,
    id,
    value,
  })
export const many = (number: number, from: string, to: string, ids: bigint[], values: bigint[]) =>
  log(number, 'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)', {
    operator: other,
    from,
    to,
    ids,
    values,
  })
export const paid = (number: number, to: string, value: bigint, more: Partial<TransactionRecord> = {}): TransactionRecord => ({
  ...call(number, 'function f()', []),
  to,
  value: value.toString(),
  input: '0x',
  ...more,
})
