import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, inboxItems, l2Sends, rollupBatches, rollupTxs, rollupWallets, withdrawals } from '#drizzle/schema/index.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { decodeLedgerTx, ledgerHead } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { tellsHolder } from './names.ts'
import { readNames } from './namesStore.ts'
import { txFields, walletField } from './txFields.ts'
import { itemTx, type NumberedTx, namedTx, poolTx } from './txRows.ts'
import { itemColumns, poolColumns } from './txsStore.ts'
import type { TxDetail, TxTrail } from './txViews.ts'

/** What the row of a tx says by itself, before its batch and its names are looked up. */
type Read = {
  tx: NumberedTx
  own: Pick<TxDetail, 'fields' | 'nonce' | 'fee' | 'authoriser' | 'refusal' | 'words'>
  /** Place among the batch's entries, for what a withdrawal pays; null for what pays nothing. */
  entry: number | null
  item: string | null
}

/** One tx with everything that is known of it, by the id that lists give; null when there is none. */
export async function readTx(connection: Connection, id: string): Promise<TxDetail | null> {
  const index = /^inbox-(\d{1,9})$/.exec(id)?.[1]
  const read = index === undefined ? await readPoolTx(connection, id) : await readItem(connection, Number(index))
  if (!read) return null
  const { tx, own, entry, item } = read
  const [names, batch, payment] = await Promise.all([
    readNames(connection, [tx.refs]),
    tx.batch === null ? null : readTrail(connection, tx.batch),
    tx.batch === null || entry === null ? null : readPayment(connection, tx.batch, entry),
  ])
  const { trail = noTrail, times = noTimes } = batch ?? {}
  const said = tellsHolder(tx.refs, names) ? { fields: own.fields.filter(({ type }) => type !== 'credential'), words: [] } : {}
  return {
    ...namedTx(tx, names),
    ...own,
    ...said,
    trail: { ...trail, item, pay: payment?.payTx ?? null },
    times: { acceptedAt: tx.at, ...times, paidAt: payment?.paidAt?.toISOString() ?? null },
    kept: payment?.kept ?? null,
  }
}

async function readPoolTx(connection: Connection, id: string): Promise<Read | null> {
  const [row] = await connection
    .select({ ...poolColumns, refusal: rollupTxs.refusal, position: rollupTxs.position })
    .from(rollupTxs)
    .leftJoin(credentials, eq(credentials.txId, rollupTxs.id))
    .where(
      and(id.startsWith('0x') ? eq(rollupTxs.key, id) : eq(rollupTxs.id, id), inArray(rollupTxs.kind, ['mint', 'openAccount', 'ledger'])),
    )
  if (!row) return null
  const { refusal, position } = row
  const tx = poolTx(row)
  const plain = { fields: [], nonce: null, fee: null, authoriser: null, words: [], refusal }
  if (row.kind !== 'ledger' || row.words === null) return { tx, own: plain, entry: null, item: null }
  const decoded = decodeLedgerTx(row.words)
  const { nonce, fee } = ledgerHead(decoded)
  const signed = decoded.kind === 'revoke' ? {} : { nonce, fee: { token: 0, value: String(fee) } }
  const own = { ...plain, ...signed, fields: txFields(decoded), words: row.words.map(toHex32) }
  return { tx, own, entry: decoded.kind === 'withdraw' ? position : null, item: null }
}

async function readItem(connection: Connection, index: number): Promise<Read | null> {
  const [row] = await connection
    .select({ ...itemColumns, account: inboxItems.account, txHash: inboxItems.txHash, inboxFrom: rollupBatches.inboxFrom })
    .from(inboxItems)
    .leftJoin(rollupBatches, eq(rollupBatches.number, inboxItems.batch))
    .where(eq(inboxItems.index, index))
  if (!row) return null
  const decoded = decodeInboxTx(row.words)
  const known = await connection.select({ wallet: rollupWallets.wallet }).from(rollupWallets).where(eq(rollupWallets.account, row.account))
  const authoriser = walletField(
    'authoriser',
    decoded.authoriser,
    known.map(({ wallet }) => wallet),
  )
  const refusal = row.applied === 0 ? 'inbox' : null
  const own = { fields: txFields(decoded), nonce: null, fee: null, authoriser, refusal, words: row.words.map(toHex32) }
  const pays = row.batch !== null && row.inboxFrom !== null && (decoded.kind === 'forcedWithdraw' || decoded.kind === 'deposit')
  const entry = pays ? (await ledgerCount(connection, row.batch ?? 0)) + index - (row.inboxFrom ?? 0) : null
  return { tx: itemTx(row), own, entry, item: row.txHash }
}

/** Entries of a batch are its ledger txs, then its inbox items. */
async function ledgerCount(connection: Connection, batch: number): Promise<number> {
  const [row] = await connection
    .select({ count: sql<number>`count(*)::integer` })
    .from(rollupTxs)
    .where(and(eq(rollupTxs.batch, batch), eq(rollupTxs.kind, 'ledger')))
  return row?.count ?? 0
}

async function readPayment(connection: Connection, batch: number, entry: number) {
  const [row] = await connection
    .select({ payTx: withdrawals.payTx, paidAt: withdrawals.paidAt, kept: withdrawals.kept })
    .from(withdrawals)
    .where(and(eq(withdrawals.batch, batch), eq(withdrawals.entry, entry)))
  return row ?? null
}

const noTrail = { propose: null, vote: null, finalize: null }
const noTimes = { sealedAt: null, proposedAt: null, provenAt: null, finalAt: null }

type Carried = { trail: Pick<TxTrail, 'propose' | 'vote' | 'finalize'>; times: Pick<TxDetail['times'], keyof typeof noTimes> }

/** What carried a batch to its finality. */
async function readTrail(connection: Connection, batch: number): Promise<Carried | null> {
  const { sealedAt, proposedAt, provenAt, finalAt, proposeTx, voteTx } = rollupBatches
  const [row] = await connection
    .select({ sealedAt, proposedAt, provenAt, finalAt, proposeTx, voteTx, finalize: l2Sends.minedHash })
    .from(rollupBatches)
    .leftJoin(l2Sends, and(eq(l2Sends.purpose, `finalize:${batch}`), eq(l2Sends.status, 'mined')))
    .where(eq(rollupBatches.number, batch))
  if (!row) return null
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    trail: { propose: row.proposeTx, vote: row.voteTx, finalize: row.finalize },
    times: { sealedAt: iso(row.sealedAt), proposedAt: iso(row.proposedAt), provenAt: iso(row.provenAt), finalAt: iso(row.finalAt) },
  }
}
