import { type EndpointHealth, openPool, type Pool } from '#chains/pool/createPool.ts'
import { chains, findChain } from '#chains/registry.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { type ChainAccess, createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { createFollower } from '#server/verify/follower.ts'
import { listenFor } from './listen.ts'
import { followerPort, questDeps } from './quests.ts'
import { chainUrls, readChains } from './settings.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

/** The follower's parts: endpoints of every chain in a pool, made when first needed, over the local stack's endpoints or the registry's. */
export function composeFollower({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  const urls = chainUrls(env)
  const made = new Map<string, Pool>()
  const poolOf = (id: string): Pool | null => {
    const chain = findChain(id)
    if (!chain) return null
    const pool = made.get(id) ?? openPool(chain, { urls })
    made.set(id, pool)
    return pool
  }
  /** An endpoint of our own is believed alone, with proofs; public ones must agree by two. */
  const access = (id: string): ChainAccess | null => {
    const [chain, pool] = [findChain(id), poolOf(id)]
    if (!chain || !pool) return null
    return { readers: pool.readers, pool, quorum: chain.trust === 'own-node' || urls[id] !== undefined ? 1 : 2 }
  }
  const news = listenFor(url, ['cairn_steps'], log)
  const follower = createFollower({
    port: followerPort(db, questDeps({ db, chains: readChains(), now: clock.now }), log),
    evidence: createEvidenceClient({ access, now: clock.now, log }),
    cursors: createCursorStore(db),
    readers: (id) => poolOf(id)?.order() ?? [],
    now: clock.now,
    watch: chains.filter((chain) => chain.local && urls[chain.id] !== undefined).map(({ id }) => id),
    log,
  })
  const requests = () => [...made.values()].flatMap(({ readers }) => readers).reduce((sum, reader) => sum + reader.requests(), 0)
  /** How every endpoint in use is doing. */
  const endpoints = (): (EndpointHealth & { chain: string })[] =>
    [...made].flatMap(([chain, pool]) => pool.snapshot().map((health) => ({ chain, ...health })))
  const stop = async () => {
    await news.close()
    await close()
  }
  return { follower, requests, endpoints, wake: (signal: AbortSignal) => news.next(signal), stop }
}
