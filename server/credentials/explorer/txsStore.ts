import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, inboxItems, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { kinds } from '#server/rollup/protocol/constants.gen.ts'
import { type InboxKind, inboxKinds } from '#server/rollup/protocol/tx/inboxTx.ts'
import { ledgerKinds } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { shownTo } from '../shownStore.ts'
import { readNames } from './namesStore.ts'
import { mergeTxs, type TxPlace } from './txOrder.ts'
import { type ItemRow, itemTx, type NumberedTx, namedTx, type PoolRow, poolTx } from './txRows.ts'
import { type TxFilter, type TxLane, type TxView, txLanes } from './txViews.ts'

export type TxQuery = { kind: TxFilter | null; state: CredentialState | null; batch: number | null }
export type TxList = { items: TxView[]; next: TxPlace | null }

/** One way that txs come in, and the only kind of it that is asked for. */
type LaneQuery = { lane: TxLane; kind: TxFilter | null }

/**
 * Txs of the slot, newest first, after `after`. Quest openings count once their inbox item is there: before, they are a wish of the
 * platform.
 */
export async function readTxs(
  connection: Connection,
  query: TxQuery,
  { after, limit }: { after: TxPlace | null; limit: number },
): Promise<TxList> {
  const page = { after, limit: limit + 1 }
  const lists = await Promise.all(
    lanesOf(query.kind).map((lane) =>
      lane.lane === 'inbox' ? readItems(connection, { ...query, ...lane }, page) : readPool(connection, { ...query, ...lane }, page),
    ),
  )
  const found = mergeTxs(lists, limit + 1)
  const shown = found.slice(0, limit)
  const names = await readNames(
    connection,
    shown.map(({ refs }) => refs),
  )
  return { items: shown.map((tx) => namedTx(tx, names)), next: found.length > limit ? (shown.at(-1)?.place ?? null) : null }
}

function lanesOf(kind: TxFilter | null): LaneQuery[] {
  if (kind === null) return txLanes.map((lane) => ({ lane, kind: null }))
  const lane = txLanes.find((name) => name === kind)
  if (lane) return [{ lane, kind: null }]
  return [{ lane: (ledgerKinds as readonly TxFilter[]).includes(kind) ? 'ledger' : 'inbox', kind }]
}

/** To the microsecond, in one width: what rows are ordered by must survive the way through a cursor. */
const instantText = (column: typeof rollupTxs.createdAt | typeof inboxItems.seenAt) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

export const poolColumns = {
  ...{ id: rollupTxs.id, key: rollupTxs.key, kind: rollupTxs.kind, entry: rollupTxs.entry, payload: rollupTxs.payload },
  ...{ words: rollupTxs.words, status: rollupTxs.status, batch: rollupTxs.batch },
  at: instantText(rollupTxs.createdAt),
  credential: credentials.slotIndex,
  hidden: sql<boolean>`${credentials.id} is not null and not ${shownTo(null)}`,
}

type Page = { after: TxPlace | null; limit: number }
type Narrowed = TxQuery & LaneQuery

async function readPool(connection: Connection, query: Narrowed, { after, limit }: Page): Promise<NumberedTx[]> {
  const rows: PoolRow[] = await connection
    .select(poolColumns)
    .from(rollupTxs)
    .leftJoin(credentials, eq(credentials.txId, rollupTxs.id))
    .where(
      and(
        sql`${rollupTxs.kind} = ${query.lane}`,
        query.kind === null ? undefined : eq(rollupTxs.entry, query.kind),
        query.state === null ? undefined : inArray(rollupTxs.status, statusesOf(query.state)),
        query.batch === null ? undefined : eq(rollupTxs.batch, query.batch),
        poolAfter(after),
      ),
    )
    .orderBy(desc(rollupTxs.createdAt), desc(rollupTxs.id))
    .limit(limit)
  return rows.map(poolTx)
}

const statusesOf = (state: CredentialState) => (state === 'accepted' ? (['accepted', 'awaiting-issuer'] as const) : [state])

function poolAfter(after: TxPlace | null): SQL | undefined {
  if (after === null) return undefined
  const at = sql`${after.at}::timestamptz`
  return 'pool' in after
    ? sql`(${rollupTxs.createdAt}, ${rollupTxs.id}) < (${at}, ${after.pool}::uuid)`
    : sql`${rollupTxs.createdAt} < ${at}`
}

export const itemColumns = {
  ...{ index: inboxItems.index, words: inboxItems.words, batch: inboxItems.batch, applied: inboxItems.applied },
  at: instantText(inboxItems.seenAt),
  batchStatus: rollupBatches.status,
}

async function readItems(connection: Connection, query: Narrowed, { after, limit }: Page): Promise<NumberedTx[]> {
  const code = inboxKinds.find((name) => name === query.kind)
  const rows: ItemRow[] = await connection
    .select(itemColumns)
    .from(inboxItems)
    .leftJoin(rollupBatches, eq(rollupBatches.number, inboxItems.batch))
    .where(
      and(
        code === undefined ? undefined : eq(inboxItems.kind, codeOf(code)),
        query.state === null ? undefined : itemsIn(query.state),
        query.batch === null ? undefined : itemsOf(query.batch),
        itemsAfter(after),
      ),
    )
    .orderBy(desc(inboxItems.seenAt), desc(inboxItems.index))
    .limit(limit)
  return rows.map(itemTx)
}

const codeOf = (name: InboxKind): number => kinds[name]

function itemsAfter(after: TxPlace | null): SQL | undefined {
  if (after === null) return undefined
  const at = sql`${after.at}::timestamptz`
  return 'item' in after
    ? sql`(${inboxItems.seenAt}, ${inboxItems.index}) < (${at}, ${after.item}::integer)`
    : sql`${inboxItems.seenAt} <= ${at}`
}

/** The range finds them by the key; the number leaves out those that a reorg took from the batch. */
const itemsOf = (number: number): SQL =>
  sql`${inboxItems.batch} = ${number} and ${inboxItems.index} >= (select inbox_from from rollup_batches where number = ${number})
    and ${inboxItems.index} < (select inbox_to from rollup_batches where number = ${number})`

/** What is not final lies at the end of the inbox: nothing before it needs to be looked at. */
const notFinal = sql`${inboxItems.index} >= coalesce(
  (select inbox_to from rollup_batches where status = 'final' order by number desc limit 1), 0)`
const batchStatusOf = { batched: 'sealed', proposed: 'proposed', proven: 'voted' } as const

function itemsIn(state: CredentialState): SQL | undefined {
  switch (state) {
    case 'accepted':
      return and(sql`(${inboxItems.batch} is null or ${rollupBatches.status} = 'pruned')`, notFinal)
    case 'refused':
      return and(eq(inboxItems.applied, 0), sql`${rollupBatches.status} <> 'pruned'`)
    case 'final':
      return and(sql`${inboxItems.applied} <> 0`, eq(rollupBatches.status, 'final'))
    default:
      return and(sql`${inboxItems.applied} <> 0`, eq(rollupBatches.status, batchStatusOf[state]), notFinal)
  }
}
