import { BaseError, HttpRequestError, RpcRequestError, TimeoutError } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import { archiveState, type ChainError, isChainError, PermanentChainError, RetryableChainError } from '../../errors.ts'

/** Sorts what viem throws into the two classes. Unknown causes are retryable: an error never turns into a "no". */
export function toChainError(error: unknown, chain: Chain, endpoint: Endpoint): ChainError {
  if (isChainError(error)) return error
  const where = { chain: chain.id, operator: endpoint.operator, detail: shortMessage(error), cause: error }
  const within = <T>(is: (cause: unknown) => cause is T): T | null =>
    is(error) ? error : error instanceof BaseError ? (error.walk(is) as T | null) : null
  if (within((cause) => cause instanceof TimeoutError)) return new RetryableChainError('timeout', where)
  const http = within((cause) => cause instanceof HttpRequestError)
  if (http) return http.status === 429 ? new RetryableChainError('rate-limited', where) : httpError(http.status, where)
  const rpc = within((cause) => cause instanceof RpcRequestError)
  return rpc ? rpcError(rpc, where) : new RetryableChainError('bad-answer', where)
}

type Where = ConstructorParameters<typeof RetryableChainError>[1]

function httpError(status: number | undefined, where: Where): ChainError {
  if (status === 401 || status === 403) return new PermanentChainError('refused', where)
  return new RetryableChainError('unreachable', where)
}

/** JSON-RPC and EIP-1474 codes; nodes put "too many results" and "unknown block" under several of them. */
function rpcError(error: RpcRequestError, where: Where): ChainError {
  const text = `${error.details} ${error.message}`.toLowerCase()
  const detail = { ...where, detail: error.details.slice(0, 200) }
  if (/too many|more than \d+|query returned|limit exceeded.*(range|result)|block range|response size/.test(text))
    return new PermanentChainError('too-many-results', detail)
  if (error.code === -32005 || /rate limit|too many requests|capacity/.test(text)) return new RetryableChainError('rate-limited', detail)
  if (isPruned(text)) return new RetryableChainError('behind', { ...detail, detail: `${archiveState}: ${detail.detail}` })
  if (/out ?of ?range|unknown block|header not found|block not found/.test(text)) return new RetryableChainError('behind', detail)
  if (error.code === -32601 || error.code === -32004) return new PermanentChainError('unsupported', detail)
  if (error.code === -32600 || error.code === -32602) return new PermanentChainError('refused', detail)
  return new RetryableChainError('bad-answer', detail)
}

/** How Geth, Erigon, Nethermind, Besu, Reth, the services in front of them and Anvil say that they keep no state of so old a block. */
function isPruned(text: string): boolean {
  const [, height, requested] = /block height is (\d+) but requested was (\d+)/.exec(text) ?? []
  if (height !== undefined && requested !== undefined) return BigInt(requested) < BigInt(height)
  return /missing trie node|pruned|historical state|old data not available|no state available|world state unavailable|archive|state .*not available/.test(
    text,
  )
}

/** Without the URL: a key may be in it. */
function shortMessage(error: unknown): string {
  return error instanceof BaseError ? error.shortMessage.slice(0, 200) : error instanceof Error ? error.name : 'unknown'
}
