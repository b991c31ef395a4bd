import type { Chain, Endpoint } from '../../chain.ts'
import { PermanentChainError } from '../../errors.ts'
import type { EvmReader } from '../../reader.ts'
import { limited, readAll } from '../limit.ts'
import type { RequestOptions } from '../request.ts'
import { batchSizeOf } from '../unbatch.ts'
import { blockOf, toBlock, toBlockWithCalls, toCall, toReceipt } from './decode.ts'
import { createLogWidth } from './logWidth.ts'
import { readBalances } from './readBalances.ts'
import { toChainError } from './readErrors.ts'
import { readHead } from './readHead.ts'
import { readLogs } from './readLogs.ts'
import { createSealedReads } from './readSealed.ts'
import { readState } from './readState.ts'
import { openRpc, quantity, type Rpc } from './rpc.ts'

/** A reader of one EVM endpoint. Reads made in the same moment travel as one JSON-RPC batch, token reads as one multicall. */
export function createEvmReader(chain: Chain, endpoint: Endpoint, options: RequestOptions = {}): EvmReader {
  const rpc = openRpc(chain, endpoint, options)
  const limit = limited(chain.limits.concurrency * batchSizeOf(chain, endpoint))
  const sort = (error: unknown) => toChainError(error, chain, endpoint)
  const width = createLogWidth(chain.limits.logRange)
  const guarded = guard(chain, endpoint, rpc)
  const sealed = createSealedReads({ rpc, sort })
  const readBlock = async (at: bigint) => {
    const raw = await rpc.block(quantity(at), false)
    return raw ? toBlock(raw) : null
  }
  return {
    vm: 'evm',
    chain,
    operator: endpoint.operator,
    head: () => guarded(() => readHead(chain, endpoint, rpc)),
    block: (at) => guarded(() => readBlock(at)),
    blocks: (numbers) => guarded(() => readAll(numbers, limit, readBlock)),
    blocksWithCalls: (numbers) =>
      guarded(() =>
        readAll(numbers, limit, async (at) => {
          const raw = await rpc.block(quantity(at), true)
          return raw ? toBlockWithCalls(raw) : null
        }),
      ),
    transaction: (hash) =>
      guarded(async () => {
        const [raw, receipt] = await Promise.all([rpc.transaction(hash), rpc.receipt(hash)])
        const block = raw ? blockOf(raw) : null
        if (!raw || !block || !receipt) return null
        return { hash: raw.hash, block, success: receipt.status === '0x1', signers: [raw.from.toLowerCase()] }
      }),
    calls: (hashes) =>
      guarded(() =>
        readAll(hashes, limit, async (hash) => {
          const raw = await rpc.transaction(hash)
          const block = raw ? blockOf(raw) : null
          return raw && block ? { ...toCall(raw), block } : null
        }),
      ),
    receipts: (hashes) =>
      guarded(() =>
        readAll(hashes, limit, async (hash) => {
          const raw = await rpc.receipt(hash)
          return raw ? toReceipt(raw) : null
        }),
      ),
    logs: (query) => guarded(() => readLogs({ chain, rpc, width, sort }, query)),
    state: (reads, at) => guarded(() => readState({ chain, rpc, limit }, reads, at)),
    balances: (wanted, at) => guarded(() => readBalances({ chain, rpc, limit }, wanted, at)),
    sealedBlocks: (hashes) => guarded(() => readAll(hashes, limit, sealed)),
    headers: (numbers) => guarded(() => readAll(numbers, limit, async (at) => (await rpc.header(quantity(at))) ?? null)),
    requests: rpc.requests,
  }
}

/** Before the first read asks which chain the endpoint serves: an answer from another chain must never become evidence. Sorts all errors. */
function guard(chain: Chain, endpoint: Endpoint, rpc: Rpc) {
  let checked: Promise<void> | undefined
  const check = async () => {
    const found = BigInt(await rpc.chainId())
    if (found === BigInt(chain.reference)) return
    throw new PermanentChainError('wrong-chain', {
      chain: chain.id,
      operator: endpoint.operator,
      detail: `the endpoint serves eip155:${found}`,
    })
  }
  return async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      checked ??= check().catch((error: unknown) => {
        checked = undefined
        throw error
      })
      await checked
      return await read()
    } catch (error) {
      throw toChainError(error, chain, endpoint)
    }
  }
}
