import { eq } from 'drizzle-orm'
import pino from 'pino'
import { createPublicClient, createTestClient, defineChain, http, parseTransaction } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { l2Sends } from '#drizzle/schema/rollup.ts'
import { commitBlob } from '#server/rollup/l2/blobOpening.ts'
import { type PublishDeps, publish, stuckAfterMs } from '#server/rollup/settlement/publish.ts'
import { owe } from '#server/rollup/settlement/sendStore.ts'
import { anvilKeys, startAnvil } from '../../../support/anvil.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'

let anvil: Awaited<ReturnType<typeof startAnvil>>
let database: FreshDatabase
let deps: PublishDeps
let clockMs = 0
let snapshot: `0x${string}`
const target = privateKeyToAccount(generatePrivateKey()).address

beforeAll(async () => {
  anvil = await startAnvil()
})
afterAll(() => anvil.stop())

const chain = () =>
  defineChain({
    id: anvil.chainId,
    name: 'l2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.url] } },
  })
const tester = () => createTestClient({ chain: chain(), mode: 'anvil', transport: http(anvil.url) })

beforeEach(async () => {
  database = await freshDatabase()
  snapshot = await tester().snapshot()
  await tester().setAutomine(false)
  clockMs = Date.now()
  deps = {
    db: database.db,
    client: createPublicClient({ chain: chain(), transport: http(anvil.url, { timeout: 60_000 }), cacheTime: 0 }),
    clock: { now: () => clockMs, sleep: async () => {} },
    log: pino({ level: 'silent' }),
    signers: { publisher: privateKeyToAccount(anvilKeys[1]), platform: privateKeyToAccount(anvilKeys[2]) },
  }
})
afterEach(async () => {
  await dropPool()
  await tester().revert({ id: snapshot })
  await tester().setAutomine(true)
  await database.drop()
})

const dropPool = () => tester().request({ method: 'anvil_dropAllTransactions' as never, params: [] as never })
const oweOne = (purpose: string, value = 1n) => owe(database.db, { purpose, sender: 'publisher', to: target, data: '0x', value })
const row = async (purpose: string) => {
  const [found] = await database.db.select().from(l2Sends).where(eq(l2Sends.purpose, purpose))
  if (!found) throw new Error(`no send ${purpose}`)
  return found
}
const balance = () => deps.client.getBalance({ address: target })

