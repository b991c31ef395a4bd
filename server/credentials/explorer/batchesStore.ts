import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { l2Sends, proofJobs, rollupBatches, watcherBatches } from '#drizzle/schema/index.ts'
import type { BatchView } from '#server/credentials/credentialViews.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { type BatchDetail, type BatchSend, gasPerCredential, type SendStep, sendSteps } from './batchViews.ts'

/** All but the words themselves, which are long and of which lists need the length only. */
const batchColumns = {
  ...{ number: rollupBatches.number, circuit: rollupBatches.circuit, status: rollupBatches.status, timestamp: rollupBatches.timestamp },
  ...{ oldRoot: rollupBatches.oldRoot, newRoot: rollupBatches.newRoot, credentials: rollupBatches.credentials },
  ...{ accounts: rollupBatches.accounts, inboxFrom: rollupBatches.inboxFrom, inboxTo: rollupBatches.inboxTo },
  ...{ sealedAt: rollupBatches.sealedAt, proposedAt: rollupBatches.proposedAt, provenAt: rollupBatches.provenAt },
  ...{ finalAt: rollupBatches.finalAt, proposeTx: rollupBatches.proposeTx, voteTx: rollupBatches.voteTx },
  ...{ proposeGas: rollupBatches.proposeGas, verifyGas: rollupBatches.verifyGas },
  /** Hex with 0x. */
  dataBytes: sql<number>`(octet_length(${rollupBatches.calldata}) - 2) / 2`,
  finalizeGas: l2Sends.gasUsed,
  proofMs: proofJobs.proofMs,
  agrees: watcherBatches.agrees,
}

/** Batches, newest first. */
export async function readBatches(connection: Connection, where: SQL | undefined, limit: number): Promise<BatchView[]> {
  const rows = await connection
    .select(batchColumns)
    .from(rollupBatches)
    .leftJoin(proofJobs, eq(proofJobs.batch, rollupBatches.number))
    .leftJoin(watcherBatches, eq(watcherBatches.batch, rollupBatches.number))
    .leftJoin(l2Sends, and(eq(l2Sends.purpose, sql`'finalize:' || ${rollupBatches.number}`), eq(l2Sends.status, 'mined')))
    .where(where)
    .orderBy(desc(rollupBatches.number))
    .limit(limit)
  return rows.map(({ agrees, finalizeGas, inboxFrom, inboxTo, oldRoot, newRoot, sealedAt, ...row }) => {
    const finalAt = iso(row.finalAt)
    return {
      ...row,
      ...{ oldRoot: toHex32(oldRoot), newRoot: toHex32(newRoot), inboxItems: inboxTo - inboxFrom, sealedAt: sealedAt.toISOString() },
      ...{ proposedAt: iso(row.proposedAt), provenAt: iso(row.provenAt), finalAt },
      gasPerCredential: gasPerCredential({ ...row, finalAt, finalizeGas }),
      watcher: agrees === null ? 'not-yet' : agrees === 1 ? 'agrees' : 'disagrees',
    }
  })
}

/** One batch with its L2 transactions and its neighbours; null when there is none. */
export async function readBatch(connection: Connection, number: number): Promise<BatchDetail | null> {
  const [[batch], [own], sends, neighbours] = await Promise.all([
    readBatches(connection, eq(rollupBatches.number, number), 1),
    readOwn(connection, number),
    readSends(connection, number),
    connection
      .select({ number: rollupBatches.number })
      .from(rollupBatches)
      // Wider than the column: one after the largest number there could be is a number, too.
      .where(sql`${rollupBatches.number} in (${number}::bigint - 1, ${number}::bigint + 1)`),
  ])
  if (!batch || !own) return null
  const there = (wanted: number) => (neighbours.some((row) => row.number === wanted) ? wanted : null)
  return {
    ...batch,
    ...{ requestIds: own.requestIds, dataCommit: toHex32(own.dataCommit), wordsHash: toHex32(own.wordsHash) },
    entries: own.ledger + batch.inboxItems,
    sends,
    ...{ previous: there(number - 1), next: there(number + 1) },
  }
}

/** What only the page of the batch shows. */
function readOwn(connection: Connection, number: number) {
  const ledger = sql<number>`(select count(*)::integer from rollup_txs t where t.batch = ${number} and t.kind = 'ledger')`
  const { requestIds, dataCommit, wordsHash } = rollupBatches
  return connection.select({ requestIds, dataCommit, wordsHash, ledger }).from(rollupBatches).where(eq(rollupBatches.number, number))
}

const purposeOf: Record<SendStep, (number: number) => string> = {
  propose: (number) => `propose:${number}`,
  vote: (number) => `vote:${number}:zk`,
  finalize: (number) => `finalize:${number}`,
  pay: (number) => `pay:${number}`,
  refund: (number) => `refund:${number}`,
}

async function readSends(connection: Connection, number: number): Promise<BatchSend[]> {
  const { purpose, status, minedHash, hashes, gasUsed, minedAt } = l2Sends
  const bytes = sql<number>`(octet_length(${l2Sends.data}) - 2) / 2`
  const blobBytes = sql<number | null>`octet_length(${l2Sends.blob})`
  const wanted = sendSteps.map((step) => ({ step, purpose: purposeOf[step](number) }))
  const rows = await connection
    .select({ purpose, status, minedHash, hashes, gas: gasUsed, minedAt, bytes, blobBytes })
    .from(l2Sends)
    .where(
      inArray(
        l2Sends.purpose,
        wanted.map((send) => send.purpose),
      ),
    )
  return wanted.flatMap(({ step, purpose: name }): BatchSend[] => {
    const row = rows.find((send) => send.purpose === name)
    if (!row) return []
    const { purpose: _, minedHash: mined, hashes: sent, minedAt: at, ...send } = row
    return [{ step, ...send, hash: mined ?? sent.at(-1) ?? null, minedAt: iso(at) }]
  })
}

const iso = (date: Date | null) => date?.toISOString() ?? null
