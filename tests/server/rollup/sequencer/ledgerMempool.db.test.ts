import { eq } from 'drizzle-orm'
import { recoverTypedDataAddress } from 'viem'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '#drizzle/client.ts'
import { rollupTxs, watcherBatches } from '#drizzle/schema/rollup.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { softConfirmation } from '#server/rollup/sequencer/receipt.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { newMempool, newSequencer, openMembers, queueItems, receiptAccount, setKey, signed, transfer, withdraw } from './ledgerFixture.ts'

let database: FreshDatabase
let db: Database

beforeEach(async () => {
  database = await freshDatabase()
  db = database.db
})
afterEach(() => database.drop())

/** `<code>:<reason or word>` of what a call throws. */
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => (isCairnError(error) ? `${error.code}:${error.meta.reason ?? ''}` : String(error)),
  )

describe('LedgerMempool', () => {
  it('answers each tx with a receipt that the receipt key signed', async () => {
    await openMembers(db, newSequencer(db), 2)
    const receipt = await newMempool(db).submit(transfer(0), 'request-1')
    expect(receipt).toMatchObject({ chainId: slotDomain.chainId, rollup: slotDomain.rollup, signer: receiptAccount.address })
    const { signature } = receipt
    expect(await recoverTypedDataAddress({ ...softConfirmation(receipt), signature })).toBe(receiptAccount.address)
    // Bit for bit what any other signer of the same key gives: nonces follow RFC 6979.
    expect(signature).toBe(await receiptAccount.signTypedData(softConfirmation(receipt)))
    const [row] = await db.select().from(rollupTxs).where(eq(rollupTxs.key, receipt.txHash))
    expect(row).toMatchObject({
      kind: 'ledger',
      entry: 'transfer',
      account: 0,
      nonce: 0,
      fee: 0n,
      status: 'accepted',
      requestId: 'request-1',
    })
  })

  it('gives the same receipt for the same words, also after the tx was sealed', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 2)
    const mempool = newMempool(db)
    const [a, b] = await Promise.all([mempool.submit(transfer(0)), mempool.submit(transfer(0))])
    expect(b).toEqual(a)
    await engine.sealNext()
    expect(await newMempool(db).submit(transfer(0))).toEqual(a)
    expect(await db.$count(rollupTxs, eq(rollupTxs.kind, 'ledger'))).toBe(1)
  })

  it('refuses by name what the key, the nonce or the account forbids', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 2)
    const mempool = newMempool(db)
    expect(await refusalOf(mempool.submit(transfer(64)))).toBe('rollup.refused:nonce.gap')
    expect(await refusalOf(mempool.submit(transfer(63)))).toBe('accepted')
    expect(await refusalOf(mempool.submit(transfer(63, { amount: 2n })))).toBe('rollup.refused:nonce.taken')
    expect(await refusalOf(mempool.submit(transfer(0, { account: 5 })))).toBe('rollup.refused:account.unknown')
    const stolen = signed({ kind: 'transfer', account: 0, nonce: 1, fee: 0n, to: 1, token: 0, amount: 1n }, 4n)
    expect(await refusalOf(mempool.submit(stolen))).toBe('rollup.refused:signature')
    await mempool.submit(transfer(0))
    await engine.sealNext()
    expect(await refusalOf(mempool.submit(transfer(0, { amount: 3n })))).toBe('rollup.refused:nonce.low')
    await queueItems(db, [{ ...setKey(0), identity: 0n } as never])
    await engine.sealNext()
    expect(await refusalOf(mempool.submit(transfer(5)))).toBe('rollup.refused:key.suspended')
  })

  it('names the word that is malformed and writes nothing', async () => {
    await openMembers(db, newSequencer(db), 2)
    const mempool = newMempool(db)
    const words = transfer(0)
    for (const [at] of words.entries()) {
      const alias = words.map((word, i) => (i === at ? word + P : word))
      const call = mempool.submit(alias)
      await expect(call).rejects.toMatchObject({ code: 'rollup.malformed', meta: { word: at } })
    }
    expect(await refusalOf(mempool.submit(words.slice(1)))).toMatch(/^rollup.malformed/)
    expect(await refusalOf(mempool.submit(words.map((word, i) => (i === 5 ? 1n : word))))).toMatch(/^rollup.malformed/)
    expect(await refusalOf(mempool.submit(words.map((word, i) => (i === 0 ? word + (1n << 200n) : word))))).toMatch(/^rollup.malformed/)
    expect(await db.$count(rollupTxs, eq(rollupTxs.kind, 'ledger'))).toBe(0)
  })

  it('sends callers away when enough waits, and loses none that it took', async () => {
    await openMembers(db, newSequencer(db), 2)
    const mempool = newMempool(db, { limits: { waiting: 10, line: 4, group: 4 } })
    const answers = await Promise.all(Array.from({ length: 40 }, (_, nonce) => refusalOf(mempool.submit(transfer(nonce)))))
    const taken = answers.filter((answer) => answer === 'accepted').length
    expect(new Set(answers)).toEqual(new Set(['accepted', 'rate.limited:']))
    expect(taken).toBeLessThanOrEqual(10)
    expect(await db.$count(rollupTxs, eq(rollupTxs.kind, 'ledger'))).toBe(taken)
    await expect(newMempool(db, { limits: { waiting: 0 } }).submit(transfer(50))).rejects.toMatchObject({ meta: { retryAfterSeconds: 2 } })
  })

  it('refuses while the watcher objects; what was accepted stays', async () => {
    await openMembers(db, newSequencer(db), 2)
    await newMempool(db).submit(transfer(0))
    await db.insert(watcherBatches).values({ batch: 1, derivedRoot: 1n, claimedRoot: 2n, agrees: 0 })
    expect(await refusalOf(newMempool(db).submit(transfer(1)))).toBe('rollup.refused:paused')
    expect(await db.$count(rollupTxs, eq(rollupTxs.status, 'accepted'))).toBe(1)
  })
})

describe('sealing ledger txs', () => {
  it('takes nonces without gaps, the best paid account first', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 3)
    const mempool = newMempool(db)
    await mempool.submit(transfer(1, { fee: 9n }))
    expect(await engine.sealNext()).toBe(false)
    await mempool.submit(transfer(0, { fee: 1n }))
    await mempool.submit(transfer(0, { account: 2, fee: 5n }))
    await mempool.submit(transfer(0, { account: 1, to: 0, fee: 3n }))
    while (await engine.sealNext());
    const rows = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'ledger')).orderBy(rollupTxs.batch, rollupTxs.position)
    expect(rows.map(({ account, nonce }) => [account, nonce])).toEqual([
      [2, 0],
      [1, 0],
      [0, 0],
      [0, 1],
    ])
    expect(rows.every(({ status }) => status === 'batched')).toBe(true)
  })

  it('tells a tx that the state refuses why, and seals the others', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 2)
    const mempool = newMempool(db)
    await mempool.submit(withdraw(0, { amount: 5000n, fee: 2n }))
    await mempool.submit(transfer(0, { account: 1, to: 0 }))
    while (await engine.sealNext());
    const rows = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'ledger')).orderBy(rollupTxs.account)
    expect(rows.map(({ status }) => status)).toEqual(['refused', 'batched'])
    expect(rows[0]?.refusal).toMatch(/short/)
    // The nonce is free again.
    expect(await refusalOf(mempool.submit(withdraw(0, { amount: 5n })))).toBe('accepted')
  })
})
