import { type AbiEvent, parseAbi, toEventSelector } from 'viem'
import type { LogRecord, RawLog } from '../query.ts'
import { entryPoints } from './calls/accountLogs.ts'

const events = parseAbi([
  'event UserOperationEvent(bytes32 indexed userOpHash, address indexed sender, address indexed paymaster, uint256 nonce, bool success, uint256 actualGasCost, uint256 actualGasUsed)',
  'event BeforeExecution()',
  'event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFailure(bytes32 indexed txHash, uint256 payment)',
  'event ExecutionFromModuleSuccess(address indexed module)',
  'event ExecutionFromModuleFailure(address indexed module)',
  'event SafeMultiSigTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures, bytes additionalInfo)',
  'event SafeModuleTransaction(address module, address to, uint256 value, bytes data, uint8 operation)',
])
const topicOf = (name: string) => toEventSelector(events.find((event) => event.name === name) as AbiEvent)

/** Logged by an entry point at the end of each operation (ERC-4337); its second topic is the smart account. */
export const userOperationTopic = topicOf('UserOperationEvent')
const beforeExecutionTopic = topicOf('BeforeExecution')
/** Logged by a Safe (1.3 and later) when it has executed, by its owners' signatures or by a module. */
export const executedTopics: readonly string[] = [topicOf('ExecutionSuccess'), topicOf('ExecutionFromModuleSuccess')]
const failedTopics: readonly string[] = [topicOf('ExecutionFailure'), topicOf('ExecutionFromModuleFailure')]
/** Logged by a SafeL2 before it executes. */
const startTopics: readonly string[] = [topicOf('SafeMultiSigTransaction'), topicOf('SafeModuleTransaction')]

/** The logs of a transaction that say for whom it acted. */
export function accountLogsOf(logs: readonly RawLog[]): RawLog[] {
  const entry = [userOperationTopic, beforeExecutionTopic] as string[]
  const safe = [...executedTopics, ...failedTopics, ...startTopics]
  return logs.filter(
    ({ address, topics: [topic = ''] }) => (entryPoints.includes(address) && entry.includes(topic)) || safe.includes(topic),
  )
}

/** Between two log indexes of the transaction (both excluded), this account acted. */
type Turn = { account: string; from: number; to: number; succeeded: boolean }

/**
 * Whose deed a log is, in lower case: the smart account in whose ERC-4337 operation or Safe transaction it was made, the innermost one when they are
 * nested, otherwise the transaction's sender. Null when nobody's: outside of the operations of a bundle, or within one that failed.
 */
export function actorOf(record: Pick<LogRecord, 'txFrom' | 'txTo' | 'logIndex' | 'accountLogs'>): string | null {
  const { txFrom, txTo, logIndex, accountLogs = [] } = record
  const logs = accountLogs.toSorted((a, b) => a.logIndex - b.logIndex)
  const around = [...operations(logs), ...safeTurns(logs, txTo)].filter(({ from, to }) => from < logIndex && logIndex < to)
  const [innermost] = around.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  if (innermost) return innermost.succeeded ? innermost.account : null
  return entryPoints.includes(txTo.toLowerCase()) ? null : txFrom.toLowerCase()
}

/** An operation's logs lie between `BeforeExecution` or the operation before it, and its own `UserOperationEvent`. */
function operations(logs: readonly RawLog[]): Turn[] {
  return entryPoints.flatMap((entryPoint) => {
    const turns: Turn[] = []
    let from: number | null = null
    for (const { logIndex, topics, data } of logs.filter(({ address }) => address === entryPoint)) {
      const account = topics[2]
      if (topics[0] === userOperationTopic && from !== null && account !== undefined)
        turns.push({ account: `0x${account.slice(26)}`, from, to: logIndex, succeeded: /^0{63}1$/.test(data.slice(66, 130)) })
      from = logIndex
    }
    return turns
  })
}

/** A SafeL2 says when it starts; another Safe is known to act alone only where the transaction calls it directly. */
function safeTurns(logs: readonly RawLog[], txTo: string): Turn[] {
  const started = new Map<string, number[]>()
  return logs.flatMap(({ address, logIndex, topics: [topic = ''] }) => {
    const open = started.get(address) ?? []
    if (startTopics.includes(topic)) {
      started.set(address, [...open, logIndex])
      return []
    }
    const succeeded = executedTopics.includes(topic)
    if (!succeeded && !failedTopics.includes(topic)) return []
    const from = open.pop() ?? (address === txTo.toLowerCase() ? -1 : null)
    return from === null ? [] : [{ account: address, from, to: logIndex, succeeded }]
  })
}
