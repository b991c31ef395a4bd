import { chains } from '#chains/registry.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createFollower } from '#server/verify/follower.ts'
import { listenFor } from './listen.ts'
import { composeOutbound } from './outbound.ts'
import { followerPort, questDeps } from './quests.ts'
import { readChains } from './settings.ts'
import { composeVerification } from './verification.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

/** The follower's parts: the quests' side of the database, and the chains over the local stack's endpoints or the registry's. */
export function composeFollower({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  const { urls, poolOf, evidence, requests, endpoints } = composeVerification({ env, db, clock, outbound: composeOutbound(env), log })
  const news = listenFor(url, ['cairn_steps'], log)
  const follower = createFollower({
    port: followerPort(db, questDeps({ db, chains: readChains(), now: clock.now }), { log, heard: news.heard }),
    evidence,
    cursors: createCursorStore(db),
    readers: (id) => poolOf(id)?.order() ?? [],
    now: clock.now,
    patienceMs: 1500,
    watch: chains.filter((chain) => chain.local && urls[chain.id] !== undefined).map(({ id }) => id),
    log,
  })
  const stop = async () => {
    await news.close()
    await close()
  }
  return { follower, requests, endpoints, wake: (signal: AbortSignal) => news.next(signal), stop }
}
