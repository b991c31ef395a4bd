import {
  isSolanaError,
  SOLANA_ERROR__JSON_RPC__INVALID_PARAMS,
  SOLANA_ERROR__JSON_RPC__INVALID_REQUEST,
  SOLANA_ERROR__JSON_RPC__METHOD_NOT_FOUND,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_CLEANED_UP,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_NOT_AVAILABLE,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_STATUS_NOT_AVAILABLE_YET,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_LONG_TERM_STORAGE_SLOT_SKIPPED,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_MIN_CONTEXT_SLOT_NOT_REACHED,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_NODE_UNHEALTHY,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_SLOT_SKIPPED,
  SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR,
} from '@solana/kit'
import type { Chain, Endpoint } from '../../chain.ts'
import { type ChainError, isChainError, PermanentChainError, RetryableChainError, retryAfterMs } from '../../errors.ts'
import { AnswerTooLarge } from '../request.ts'

const isOneOf = (error: unknown, codes: readonly Parameters<typeof isSolanaError>[1][]) => codes.some((code) => isSolanaError(error, code))

/** Sorts what kit throws into the two classes. Unknown causes are retryable: an error never turns into a "no". */
export function toChainError(error: unknown, chain: Chain, endpoint: Endpoint): ChainError {
  if (isChainError(error)) return error
  const where = { chain: chain.id, operator: endpoint.operator, detail: error instanceof Error ? error.name : 'unknown', cause: error }
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return new RetryableChainError('timeout', where)
  if (error instanceof AnswerTooLarge) return new PermanentChainError('too-many-results', where)
  if (isSolanaError(error, SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR)) {
    const { statusCode: status, headers } = error.context
    const wait = retryAfterMs(headers.get('retry-after'), Date.now())
    if (status === 429) return new RetryableChainError('rate-limited', { ...where, ...(wait === undefined ? {} : { retryAfterMs: wait }) })
    return status === 401 || status === 403 ? new PermanentChainError('forbidden', where) : new RetryableChainError('unreachable', where)
  }
  if (isOneOf(error, [SOLANA_ERROR__JSON_RPC__INVALID_PARAMS, SOLANA_ERROR__JSON_RPC__INVALID_REQUEST]))
    return new PermanentChainError('refused', where)
  if (isSolanaError(error, SOLANA_ERROR__JSON_RPC__METHOD_NOT_FOUND)) return new PermanentChainError('unsupported', where)
  if (isBehind(error)) return new RetryableChainError('behind', where)
  return new RetryableChainError(error instanceof TypeError ? 'unreachable' : 'bad-answer', where)
}

const isBehind = (error: unknown) =>
  isOneOf(error, [
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_NODE_UNHEALTHY,
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_MIN_CONTEXT_SLOT_NOT_REACHED,
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_STATUS_NOT_AVAILABLE_YET,
  ])

/** A slot without a block: skipped by its leader, not produced yet, or older than what the node keeps (a validator just started says so as a bad parameter). */
export function isNoBlock(error: unknown): boolean {
  if (isSolanaError(error, SOLANA_ERROR__JSON_RPC__INVALID_PARAMS))
    return error.context.__serverMessage.includes('before the first local slot')
  return isOneOf(error, [
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_SLOT_SKIPPED,
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_LONG_TERM_STORAGE_SLOT_SKIPPED,
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_NOT_AVAILABLE,
    SOLANA_ERROR__JSON_RPC__SERVER_ERROR_BLOCK_CLEANED_UP,
  ])
}
