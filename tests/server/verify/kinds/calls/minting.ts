import { type AbiFunction, encodeFunctionData, type Hex, parseAbiItem } from 'viem'
import type { StateQuery, TransactionRecord } from '#server/verify/query.ts'
import { call, chain, contract, me, other, second } from '../cases.ts'
import { account, entryPoint7, handleOps, operationLog, type Plain, runLog, safeLog } from './encode.ts'
import { implementation } from './judged.ts'

export const mint = 'function mint(address to, uint256 amount) payable'
export const eth = 10n ** 18n
export const target = contract as Hex
export const [wallet, account_] = [me as Hex, second as Hex]
export const dataOf = (amount = 5n, signature = mint) =>
  encodeFunctionData({ abi: [parseAbiItem(signature) as AbiFunction], args: signature === mint ? [wallet, amount] : [amount] })
export const mintCall = (amount = 5n, value = 0n): Plain => ({ to: target, value, data: dataOf(amount) })

export const leaf = (params: object = {}, around: object = {}) => ({
  kind: 'evm.transaction',
  chain,
  params: { to: [contract], function: mint, ...params },
  ...around,
})
export const sent = (to: Hex, data: Hex, more: Partial<TransactionRecord> = {}): TransactionRecord => ({
  ...call(90, mint, [wallet, 5n]),
  to,
  input: data,
  ...more,
})
export const atLeast = (amount: bigint) => ({ where: [{ arg: 'amount', op: 'gte', value: amount.toString() }] })

export const { txHash } = call(90, mint, [wallet, 5n])
export const elsewhere = `0x${'8'.repeat(64)}`
export type Logs = Pick<TransactionRecord, 'accountLogs' | 'blockLogs'>
export const byOther = (logs: Logs) => ({ from: other, ...logs })
export const operation = (
  data: Hex,
  { success = true, blockLogs = [] }: { success?: boolean; blockLogs?: TransactionRecord['blockLogs'] } = {},
) => {
  const one = { sender: account_, nonce: 3n, data }
  return sent(entryPoint7, handleOps.seven([one]), byOther({ accountLogs: [operationLog(entryPoint7, one, success)], blockLogs }))
}
export const byModule = (blockLogs = [runLog(account_, txHash, implementation.safe4337)]) => operation(operated(mintCall()), { blockLogs })
export const safe = (data: Hex, end?: boolean, blockLogs = [runLog(account_, txHash)]) =>
  sent(account_, data, byOther({ accountLogs: end === undefined ? [] : [safeLog(account_, end)], blockLogs }))
export const minted = account.execute([mintCall()])

export type Case = [
  name: string,
  rule: object,
  record: TransactionRecord,
  state: (query: StateQuery) => string | null | undefined,
  status: string,
  text?: string,
]
export const none = () => undefined
export const unknownCode =
  'made by a smart account whose code we do not know, or that may have changed it in that block: its calls cannot be told'

export function operated({ to, value, data }: Plain): Hex {
  const item = parseAbiItem('function executeUserOp(address to, uint256 value, bytes data, uint8 operation)') as AbiFunction
  return encodeFunctionData({ abi: [item], args: [to, value, data, 0] })
}
