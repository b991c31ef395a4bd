import type { Database } from '#drizzle/client.ts'
import { createConnectionStore } from '#server/accounts/connections/connectionStore.ts'
import { createServiceAccess } from '#server/accounts/connections/serviceAccess.ts'
import { createCubesStore } from '#server/credentials/cubesStore.ts'
import { createListStore } from '#server/quests/lists/listStore.ts'
import { createSecretStore } from '#server/quests/spaceSecretStore.ts'
import { openSecrets } from '#server/quests/spaceSecrets.ts'
import type { Clock } from '#server/shared/clock.ts'
import { createHttpEvidence } from '#server/verify/evidence/httpEvidenceClient.ts'
import { createOAuthEvidence } from '#server/verify/evidence/oauthEvidenceClient.ts'
import { createOffchainEvidence, type OffchainEvidence } from '#server/verify/evidence/offchainEvidenceClient.ts'
import type { MemberFacts } from '#server/verify/memberFacts.ts'
import type { Outbound } from './outbound.ts'

type Parts = {
  db: Database
  clock: Clock
  outbound: Outbound
  /** Scores of members, where a formula is active. */
  reputation?: MemberFacts['reputation']
}

/** Evidence that is no chain's: endpoints and services outside, lists, credentials and scores of our own. */
export function composeOffchain({ db, clock, outbound, reputation }: Parts): OffchainEvidence {
  const { fetch, sealer, services } = outbound
  const lists = createListStore(db)
  const secrets = createSecretStore(db)
  const { now } = clock
  const sleep = (ms: number) => clock.sleep(ms)
  const account = sealer && createServiceAccess({ connections: createConnectionStore(db), services, sealer, fetch, now })
  return createOffchainEvidence({
    http: createHttpEvidence({
      fetch,
      now,
      sleep,
      secrets: async (space) => (sealer ? openSecrets(secrets, sealer, space) : new Map()),
    }),
    oauth: createOAuthEvidence({ fetch, now, sleep, account: async (accountId, service) => account?.(accountId, service) ?? null }),
    facts: {
      listRows: (list, values) => lists.rows(list, values),
      ...createCubesStore(db, now),
      ...(reputation ? { reputation } : {}),
    },
    sleep,
  })
}
