import { encodeAbiParameters, encodeEventTopics, type Hex, parseAbi } from 'viem'
import { entryPoints } from '#server/verify/kinds/calls/accountLogs.ts'
import type { RawLog } from '#server/verify/query.ts'
import { contract } from './cases.ts'

const abi = parseAbi([
  'event UserOperationEvent(bytes32 indexed userOpHash, address indexed sender, address indexed paymaster, uint256 nonce, bool success, uint256 actualGasCost, uint256 actualGasUsed)',
  'event BeforeExecution()',
  'event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFromModuleSuccess(address indexed module)',
  'event SafeModuleTransaction(address module, address to, uint256 value, bytes data, uint8 operation)',
])
const zero: Hex = `0x${'0'.repeat(64)}`
export const [v06 = '', v07 = ''] = entryPoints

export const op = (logIndex: number, account: string, { success = true, at = v07 } = {}): RawLog => ({
  logIndex,
  address: at,
  topics: encodeEventTopics({
    abi,
    eventName: 'UserOperationEvent',
    args: { userOpHash: zero, sender: account as Hex, paymaster: `0x${'0'.repeat(40)}` },
  }) as string[],
  data: encodeAbiParameters([{ type: 'uint256' }, { type: 'bool' }, { type: 'uint256' }, { type: 'uint256' }], [1n, success, 1n, 1n]),
})
export const accountLog = (
  logIndex: number,
  address: string,
  eventName: 'BeforeExecution' | 'ExecutionSuccess' | 'ExecutionFailure',
): RawLog => ({
  logIndex,
  address,
  topics: encodeEventTopics({
    abi,
    eventName,
    ...(eventName === 'BeforeExecution' ? {} : { args: { txHash: zero } }),
  } as never) as string[],
  data: eventName === 'BeforeExecution' ? '0x' : zero,
})
export const opsBegin = (logIndex: number, at = v07) => accountLog(logIndex, at, 'BeforeExecution')
export const executed = (logIndex: number, safe: string) => accountLog(logIndex, safe, 'ExecutionSuccess')
export const module = (logIndex: number, safe: string): RawLog => ({
  ...executed(logIndex, safe),
  topics: encodeEventTopics({ abi, eventName: 'ExecutionFromModuleSuccess', args: { module: contract as Hex } }) as string[],
})
export const moduleStart = (logIndex: number, safe: string): RawLog => ({
  ...executed(logIndex, safe),
  topics: encodeEventTopics({ abi, eventName: 'SafeModuleTransaction' }) as string[],
})