describe('publish', () => {
  it('sends what is owed once, however often it is owed or published', async () => {
    await Promise.all([oweOne('a'), oweOne('a')])
    await publish(deps, 'publisher')
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    expect(await row('a')).toMatchObject({ status: 'mined', hashes: [expect.any(String)] })
    expect(await balance()).toBe(1n)
  })

  it('sends several in order of nonces', async () => {
    for (const purpose of ['a', 'b', 'c']) await oweOne(purpose)
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    const rows = await Promise.all(['a', 'b', 'c'].map(row))
    expect(rows.map(({ status }) => status)).toEqual(['mined', 'mined', 'mined'])
    const [first = 0, ...rest] = rows.map(({ nonce }) => nonce ?? 0)
    expect(rest).toEqual([first + 1, first + 2])
  })

  it('replaces a stuck transaction under its nonce and pays once', async () => {
    await oweOne('stuck', 5n)
    await publish(deps, 'publisher')
    const before = await row('stuck')
    clockMs += stuckAfterMs + 1000
    await publish(deps, 'publisher')
    const after = await row('stuck')
    expect(after.nonce).toBe(before.nonce)
    expect(after.hashes).toHaveLength(2)
    expect(BigInt(after.maxFeePerGas ?? 0)).toBeGreaterThan(BigInt(before.maxFeePerGas ?? 0))
    await tester().mine({ blocks: 2 })
    await publish(deps, 'publisher')
    expect(await row('stuck')).toMatchObject({ status: 'mined', minedHash: after.hashes[1] })
    expect(await balance()).toBe(5n)
  })

  it('sends a blob, finds it mined by its own hash, and replaces a stuck one by twice the price', async () => {
    const { bytes, versionedHash } = commitBlob(Array.from({ length: 4096 }, (_, i) => BigInt(i % 7)))
    const send = { purpose: 'blob', sender: 'publisher', to: target, data: '0x1234', value: 3n, blob: bytes } as const
    await owe(database.db, send)
    await publish(deps, 'publisher')
    const before = await row('blob')
    clockMs = Date.now() + stuckAfterMs + 1000
    await publish(deps, 'publisher')
    const after = await row('blob')
    expect(after.nonce).toBe(before.nonce)
    expect(after.hashes).toHaveLength(2)
    const [first, second] = [parseTransaction(before.rawTx as `0x03${string}`), parseTransaction(after.rawTx as `0x03${string}`)]
    for (const fee of ['maxFeePerGas', 'maxPriorityFeePerGas', 'maxFeePerBlobGas'] as const) {
      expect(second[fee], fee).toBeGreaterThan(2n * (first[fee] ?? 0n))
    }
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    const mined = await row('blob')
    expect(mined).toMatchObject({ status: 'mined', minedHash: after.hashes[1] })
    expect((await deps.client.getTransaction({ hash: mined.minedHash as `0x${string}` })).blobVersionedHashes).toEqual([versionedHash])
    expect(await balance()).toBe(3n)
  })

  it('leaves a stuck blob at its price when twice as much is not allowed', async () => {
    const { bytes } = commitBlob(Array.from({ length: 4096 }, () => 0n))
    await owe(database.db, { purpose: 'dear blob', sender: 'publisher', to: target, data: '0x', blob: bytes })
    await publish(deps, 'publisher')
    const { maxFeePerGas } = await row('dear blob')
    clockMs = Date.now() + stuckAfterMs + 1000
    await publish({ ...deps, maxFeePerGas: BigInt(maxFeePerGas ?? 0) }, 'publisher')
    expect((await row('dear blob')).hashes).toHaveLength(1)
  })

  it('sends the same bytes again when the node dropped them', async () => {
    await oweOne('dropped', 7n)
    await publish(deps, 'publisher')
    await dropPool()
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    expect(await row('dropped')).toMatchObject({ status: 'mined', hashes: [expect.any(String)] })
    expect(await balance()).toBe(7n)
  })

  it('notices a reorg that takes a mined transaction away, and gets it mined again', async () => {
    await oweOne('reorged', 9n)
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    expect((await row('reorged')).status).toBe('mined')
    await tester().request({ method: 'anvil_reorg' as never, params: [1, []] as never })
    await dropPool()
    await publish(deps, 'publisher')
    expect((await row('reorged')).status).toBe('sent')
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    expect((await row('reorged')).status).toBe('mined')
    expect(await balance()).toBe(9n)
  })

  it('waits while L2 is dearer than allowed, and sends when the spike is over', async () => {
    const capped = { ...deps, maxFeePerGas: 50n * 10n ** 9n }
    await oweOne('dear', 3n)
    await tester().setNextBlockBaseFeePerGas({ baseFeePerGas: 80n * 10n ** 9n })
    await tester().mine({ blocks: 1 })
    expect(await publish(capped, 'publisher')).toBe(false)
    expect((await row('dear')).status).toBe('queued')
    await tester().setNextBlockBaseFeePerGas({ baseFeePerGas: 10n ** 9n })
    await tester().mine({ blocks: 1 })
    await publish(capped, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(capped, 'publisher')
    expect((await row('dear')).status).toBe('mined')
  })

  it('never pays more than allowed, however long a transaction is stuck', async () => {
    const capped = { ...deps, maxFeePerGas: 3n * 10n ** 9n }
    await tester().setNextBlockBaseFeePerGas({ baseFeePerGas: 10n ** 9n })
    await tester().mine({ blocks: 1 })
    await oweOne('stuck and dear')
    for (let pass = 0; pass < 12; pass++) {
      await publish(capped, 'publisher')
      clockMs += stuckAfterMs + 1000
    }
    const stuck = await row('stuck and dear')
    expect(stuck.hashes.length).toBeGreaterThan(1)
    expect(BigInt(stuck.maxFeePerGas ?? 0)).toBeLessThanOrEqual(capped.maxFeePerGas)
  })

  it('records a revert instead of trying for ever', async () => {
    await owe(database.db, { purpose: 'code', sender: 'publisher', to: await reverter(), data: '0x01' })
    await database.db.delete(l2Sends).where(eq(l2Sends.purpose, 'reverts'))
    await publish(deps, 'publisher')
    await tester().mine({ blocks: 1 })
    await publish(deps, 'publisher')
    expect((await row('code')).status).toBe('reverted')
  })
})

/** A contract that always reverts: PUSH1 0 PUSH1 0 REVERT. */
async function reverter() {
  const address = privateKeyToAccount(generatePrivateKey()).address
  await tester().setCode({ address, bytecode: '0x60006000fd' })
  return address
}
