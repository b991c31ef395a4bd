import { toEventSelector } from 'viem'
import { entryPoint06Address, entryPoint07Address, entryPoint08Address, entryPoint09Address } from 'viem/account-abstraction'
import type { RawLog } from '../../query.ts'
import { digitsOf, uintAt } from './hexWords.ts'
import type { Outcome } from './inner.ts'

/**
 * The published entry points of ERC-4337, 0.6 to 0.9: their addresses follow from their code. Only they are believed when they say for whom they acted:
 * anyone can log a `UserOperationEvent` on a contract of their own.
 */
export const entryPoints: readonly string[] = [entryPoint06Address, entryPoint07Address, entryPoint08Address, entryPoint09Address].map(
  (address) => address.toLowerCase(),
)

export const accountTopics = {
  userOperation: toEventSelector('UserOperationEvent(bytes32,address,address,uint256,bool,uint256,uint256)'),
  safeSuccess: toEventSelector('ExecutionSuccess(bytes32,uint256)'),
  safeFailure: toEventSelector('ExecutionFailure(bytes32,uint256)'),
  moduleSuccess: toEventSelector('ExecutionFromModuleSuccess(address)'),
  moduleFailure: toEventSelector('ExecutionFromModuleFailure(address)'),
  upgraded: toEventSelector('Upgraded(address)'),
} as const

/** Every log by which a Safe shows that it ran something, perhaps code in its own place. */
export const safeRuns: readonly string[] = [
  accountTopics.safeSuccess,
  accountTopics.safeFailure,
  accountTopics.moduleSuccess,
  accountTopics.moduleFailure,
]

/** The logs without which the code of an account that we know cannot change. */
export const conductTopics: readonly string[] = [...safeRuns, accountTopics.upgraded]

/** True for a log by which somebody else's transaction shows that it acted for this account. */
export function actsFor(log: { address: string; topics: readonly string[] }, wallet: string): boolean {
  const [topic0, , sender] = log.topics
  if (entryPoints.includes(log.address))
    return topic0 === accountTopics.userOperation && sender === `0x${wallet.slice(2).padStart(64, '0')}`
  return log.address === wallet && (topic0 === accountTopics.safeSuccess || topic0 === accountTopics.safeFailure)
}

/** How a user operation ended. The entry point uses a sender's nonce once, so sender and nonce name the operation. */
export function operationOutcome(logs: readonly RawLog[], operation: { entryPoint: string; sender: string; nonce: bigint }): Outcome {
  const { entryPoint, sender, nonce } = operation
  const ends = logs
    .filter(({ address, topics }) => address === entryPoint && actsFor({ address, topics }, sender))
    .flatMap(({ data }) => {
      const digits = digitsOf(data)
      const slots = { data: digits ?? '', base: 0 }
      return uintAt(slots, 0) === nonce ? [uintAt(slots, 1)] : []
    })
  if (ends.length !== 1) return 'unproven'
  return ends[0] === 1n ? 'success' : 'failed'
}

/**
 * How the transactions of one Safe ended, when so many were asked of it. Its logs do not say for which of them they are, so with several only
 * "all went well" can be told; more or fewer logs than transactions prove nothing.
 */
export function safeOutcome(logs: readonly RawLog[], safe: string, asked: number): Outcome {
  const ends = logs.filter((log) => log.address === safe && actsFor(log, safe))
  if (ends.length !== asked) return 'unproven'
  if (ends.every(({ topics }) => topics[0] === accountTopics.safeSuccess)) return 'success'
  return asked === 1 ? 'failed' : 'unproven'
}
