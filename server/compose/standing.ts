import type { Connection } from '#drizzle/client.ts'
import { createCubesStore } from '#server/credentials/cubesStore.ts'
import type { StandingFacts } from '#server/quests/prerequisites/refuseUnmet.ts'
import { reputationFacts } from './reputation.ts'

type Parts = { now(): number; platform: { x: bigint; y: bigint } | null }

/** What quests ask other rooms about a member, through the connection that the use case runs on. `platform`: null in a process without scores. */
export const standingFacts =
  ({ now, platform }: Parts) =>
  (db: Connection): StandingFacts => ({
    ...createCubesStore(db, now),
    ...(platform ? { reputation: (accountId, category) => reputationFacts({ db, now, platform })(accountId, category) } : {}),
  })
