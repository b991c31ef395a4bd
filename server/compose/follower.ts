import { chains, findChain } from '#chains/registry.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createFollower } from '#server/verify/follower.ts'
import { composeChores } from './chores.ts'
import { composeDraws } from './draws.ts'
import { keepAsking } from './issuers.ts'
import { listenFor } from './listen.ts'
import { composeOutbound } from './outbound.ts'
import { followerPort, questDeps } from './quests.ts'
import { issuerPublicKey, readChains } from './settings.ts'
import { composeVerification } from './verification.ts'
import { keepDelivering } from './webhooks.ts'
import { l2Client, type WorkerEnvironment, workerDatabase } from './worker.ts'

/** The follower's parts: the quests' side of the database, and the chains over the local stack's endpoints or the registry's. */
export function composeFollower({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  const outbound = composeOutbound(env)
  const { urls, poolOf, isOwn, evidence, requests, endpoints } = composeVerification({
    ...{ env, db, clock, log },
    outbound,
  })
  const platform = env.CAIRN_ISSUER_PUBLIC_KEY === undefined ? null : issuerPublicKey(env)
  const quests = questDeps({ db, chains: readChains(), platform, now: clock.now })
  const news = listenFor(url, ['cairn_steps'], log)
  const follower = createFollower({
    port: followerPort(db, quests, { log, heard: news.heard }),
    evidence,
    cursors: createCursorStore(db),
    readers: (id) => poolOf(id)?.order() ?? [],
    // Blocks of Solana's main network are several megabytes a second: more than public endpoints give to anyone.
    readsBlocks: (id) => findChain(id)?.namespace !== 'solana' || isOwn(id),
    now: clock.now,
    patienceMs: 1500,
    watch: chains.filter((chain) => chain.local && urls[chain.id] !== undefined).map(({ id }) => id),
    log,
  })
  const stopping = new AbortController()
  const delivering = keepDelivering({ db, clock, log, outbound }, stopping.signal)
  const asking = platform && keepAsking({ db, clock, log, outbound, own: platform }, stopping.signal)
  const stop = async () => {
    stopping.abort()
    await Promise.all([delivering, asking])
    await news.close()
    await close()
  }
  const draws = composeDraws({ db, client: l2Client(env), sealer: outbound.sealer, now: clock.now })
  const chores = composeChores({ db, quests, draws, fetch: outbound.fetch, log, now: clock.now, urls })
  return { follower, chores, requests, endpoints, wake: (signal: AbortSignal) => news.next(signal), stop }
}
