import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { l2Sends, leases, proofJobs, rollupBatches } from '#drizzle/schema/rollup.ts'
import { kinds } from '#server/rollup/protocol/constants.gen.ts'
import { sequencerLease } from './lease.ts'
import { checkFence, type Fence } from './leaseStore.ts'
import type { SequencerDeps } from './sealNext.ts'
import type { Waiting } from './waiting.ts'

/** After that many times a large batch goes first: mints must not wait for ever. */
const mostInterruptions = 2

/**
 * A withdrawal does not wait for a large batch that is still being proven: that batch, of which L2 knows nothing, is taken back with all
 * built on it, and its txs are sealed again behind the withdrawal. True when batches were marked; `unsealPruned` takes them back.
 */
export async function interruptBackground(
  { db, log }: Pick<SequencerDeps, 'db' | 'log'>,
  waiting: Waiting,
  fence: Fence | null,
): Promise<boolean> {
  if (!hasWithdrawal(waiting)) return false
  const from = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
    if (fence) await checkFence(tx, fence)
    const first = await firstUnproven(tx)
    if (first === null || !(await countInterruption(tx, first))) return null
    await tx.update(rollupBatches).set({ status: 'pruned' }).where(gte(rollupBatches.number, first))
    return first
  })
  if (from !== null) log.info({ from }, 'a withdrawal goes before a batch that is not on L2 yet')
  return from !== null
}

export const hasWithdrawal = ({ ledger, inbox }: Pick<Waiting, 'ledger' | 'inbox'>): boolean =>
  ledger.some(({ entry }) => entry === 'withdraw') || inbox.some(({ words }) => Number((words[0] ?? 0n) & 0xffn) === kinds.forcedWithdraw)

/**
 * The first large batch without a proof of which nothing was sent. Settlement locks the same rows before it owes L2 a proposal, so a batch is either
 * taken back or sent, never both.
 */
async function firstUnproven(connection: Connection): Promise<number | null> {
  const [row] = await connection
    .select({ number: rollupBatches.number })
    .from(rollupBatches)
    .innerJoin(proofJobs, eq(proofJobs.batch, rollupBatches.number))
    .where(and(eq(rollupBatches.status, 'sealed'), ne(rollupBatches.circuit, 'small'), ne(proofJobs.status, 'done')))
    .orderBy(asc(rollupBatches.number))
    .limit(1)
    .for('update', { of: rollupBatches })
  if (!row) return null
  const sent = await connection
    .select({ purpose: l2Sends.purpose })
    .from(l2Sends)
    .where(eq(l2Sends.purpose, `propose:${row.number}`))
  return sent.length === 0 ? row.number : null
}

/** False when large batches were taken back often enough since the last one went to L2. */
async function countInterruption(connection: Connection, from: number): Promise<boolean> {
  const [known] = await connection.select().from(leases).where(eq(leases.name, sequencerLease))
  const [gone] = await connection
    .select({ number: rollupBatches.number })
    .from(rollupBatches)
    .where(
      and(
        gte(rollupBatches.number, known?.interruptedFrom ?? 0),
        ne(rollupBatches.circuit, 'small'),
        inArray(rollupBatches.status, ['proposed', 'voted', 'final']),
      ),
    )
    .limit(1)
  const before = gone ? 0 : (known?.interruptions ?? 0)
  if (before >= mostInterruptions) return false
  const counted = { interruptions: before + 1, interruptedFrom: from }
  await connection
    .insert(leases)
    .values({ name: sequencerLease, holder: 'nobody', token: 0, until: sql`now()`, ...counted })
    .onConflictDoUpdate({ target: leases.name, set: counted })
  return true
}
