import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '#drizzle/client.ts'
import { transact } from '#drizzle/transact.ts'
import type { Sealer } from '#server/auth/sealing.ts'
import { readCubeFile } from '#server/credentials/readCubeFile.ts'
import { openSteps, recordVerdicts } from '#server/quests/followSteps.ts'
import { type Changed, createParticipationStore } from '#server/quests/participationStore.ts'
import type { QuestDeps } from '#server/quests/questWork.ts'
import type { Log } from '#server/shared/log.ts'
import type { FollowerPort } from '#server/verify/followerPort.ts'
import { questWork, slotByTable } from './questWork.ts'
import { standingFacts } from './standing.ts'

/** What quest use cases run on. Any process may have them: they need the database and nothing secret. */
export const questDeps = (input: {
  db: Database
  chains: ReadonlySet<string>
  questsPerDay?: number
  localEndpoints?: ReadonlySet<string>
  sealer?: Sealer | null
  /** Public key of the platform's issuer, which scores trust; absent = nobody has a score. */
  platform?: { x: bigint; y: bigint } | null
  now(): number
}): QuestDeps => ({
  transact: (work) =>
    transact(input.db, (connection) =>
      work(questWork(connection, { slot: slotByTable, factsOn: standingFacts({ now: input.now, platform: input.platform ?? null }) })),
    ),
  chains: input.chains,
  readCubeFile,
  localEndpoints: input.localEndpoints ?? new Set(),
  sealer: input.sealer ?? null,
  questsPerDay: input.questsPerDay ?? 20,
  now: input.now,
  newId: randomUUID,
  issuerKey: input.platform ?? null,
  random: randomBytes,
})

/** The follower's side of the quests. `heard`: payloads of `cairn_steps` since it was last asked, `all` when some may have been missed. */
export function followerPort(db: Database, deps: QuestDeps, { log, heard }: { log: Log; heard(): string[] | 'all' }): FollowerPort {
  const participations = createParticipationStore(db)
  return {
    openSteps: (ids) => openSteps(participations, ids),
    async changes() {
      const told = heard()
      if (told === 'all' || told.includes('')) return 'all'
      // Written by `wake` only.
      const changed = told.map((payload) => JSON.parse(payload) as Changed)
      const accounts = changed.flatMap((one) => ('account' in one ? [one.account] : []))
      const named = changed.flatMap((one) => ('participation' in one ? [one.participation] : []))
      return accounts.length === 0 ? named : [...named, ...(await participations.openOf(accounts))]
    },
    async record(results) {
      for (const { credentialId, requestId } of await recordVerdicts(deps, results))
        log.info({ credentialId, requestId }, 'quest completed, mint handed to the slot')
    },
  }
}
