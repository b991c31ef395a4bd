import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { transact } from '#drizzle/transact.ts'
import { type AccountStore, createAccountStore } from '#server/accounts/accountStore.ts'
import { challengeChange, readWalletChanges, signChange } from '#server/accounts/changeWallets.ts'
import { createEnsStore } from '#server/accounts/ensStore.ts'
import { challengeLink, linkWallets } from '#server/accounts/linkWallets.ts'
import { challengeMerge, type MergeDeps, type MergeWork, mergeAccounts } from '#server/accounts/mergeAccounts.ts'
import { shownNames } from '#server/accounts/refreshNames.ts'
import { createWalletChangeStore } from '#server/accounts/walletChangeStore.ts'
import type { TextDeps } from '#server/accounts/walletText.ts'
import { createSessionStore } from '#server/auth/sessionStore.ts'
import { moveArrivals } from '#server/insights/moveArrivalsStore.ts'
import { moveNotices } from '#server/news/moveNoticesStore.ts'
import { tellLinked, tellMerged, tellWalletChange } from '#server/news/tellSafetyStore.ts'
import { movePlatform } from '#server/platform/movePlatformStore.ts'
import { moveDeeds } from '#server/quests/deedStore.ts'
import { moveDrafts } from '#server/quests/drafts/moveDraftsStore.ts'
import { moveReferrals } from '#server/quests/funds/referralStore.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { moveXp } from '#server/reputation/xp/xpStore.ts'
import { moveMemberships } from '#server/spaces/moveMembershipsStore.ts'

/** What changes of wallets work with, in one transaction. */
export const walletWork =
  (db: Database): MergeDeps['transact'] =>
  (work) =>
    transact(db, (connection) => work(workOn(connection)))

const workOn = (connection: Connection): MergeWork => ({
  accounts: createAccountStore(connection),
  changes: createWalletChangeStore(connection),
  sessions: createSessionStore(connection),
  publish: (event) => publishEvents(connection, event),
  rejudge: (account) => createParticipationStore(connection).wake({ account }),
  tellLinked: (accountId, wallet) => tellLinked(connection, accountId, wallet),
  tellChange: (change, event) => tellWalletChange(connection, change, event),
  tellMerged: (into, moved) => tellMerged(connection, into, moved),
  moveDeeds: async (from, into) => {
    await moveXp({ connection, periodsAt: periodKeysAt }, from, () => moveDeeds(connection, from, into))
    await moveMemberships(connection, from, into)
    await moveDrafts(connection, from, into)
    await moveReferrals(connection, from, into)
    await movePlatform(connection, from, into)
    await moveNotices(connection, from, into)
    await moveArrivals(connection, from, into)
  },
})

/** The use cases of members' wallets. */
export function composeWallets({ db, readAccounts, ...texts }: TextDeps & { db: Database; readAccounts: AccountStore }) {
  const names = createEnsStore(db)
  const deps: MergeDeps = { ...texts, readAccounts, readChanges: createWalletChangeStore(db), transact: walletWork(db) }
  return {
    challengeLink: (input: Parameters<typeof challengeLink>[1]) => challengeLink(deps, input),
    link: (input: Parameters<typeof linkWallets>[1]) => linkWallets(deps, input),
    challengeChange: (input: Parameters<typeof challengeChange>[1]) => challengeChange(deps, input),
    signChange: (input: Parameters<typeof signChange>[1]) => signChange(deps, input),
    changes: (accountId: string) => readWalletChanges(deps, accountId),
    waiting: (accountId: string) => deps.readChanges.countOpen(accountId),
    challengeMerge: (input: Parameters<typeof challengeMerge>[1]) => challengeMerge(deps, input),
    merge: (input: Parameters<typeof mergeAccounts>[1]) => mergeAccounts(deps, input),
    /** Checked ENS names of wallets, as far as there are any. */
    names: (wallets: readonly string[]) => shownNames(names, wallets, texts.now()),
  }
}
