import { type DecodeFunctionDataReturnType, decodeFunctionData, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupBatches, rollupWallets } from '#drizzle/schema/rollup.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { openQuests, type QuestOpeningDeps } from '#server/rollup/settlement/questOpening.ts'
import { sendsByPurpose } from '#server/rollup/settlement/sendStore.ts'
import { createLog } from '#server/shared/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

const owner = `eip155:0x${'33'.repeat(20)}`
const terms = {
  rulesHash: `0x${'ab'.repeat(31)}`,
  ...{ opensAt: 1000, closesAt: 2000, supply: 5, points: 10, category: 0, expiresAfterSeconds: 0 },
}

test('the inbox is told which quest another one follows, counted from 1', async () => {
  const batch = {
    status: 'final' as const,
    circuit: 'small' as const,
    oldRoot: 1n,
    newRoot: 2n,
    timestamp: 1,
    dataCommit: 3n,
    wordsHash: 4n,
  }
  const rest = { challenge: 5n, evaluation: 6n, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 0, accounts: 1, requestIds: [] }
  await fresh.db.insert(rollupBatches).values({ number: 1, ...batch, ...rest, calldata: '0x', lengths: '0' })
  await fresh.db.insert(rollupWallets).values({ wallet: owner, account: 0, batch: 1 })
  const deps: QuestOpeningDeps = {
    db: fresh.db,
    // The fee is all that is asked of L2 here.
    client: { readContract: async () => 7n } as unknown as QuestOpeningDeps['client'],
    slot: { rollup: `0x${'11'.repeat(20)}`, inbox: `0x${'22'.repeat(20)}`, fromBlock: 0n },
    log: createLog('test', 'silent'),
    owner,
    issuerKey: { x: 1n, y: 2n },
    openAccount: async () => {},
  }
  for (const payload of [
    { questIndex: 0, ...terms },
    { questIndex: 1, previous: 0, ...terms },
    { questIndex: 9, previous: 4, ...terms },
  ])
    await submitTx(fresh.db, { key: `openQuest:${payload.questIndex}`, kind: 'openQuest', payload })
  await openQuests(deps)
  const purposes = ['openQuest:0', 'openQuest:1', 'openQuest:9']
  const sends = new Map((await sendsByPurpose(fresh.db, purposes)).map(({ purpose, data }) => [purpose, data as Hex]))
  const previous = purposes.map((purpose) => {
    const call: DecodeFunctionDataReturnType<typeof inboxAbi> = decodeFunctionData({ abi: inboxAbi, data: sends.get(purpose) ?? '0x' })
    return call.functionName === 'openQuest' ? call.args[0].previous : null
  })
  expect(previous).toEqual([0, 1, 5])
})
