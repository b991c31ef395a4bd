import { randomBytes } from 'node:crypto'
import type { Database } from '#drizzle/client.ts'
import { carryOutDue } from '#server/accounts/changeWallets.ts'
import { createEnsReader, ensChain } from '#server/accounts/ensClient.ts'
import { createEnsStore } from '#server/accounts/ensStore.ts'
import { refreshNames } from '#server/accounts/refreshNames.ts'
import { createWalletChangeStore } from '#server/accounts/walletChangeStore.ts'
import { createCoverStore } from '#server/quests/covers/coverStore.ts'
import { sweepCovers } from '#server/quests/covers/keepCover.ts'
import type { QuestDeps } from '#server/quests/questWork.ts'
import { openNextPeriods } from '#server/quests/recurrence/openNextPeriods.ts'
import type { Log } from '#server/shared/log.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { recheckDomains } from '#server/spaces/recheckDomains.ts'
import type { Draws } from './draws.ts'
import { domainDeps } from './studio/settings.ts'
import { walletWork } from './wallets.ts'

const everyMs = { changes: 5000, names: 30_000, periods: 30_000, draws: 5000, prizes: 5000, domains: 60_000, pictures: 600_000 } as const

type Deps = {
  db: Database
  quests: QuestDeps
  draws: Draws
  fetch: GuardedFetch
  log: Log
  now(): number
  urls: Readonly<Record<string, string>>
}

/**
 * What members need done by the clock: changes of wallets whose time has come, the next periods of recurring quests, draws and prizes, proofs of domains looked
 * at again, and ENS names, where an endpoint of their chain is configured. Called as often as one likes; what fails is logged and tried again later, so it never holds up its caller.
 */
export function composeChores({ db, quests, draws, fetch, log, now, urls }: Deps): () => Promise<void> {
  const url = urls[ensChain]
  const ens = url === undefined ? null : createEnsReader(url)
  const chores = [
    chore('changes', () => carryOutDue({ transact: walletWork(db), readChanges: createWalletChangeStore(db), now })),
    chore('periods', () => openNextPeriods(quests)),
    chore('draws', draws.draw),
    chore('prizes', draws.award),
    chore('domains', () => recheckDomains(domainDeps({ db, fetch, random: randomBytes, now }))),
    chore('pictures', () => sweepCovers(createCoverStore(db), now())),
    ...(ens ? [chore('names', () => refreshNames({ ens, names: createEnsStore(db), now }))] : []),
  ]
  function chore(name: keyof typeof everyMs, work: () => Promise<number>) {
    let next = 0
    return async () => {
      if (now() < next) return
      next = now() + everyMs[name]
      try {
        const done = await work()
        if (done > 0) log.info({ done }, `${name} were seen to`)
      } catch (error) {
        log.warn({ err: error }, `${name} could not be seen to`)
      }
    }
  }
  return async () => {
    for (const run of chores) await run()
  }
}
