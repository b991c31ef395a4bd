import { createFundViewStore } from '#server/quests/funds/fundViewStore.ts'
import { giveVault } from '#server/quests/funds/giveVault.ts'
import { prepareOpenings } from '#server/quests/funds/prepareOpenings.ts'
import { readFunds } from '#server/quests/funds/readFunds.ts'
import { sendSigned } from '#server/quests/funds/sendSigned.ts'
import type { StudioDeps } from '../studio.ts'

/** The money of a space: its vault, what its quests are opened and filled with, and what comes back. */
export function composeFunds({ db, quests }: StudioDeps) {
  const deps = { ...quests, views: createFundViewStore(db) }
  return {
    read: (input: Parameters<typeof readFunds>[1]) => readFunds(deps, input),
    giveVault: (input: Parameters<typeof giveVault>[1]) => giveVault(quests, input),
    prepare: (input: Parameters<typeof prepareOpenings>[1]) => prepareOpenings(quests, input),
    send: (input: Parameters<typeof sendSigned>[1]) => sendSigned(deps, input),
  }
}
