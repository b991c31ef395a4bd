import { ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { l2Sends, rollupBatches, rollupTxs } from '#drizzle/schema/rollup.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { votesToo } from '#server/rollup/settlement/claim.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>

beforeAll(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db, { circuits: ['small', 'large'] })
})
afterAll(async () => {
  await slot.stop()
  await database.drop()
})

const seconds = () => Math.floor(Date.now() / 1000)

it('a large batch is proven before L2 hears of it, and gets there in one transaction', async () => {
  const terms = { rulesHash: `0x${'ab'.repeat(31)}`, opensAt: seconds() - 60, closesAt: seconds() + 3600, supply: 1000 }
  const opening = { questIndex: 0, points: 5, category: 1, expiresAfterSeconds: 0, ...terms }
  await submitTx(database.db, { key: 'openQuest:0', kind: 'openQuest', payload: opening })
  await slot.run()
  for (let n = 1; n <= 300; n++) {
    const wallet = `eip155:0x${(1 + (n % 40)).toString(16).padStart(40, '0')}`
    const payload = {
      credentialId: `c${n}`,
      accountId: `a${n}`,
      wallet,
      questIndex: 0,
      evidenceDigest: `0x${n.toString(16).padStart(62, '0')}`,
    }
    await submitTx(database.db, { key: `mint:${n}`, kind: 'mint', payload })
  }
  expect(await slot.sequencer.sealNext()).toBe(true)
  const [large] = await database.db.select().from(rollupBatches).where(ne(rollupBatches.circuit, 'small'))
  expect(large).toMatchObject({ circuit: 'large', credentials: 300, accounts: 40, status: 'sealed' })
  const proposal = async () => (await database.db.select().from(l2Sends)).find(({ purpose }) => purpose === `propose:${large?.number}`)
  for (let pass = 0; pass < 3; pass++) await slot.publishOnce()
  expect(await proposal()).toBeUndefined()
  await slot.proveOnce()
  await slot.run()
  expect(votesToo((await proposal())?.data ?? '')).toBe(true)
  const [final] = await database.db.select().from(rollupBatches).where(ne(rollupBatches.circuit, 'small'))
  expect(final).toMatchObject({ status: 'final', proposeTx: expect.stringMatching(/^0x/) })
  expect(final?.voteTx).toBe(final?.proposeTx)
  const mints = (await database.db.select().from(rollupTxs)).filter(({ kind }) => kind === 'mint')
  expect(new Set(mints.map(({ status }) => status))).toEqual(new Set(['final']))
  const problems: (string | null)[] = []
  for await (const { problem } of slot.newDeriver().derive()) problems.push(problem)
  expect(problems).toEqual(problems.map(() => null))
  expect(problems.length).toBe(await database.db.$count(rollupBatches))
})
