import type { Database } from '#drizzle/client.ts'
import { publishEvent } from '#drizzle/publishEvent.ts'
import { transact } from '#drizzle/transact.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import { signInWith } from '#server/accounts/signInWith.ts'
import type { WalletId } from '#server/auth/walletId.ts'
import type { LocalContracts } from '#server/quests/samples/contracts.ts'
import { sampleQuests } from '#server/quests/samples/index.ts'
import { seedSamples } from '#server/quests/seedSamples.ts'
import { systemClock } from '#server/shared/clock.ts'
import { questDeps } from './quests.ts'
import { readChains } from './settings.ts'

/**
 * Puts the sample quests into the platform's space. `wallet`: that of the platform's key, whose account owns the space.
 * Safe to repeat; answers the slugs that were new.
 */
export async function seedLocalStack(db: Database, input: { wallet: WalletId; contracts: LocalContracts }): Promise<{ created: string[] }> {
  const { accountId } = await signInWith(
    {
      transact: (work) =>
        transact(db, (connection) =>
          work({ accounts: createAccountStore(connection), publish: (event) => publishEvent(connection, event), rejudge: async () => {} }),
        ),
    },
    input.wallet,
  )
  const accounts = createAccountStore(db)
  // `cairn` is reserved, so no member can have taken it.
  if ((await accounts.findAccount(accountId))?.handle === null) await accounts.setHandle(accountId, 'cairn')
  const deps = questDeps({ db, chains: readChains(), now: systemClock.now })
  return seedSamples(deps, { accountId, samples: sampleQuests(input.contracts) })
}
