import { eq } from 'drizzle-orm'
import { parseEther, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import { inboxItems, rollupBatches, rollupTxs, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { openMoney, type SlotMember } from '#tests/support/slotMoney.ts'

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>
let member: SlotMember

beforeAll(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db)
  member = await openMoney(database.db, slot, { coins: parseEther('1') })
})
afterAll(async () => {
  await slot.stop()
  await database.drop()
})

const recipient = `0x${'c0ffee'.padStart(40, '0')}` as const
const rows = () => database.db.select().from(withdrawals).orderBy(withdrawals.batch, withdrawals.entry)

describe('money of a member, on the real contracts with real proofs', () => {
  it('comes in by the inbox and leaves by a signed withdrawal that the publisher pays', async () => {
    const { txHash } = await member.send({ kind: 'withdraw', fee: 0n, token: 0, amount: 1234n, recipient: BigInt(recipient) })
    await slot.run()
    const [tx] = await database.db.select().from(rollupTxs).where(eq(rollupTxs.key, txHash))
    expect(tx?.status).toBe('final')
    expect(await slot.client.getBalance({ address: recipient })).toBe(1234n)
    expect(await rows()).toMatchObject([
      { kind: 'withdraw', amount: 1234n, recipient, paid: true, kept: false, payTx: expect.stringMatching(/^0x/) },
    ])
  })

  it('is kept by the bridge when its recipient refuses it, and the row says so', async () => {
    // The rollup takes no coins.
    const refuses = slot.slot.rollup.toLowerCase()
    await member.send({ kind: 'withdraw', fee: 0n, token: 0, amount: 3n, recipient: BigInt(refuses) })
    await slot.run()
    const [, kept] = await rows()
    expect(kept).toMatchObject({ amount: 3n, recipient: refuses, paid: true, kept: true })
    const owed = { address: slot.addresses.bridge, abi: sharedBridgeAbi, functionName: 'owed' } as const
    expect(await slot.client.readContract({ ...owed, args: [slot.slot.rollup, zeroAddress] })).toBe(3n)
  })

  it('leaves by force through the inbox, and a deposit that is refused goes back', async () => {
    const before = await slot.client.getBalance({ address: member.address })
    const forced = { account: member.account, token: 0, amount: 77n, recipient }
    await member.call('forcedWithdraw', [forced], 0n)
    // An account that does not exist: the slot refuses the deposit.
    await member.call('deposit', [40_000_000, 0n], 555n)
    await slot.run()
    expect(await slot.client.getBalance({ address: recipient })).toBe(1234n + 77n)
    const after = await slot.client.getBalance({ address: member.address })
    expect(before - after).toBeLessThan(parseEther('0.01'))
    expect((await rows()).slice(2)).toMatchObject([
      { kind: 'forcedWithdraw', amount: 77n, recipient, paid: true, kept: false },
      { kind: 'refund', amount: 555n, recipient: null, paid: true, kept: false },
    ])
    for (const { blockNumber, queuedAt } of await database.db.select().from(inboxItems)) {
      const { timestamp } = await slot.client.getBlock({ blockNumber: BigInt(blockNumber) })
      expect(queuedAt).toEqual(new Date(Number(timestamp) * 1000))
    }
  })

  it('is derived again from L2 alone, inbox items compared with their hashes', async () => {
    const problems: (string | null)[] = []
    for await (const { problem } of slot.newDeriver().derive()) problems.push(problem)
    expect(problems).toEqual(Array(await database.db.$count(rollupBatches)).fill(null))
  })

  it('is not paid again by somebody else, and a payment by somebody else is noticed', async () => {
    await member.send({ kind: 'withdraw', fee: 0n, token: 0, amount: 9n, recipient: BigInt(recipient) })
    await slot.run({ payments: false })
    const [unpaid] = await database.db.select().from(withdrawals).where(eq(withdrawals.paid, false))
    expect(unpaid).toMatchObject({ amount: 9n })
    await slot.payAsStranger(unpaid?.batch ?? 0, [unpaid?.entry ?? 0])
    await slot.run()
    expect(await slot.client.getBalance({ address: recipient })).toBe(1234n + 77n + 9n)
    expect((await rows()).every(({ paid }) => paid)).toBe(true)
    expect((await rows()).at(-1)).toMatchObject({ payTx: null, kept: null })
  })

  it('stops proposing when the watcher objects', async () => {
    await member.send({ kind: 'withdraw', fee: 0n, token: 0, amount: 1n, recipient: BigInt(recipient) })
    expect(await slot.sequencer.sealNext()).toBe(true)
    await database.db.insert(watcherBatches).values({ batch: 1, derivedRoot: 1n, claimedRoot: 2n, agrees: 0 })
    const sent = () => slot.client.getTransactionCount({ address: slot.publisher.address })
    const before = await sent()
    for (let pass = 0; pass < 3; pass++) await slot.publishOnce()
    expect(await sent()).toBe(before)
    await database.db.delete(watcherBatches)
    await slot.publishOnce()
    expect(await sent()).toBe(before + 1)
  })
})
