import { CairnError } from '#server/shared/errors.ts'
import type { ChainId } from './chain.ts'

/** Reasons that go away by themselves: ask again later, or ask another endpoint now. */
export type RetryableReason = 'unreachable' | 'timeout' | 'rate-limited' | 'behind' | 'pruned' | 'bad-answer'
/** Reasons that stay until the question or the configuration changes. */
export type PermanentReason = 'refused' | 'unsupported' | 'forbidden' | 'wrong-chain' | 'too-many-results'

/** `retryAfterMs`: how long the endpoint says to wait. */
type Where = { chain: ChainId; operator: string; detail: string; retryAfterMs?: number; cause?: unknown }

const describe = {
  unreachable: 'does not answer',
  timeout: 'did not answer in time',
  'rate-limited': 'asks us to slow down',
  behind: 'does not know this block yet',
  pruned: 'has dropped the state of this block',
  'bad-answer': 'gave an answer that cannot be read',
} as const satisfies Record<RetryableReason, string>

/** A read that may succeed later. */
export class RetryableChainError extends CairnError {
  readonly retryable = true
  readonly reason: RetryableReason
  readonly retryAfterMs: number | undefined
  constructor(reason: RetryableReason, { chain, operator, detail, retryAfterMs, cause }: Where) {
    super('chain.unreachable', `The RPC of ${chain} ${describe[reason]}.`, { meta: { chain, operator, reason, detail }, cause })
    this.reason = reason
    this.retryAfterMs = retryAfterMs
  }
}

/** A read that will not succeed as it was asked. */
export class PermanentChainError extends CairnError {
  readonly retryable = false
  readonly reason: PermanentReason
  constructor(reason: PermanentReason, { chain, operator, detail, cause }: Where) {
    super('chain.refused', `The RPC of ${chain} refused the question (${reason}).`, { meta: { chain, operator, reason, detail }, cause })
    this.reason = reason
  }
}

/** Every error of a reader is one of these two: whether to retry is a type, not a guess. */
export type ChainError = RetryableChainError | PermanentChainError

/** `Retry-After` (RFC 9110): seconds, or a date. Undefined when it says neither. `now` in milliseconds. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined
  if (/^\d{1,6}$/.test(header.trim())) return Number(header.trim()) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

export function isChainError(error: unknown): error is ChainError {
  return error instanceof RetryableChainError || error instanceof PermanentChainError
}
