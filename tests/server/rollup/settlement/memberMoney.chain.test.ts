import { eq } from 'drizzle-orm'
import { createWalletClient, encodeFunctionData, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { accounts, events, l2Sends, walletSends } from '#drizzle/schema/index.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { owe } from '#server/rollup/settlement/sendStore.ts'
import { watchWalletSends } from '#server/rollup/settlement/walletSends.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { now } from '#tests/support/slotFixture.ts'

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>
beforeAll(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db)
})
afterAll(async () => {
  await slot?.stop()
  await database?.drop()
})

/** Turns the wheels without proofs: sealing and proposing need none. */
async function turn() {
  await slot.publishOnce()
  await slot.tester.mine({ blocks: 3 })
  while (await slot.sequencer.sealNext());
}

describe('a quest that pays', () => {
  it('is opened with a pool that the platform pays in first', async () => {
    const { db } = database
    const terms = { questIndex: 0, rulesHash: `0x${'11'.repeat(31)}`, opensAt: 0, closesAt: now * 2, supply: 10, points: 1, category: 0 }
    const payload = { ...terms, expiresAfterSeconds: 0, reward: { perMint: '7', pool: '70' } }
    await submitTx(db, { key: 'openQuest:0', kind: 'openQuest', payload })
    const nodes = createNodeStore(db)
    const quest = async () => (await nodes.leaves([{ tree: treeIds.quests, index: 0 }], await nodes.latest()))[0]
    for (let round = 0; round < 30 && !(await quest()); round++) await turn()
    expect(toQuestLeaf((await quest()) ?? {})).toMatchObject({ rewardPerMint: 7n, pool: 70n, rewardToken: 0n, supply: 10n })
    const sends = await db.select().from(l2Sends).where(eq(l2Sends.sender, 'platform')).orderBy(l2Sends.nonce)
    expect(sends.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['fundQuest:0', '70'],
      ['openQuest:0', '0'],
    ])
  })
})

describe('what a member’s wallet sent', () => {
  it('is told as mined or reverted once L2 says so, to its member', async () => {
    const { db } = database
    const [member] = await db.insert(accounts).values({}).returning()
    const accountId = member?.id ?? ''
    const wallet = createWalletClient({
      account: privateKeyToAccount(anvilKeys[3]),
      chain: slot.client.chain,
      transport: http(slot.anvil.url),
    })
    const call = (account: number) => ({
      to: slot.slot.inbox,
      data: encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] }),
    })
    const good = await wallet.sendTransaction({ ...call(0), value: parseEther('1') })
    // An account that no slot can have: the inbox refuses it.
    const bad = await wallet.sendTransaction({ ...call(50_000_000), value: 1n, gas: 300_000n })
    for (const hash of [good, bad]) await slot.client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
    const unknown = `0x${'cd'.repeat(32)}`
    const rows = [good, bad, unknown].map((hash) => ({ hash, accountId, kind: 'deposit' as const, token: 0, amount: 1n }))
    await db.insert(walletSends).values(rows)

    expect(await watchWalletSends({ db, client: slot.client })).toBe(true)
    const known = await db.select().from(walletSends)
    expect(Object.fromEntries(known.map(({ hash, status }) => [hash, status]))).toEqual({
      [good]: 'mined',
      [bad]: 'reverted',
      [unknown]: 'sent',
    })
    const told = await db
      .select()
      .from(events)
      .where(eq(events.topic, `account:${accountId}`))
    expect(told.map(({ kind, payload }) => [kind, payload.status])).toEqual([
      ['money', 'mined'],
      ['money', 'reverted'],
    ])
    expect(await watchWalletSends({ db, client: slot.client })).toBe(false)
    await db.update(walletSends).set({ createdAt: new Date(Date.now() - 2 * 86_400_000) })
    expect(await watchWalletSends({ db, client: slot.client })).toBe(false)
  })
})

it('a send never uses more gas than its limit', async () => {
  const { db } = database
  const data = encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [0, 0n] })
  await owe(db, { purpose: 'capped', sender: 'platform', to: slot.slot.inbox, data, value: 1n, gasLimit: 30_000 })
  for (let round = 0; round < 5; round++) await turn()
  const [send] = await db.select().from(l2Sends).where(eq(l2Sends.purpose, 'capped'))
  // Too little for a deposit: it fails on chain, and costs what the limit says.
  expect(send).toMatchObject({ status: 'reverted', gasUsed: 30_000 })
})
