import { sql } from 'drizzle-orm'
import type { Database } from '#drizzle/client.ts'
import { deployments, inboxItems, type l2Sends, type proofJobs, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'
import type { TxState } from '#server/credentials/explorer/txViews.ts'
import { encodeInboxTx, inboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { encodeLedgerTx, ledgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { sampleOf } from '#tests/support/txSamples.ts'

/** A tx as the rows that are written say it: what lists are compared with. `at`: to the microsecond. */
export type Known = { id: string; lane: string; kind: string; state: TxState; batch: number | null; at: string }

const batchStates = ['final', 'final', 'voted', 'proposed', 'sealed'] as const
const stateOf = { final: 'final', voted: 'proven', proposed: 'proposed', sealed: 'batched' } as const
/** Batches 1 to 5, oldest first: two final, one in each other state. */
export const batchCount = batchStates.length

/** Numbers that look like chance and are the same in every run. */
export function chance(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Times that differ by microseconds, most of them shared by several rows. */
const timeOf = (step: number) => `2027-03-01T10:00:${String(Math.floor(step / 4)).padStart(2, '0')}.00000${step % 4}Z`

const emptyBatch = { oldRoot: 1n, newRoot: 2n, timestamp: 1, calldata: '0xabcd', lengths: '0', dataCommit: 3n, wordsHash: 4n }
const noContent = { challenge: 5n, evaluation: 6n, effects: 0, credentials: 0, accounts: 0, requestIds: [] }

/** A row of `rollup_batches` of which only what is given matters. */
export const batchRow = (row: Pick<typeof rollupBatches.$inferInsert, 'number'> & Partial<typeof rollupBatches.$inferInsert>) => ({
  ...emptyBatch,
  ...noContent,
  ...{ circuit: 'small' as const, status: 'final' as const, inboxFrom: 0, inboxTo: 0 },
  ...row,
})

/** Where a slot would be, for what asks. */
export async function deployNowhere(db: Database) {
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: 31_338, address: `0x${'5f'.repeat(20)}`, blockNumber: 1 }))
  await db.insert(deployments).values(rows)
}

/** Five batches, and txs of every kind in every state. Answers what was written. */
export async function fillSlot(db: Database, { pool, items, seed = 7 }: { pool: number; items: number; seed?: number }): Promise<Known[]> {
  const pick = chance(seed)
  const perBatch = Math.floor(items / (batchCount + 1))
  await db
    .insert(rollupBatches)
    .values(batchStates.map((status, i) => batchRow({ number: i + 1, status, inboxFrom: i * perBatch, inboxTo: (i + 1) * perBatch })))
  const known: Known[] = []
  for (let i = 0; i < pool; i++) known.push(await addPooled(db, { i, pick, at: timeOf(pick(24)) }))
  for (let index = 0; index < items; index++) known.push(await addItem(db, { index, perBatch, pick, at: timeOf(pick(24)) }))
  return known
}

type Chance = ReturnType<typeof chance>
const ledgerSamples = ledgerTx.options.map(({ shape }) => sampleOf(shape) as unknown as SignedLedgerTx)
const inboxSamples = inboxTx.options.map(({ shape }) => inboxTx.parse(sampleOf(shape)))
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

/** One row of the pool: a mint, an opening or a ledger tx, waiting, refused or in a batch. */
export async function addPooled(db: Database, { i, pick, at: time }: { i: number; pick: Chance; at: string }): Promise<Known> {
  const place = pick(batchCount + 3)
  const batch = place < batchCount ? place + 1 : null
  const status = batch === null ? at(['accepted', 'awaiting-issuer', 'refused'] as const, place) : stateOf[at(batchStates, batch - 1)]
  const state = status === 'awaiting-issuer' ? 'accepted' : status
  const lane = at(['mint', 'ledger', 'openAccount'] as const, pick(3))
  const wallet = `eip155:0x${String(i).padStart(40, '0')}`
  const sample = { ...at(ledgerSamples, pick(ledgerSamples.length)), signature: { s: 1n, e: 1n } } as SignedLedgerTx
  const signed = sample.kind === 'revoke' ? sample : { ...sample, nonce: i }
  const ledger = { entry: signed.kind, words: encodeLedgerTx(signed), account: signed.kind === 'revoke' ? null : 0, nonce: i }
  const [row] = await db
    .insert(rollupTxs)
    .values({
      ...{
        key: `0x${i.toString(16).padStart(64, '0')}`,
        kind: lane,
        status,
        batch,
        createdAt: sql`${time}::timestamptz` as unknown as Date,
      },
      payload: lane === 'ledger' ? {} : { wallet, questIndex: 3 },
      ...(lane === 'ledger' ? ledger : {}),
    })
    .returning({ id: rollupTxs.id, key: rollupTxs.key })
  if (!row) throw new Error('no row')
  return { id: lane === 'ledger' ? row.key : row.id, lane, kind: lane === 'ledger' ? signed.kind : lane, state, batch, at: time }
}

type Item = { index: number; perBatch: number; pick: Chance; at: string }

async function addItem(db: Database, { index, perBatch, pick, at: time }: Item): Promise<Known> {
  const place = Math.floor(index / Math.max(1, perBatch))
  const batch = place < batchCount ? place + 1 : null
  const applied = batch === null ? null : pick(4) === 0 ? 0 : 1
  const item = at(inboxSamples, pick(inboxSamples.length))
  await db.insert(inboxItems).values({
    ...{ index, words: encodeInboxTx(item), blockNumber: index, txHash: `0x${index}`, batch, applied },
    seenAt: sql`${time}::timestamptz` as unknown as Date,
  })
  const state = batch === null ? 'accepted' : applied === 0 ? 'refused' : stateOf[at(batchStates, batch - 1)]
  return { id: `inbox-${index}`, lane: 'inbox', kind: item.kind, state, batch, at: time }
}

/** A proof job of which only what is given matters. */
export const jobRow = (row: Pick<typeof proofJobs.$inferInsert, 'batch'> & Partial<typeof proofJobs.$inferInsert>) => ({
  ...{ circuit: 'small' as const, status: 'done' as const, inputs: {} },
  ...row,
})

/** An L2 transaction that was mined. */
export const sendRow = (row: Pick<typeof l2Sends.$inferInsert, 'purpose'> & Partial<typeof l2Sends.$inferInsert>) => ({
  ...{ sender: 'publisher' as const, to: '0x', data: '0x0102', status: 'mined' as const, minedHash: `0x${row.purpose}` },
  ...row,
})
