import { createReaders } from '#chains/adapters/index.ts'
import type { AnyReader } from '#chains/reader.ts'
import { chains, findChain } from '#chains/registry.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createEvidenceRouter } from '#server/verify/evidence/evidenceRouter.ts'
import { type ChainAccess, createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { createFollower } from '#server/verify/follower.ts'
import { listenFor } from './listen.ts'
import { composeOffchain } from './offchain.ts'
import { composeOutbound } from './outbound.ts'
import { followerPort, questDeps } from './quests.ts'
import { chainUrls, readChains } from './settings.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

/** The follower's parts: readers of every chain, made when first needed, over the local stack's endpoints or the registry's. */
export function composeFollower({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  const urls = chainUrls(env)
  const made = new Map<string, AnyReader[]>()
  const readers = (id: string): AnyReader[] => {
    const chain = findChain(id)
    const found = made.get(id) ?? (chain ? createReaders(chain, { urls }) : [])
    made.set(id, found)
    return found
  }
  /** An endpoint of our own is believed alone; public ones must agree by two. */
  const access = (id: string): ChainAccess | null => {
    const chain = findChain(id)
    return chain ? { readers: readers(id), quorum: chain.trust === 'own-node' || urls[id] !== undefined ? 1 : 2 } : null
  }
  const outbound = composeOutbound(env)
  const news = listenFor(url, ['cairn_steps'], log)
  const follower = createFollower({
    port: followerPort(db, questDeps({ db, chains: readChains(), now: clock.now }), log),
    evidence: createEvidenceRouter({ chain: createEvidenceClient({ access }), offchain: composeOffchain({ db, clock, outbound }) }),
    cursors: createCursorStore(db),
    readers,
    now: clock.now,
    watch: chains.filter((chain) => chain.local && urls[chain.id] !== undefined).map(({ id }) => id),
    log,
  })
  const requests = () => [...made.values()].flat().reduce((sum, reader) => sum + reader.requests(), 0)
  const stop = async () => {
    await news.close()
    await close()
  }
  return { follower, requests, wake: (signal: AbortSignal) => news.next(signal), stop }
}
