import { BaseError, HttpRequestError, RpcRequestError } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import { type ChainError, isChainError, PermanentChainError, RetryableChainError, retryAfterMs } from '../../errors.ts'
import { AnswerTooLarge } from '../request.ts'

/** Sorts what viem throws into the two classes. Unknown causes are retryable: an error never turns into a "no". */
export function toChainError(error: unknown, chain: Chain, endpoint: Endpoint): ChainError {
  if (isChainError(error)) return error
  const where = { chain: chain.id, operator: endpoint.operator, detail: shortMessage(error), cause: error }
  const within = <T>(is: (cause: unknown) => cause is T): T | null =>
    is(error) ? error : error instanceof BaseError ? (error.walk(is) as T | null) : null
  const known = within(isChainError)
  if (known) return known
  if (within((cause): cause is Error => cause instanceof Error && cause.name === 'TimeoutError'))
    return new RetryableChainError('timeout', where)
  if (within((cause) => cause instanceof AnswerTooLarge)) return new PermanentChainError('too-many-results', where)
  const http = within((cause) => cause instanceof HttpRequestError)
  if (http) return httpError(http, where)
  const rpc = within((cause) => cause instanceof RpcRequestError)
  if (rpc?.status === 429) return httpError(rpc, where)
  return rpc ? rpcError(rpc, where) : new RetryableChainError('bad-answer', where)
}

type Where = ConstructorParameters<typeof RetryableChainError>[1]

/** What both of viem's errors say of the response. */
type Answer = { status?: number | undefined; headers?: Headers | undefined }

function httpError({ status, headers }: Answer, where: Where): ChainError {
  const wait = retryAfterMs(headers?.get('retry-after'), Date.now())
  if (status === 429) return new RetryableChainError('rate-limited', { ...where, ...(wait === undefined ? {} : { retryAfterMs: wait }) })
  if (status === 413) return new PermanentChainError('too-many-results', where)
  if (status === 401 || status === 403) return new PermanentChainError('forbidden', where)
  return new RetryableChainError('unreachable', where)
}

/** As nodes and providers say that a log query is too wide, or its answer too large. */
const tooMuch =
  /too many (?!requests)|more than \d+|query returned|limit exceeded.*(range|result)|block range|range (is )?too|response (size|(is )?too)|(response|payload|body) too (large|big)|exceeds? (the )?(max|limit)|max(imum)? (results|logs)|ranges over|query timeout/

/** JSON-RPC and EIP-1474 codes; nodes put "too many results" and "unknown block" under several of them. */
function rpcError(error: RpcRequestError, where: Where): ChainError {
  const text = `${error.details} ${error.message}`.toLowerCase()
  const detail = { ...where, detail: error.details.slice(0, 200) }
  if (tooMuch.test(text)) return new PermanentChainError('too-many-results', detail)
  if (error.code === -32005 || /rate limit|too many requests|capacity/.test(text)) return new RetryableChainError('rate-limited', detail)
  if (isPruned(text)) return new RetryableChainError('pruned', detail)
  if (/out ?of ?range|unknown block|header not found|block not found/.test(text)) return new RetryableChainError('behind', detail)
  if (error.code === -32601 || error.code === -32004) return new PermanentChainError('unsupported', detail)
  if (error.code === -32600 || error.code === -32602) return new PermanentChainError('refused', detail)
  return new RetryableChainError('bad-answer', detail)
}

/** How Geth, Erigon, Nethermind, Besu, Reth, the services in front of them and Anvil say that they keep no state of so old a block. */
function isPruned(text: string): boolean {
  const [, height, requested] = /block height is (\d+) but requested was (\d+)/.exec(text) ?? []
  if (height !== undefined && requested !== undefined) return BigInt(requested) < BigInt(height)
  return /missing trie node|pruned|historical state|pruning|proof window|old data not available|no state available|world state unavailable|archive|state .*not available/.test(
    text,
  )
}

/** Without the URL: a key may be in it. */
function shortMessage(error: unknown): string {
  return error instanceof BaseError ? error.shortMessage.slice(0, 200) : error instanceof Error ? error.name : 'unknown'
}
