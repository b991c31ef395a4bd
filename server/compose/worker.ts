import { createPublicClient, defineChain, http } from 'viem'
import { openDatabase } from '#drizzle/client.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import type { Clock } from '#server/shared/clock.ts'
import { type Env, requireKey } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'

/** What every worker is made from. */
export type WorkerEnvironment = { env: Env; log: Log; clock: Clock }

/** Retries what a busy node refuses (429 with its Retry-After, 5xx) with growing pauses; after that the worker's own back-off takes over. */
export function l2Client(env: Env): L2Client {
  const chain = defineChain({
    id: env.CAIRN_L2_CHAIN_ID,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [env.CAIRN_L2_RPC] } },
  })
  return createPublicClient({ chain, transport: http(env.CAIRN_L2_RPC, { retryCount: 3, retryDelay: 250, timeout: 10_000 }), cacheTime: 0 })
}

/** The database of a worker: `DATABASE_URL` is set by whoever starts the process. */
export function workerDatabase(env: Env, log: Log) {
  const url = requireKey(env, 'DATABASE_URL')
  return { url, ...openDatabase(url, { max: 6, onError: (error) => log.warn({ err: error }, 'a database connection was lost') }) }
}
