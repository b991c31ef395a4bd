import type { Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { transact } from '#drizzle/transact.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import { signInWith } from '#server/accounts/signInWith.ts'
import type { Sealer } from '#server/auth/sealing.ts'
import type { WalletId } from '#server/auth/walletId.ts'
import { listPublished } from '#server/quests/discover/listPublished.ts'
import { sampleCollections, sampleSeason } from '#server/quests/samples/collections.ts'
import type { LocalContracts } from '#server/quests/samples/contracts.ts'
import { sampleQuests } from '#server/quests/samples/index.ts'
import { seedGroups, seedSamples } from '#server/quests/seedSamples.ts'
import { systemClock } from '#server/shared/clock.ts'
import { questDeps } from './quests.ts'
import { readChains } from './settings.ts'

/** `wallet`: that of the platform's key, whose account owns the space. `sealer`: for the seeds of raffles. */
type SeedInput = { wallet: WalletId; contracts: LocalContracts; sealer?: Sealer }

/**
 * Puts the sample quests, their collections and their season into the platform's space. Safe to repeat; answers the slugs that were new.
 */
export async function seedLocalStack(db: Database, input: SeedInput): Promise<{ created: string[] }> {
  const { accountId } = await signInWith(
    {
      transact: (work) =>
        transact(db, (connection) =>
          work({
            accounts: createAccountStore(connection),
            publish: (event) => publishEvents(connection, event),
            rejudge: async () => {},
            tellLinked: async () => {},
          }),
        ),
      now: systemClock.now,
    },
    input.wallet,
  )
  const accounts = createAccountStore(db)
  // `cairn` is reserved, so no member can have taken it.
  if ((await accounts.findAccount(accountId))?.handle === null) await accounts.setHandle(accountId, 'cairn')
  const deps = questDeps({ db, chains: readChains(), sealer: input.sealer ?? null, now: systemClock.now })
  const seeded = await seedSamples(deps, { accountId, samples: sampleQuests(input.contracts) })
  await seedGroups(deps, { accountId, collections: sampleCollections, season: sampleSeason })
  return seeded
}

/** Lists quests that were published by a version that kept no lists. Safe to repeat. */
export const listOlderQuests = (db: Database): Promise<number> =>
  listPublished(questDeps({ db, chains: readChains(), now: systemClock.now }))
