import { sql } from 'drizzle-orm'
import type { Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { watcherBatches } from '#drizzle/schema/rollup.ts'
import type { Log } from '#server/shared/log.ts'
import type { DerivedClaim, SlotDeriver } from './deriveSlot.ts'

export type WatchDeps = { db: Database; log: Log; deriver: SlotDeriver; onDisagreement(number: number): void }

/** Compares what L2 alone says with what was claimed. A row that does not agree stops the sequencer. True when a batch was checked. */
export async function watch({ db, log, deriver, onDisagreement }: WatchDeps): Promise<boolean> {
  let checked = false
  for await (const claim of deriver.derive()) {
    checked = true
    await record(db, claim)
    if (claim.problem === null) log.info({ batch: claim.number, credentials: claim.credentials }, 'batch derived again: the root agrees')
    else {
      log.fatal({ batch: claim.number, problem: claim.problem }, 'ALARM: a batch on L2 cannot be derived again')
      onDisagreement(claim.number)
    }
  }
  return checked
}

async function record(db: Database, { number, derivedRoot, claimedRoot, problem }: DerivedClaim) {
  const values = { batch: number, derivedRoot, claimedRoot, agrees: problem === null ? 1 : 0, reason: problem }
  await db.transaction(async (tx) => {
    const update = { derivedRoot, claimedRoot, agrees: values.agrees, reason: problem, checkedAt: sql`now()` }
    await tx.insert(watcherBatches).values(values).onConflictDoUpdate({ target: watcherBatches.batch, set: update })
    await publishEvents(tx, { topic: 'batches', kind: 'watched', payload: { number, agrees: problem === null } })
  })
}
