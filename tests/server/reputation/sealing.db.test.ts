import { eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boardTotals, credentials, deployments, rollupBatches } from '#drizzle/schema/index.ts'
import { sealed } from '#server/compose/sealed.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { unsealPruned } from '#server/rollup/sequencer/unsealPruned.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { Browser, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, stepResult } from '#tests/support/questFixture.ts'
import { issuerSecret, now, openQuest, slotDomain } from '#tests/support/slotFixture.ts'
import { domain, newMempool, newSequencer, queueItems } from '../rollup/sequencer/ledgerFixture.ts'

let site: Site
let engine: ReturnType<typeof newSequencer>
beforeAll(async () => {
  site = await startSite()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  engine = newSequencer(site.db, { sealed, policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
})
afterAll(() => site.drop())

const seal = async () => {
  while (await engine.sealNext());
}
const standing = (accountId: string) => site.members.reputation.standing({ accountId, viewerId: null })
const newest = async () =>
  Math.max(...(await site.db.select({ number: rollupBatches.number }).from(rollupBatches)).map(({ number }) => number))

async function takeBackFrom(number: number) {
  await site.pool.query(`update rollup_batches set status = 'pruned' where number >= $1`, [number])
  await unsealPruned({ db: site.db, store: createNodeStore(site.db), sealed, log: pino({ level: 'silent' }) })
}

/** A member whose slot account is final. */
async function openMember() {
  const browser = new Browser(site)
  const wallet = evmWallet()
  const { accountId } = await browser.signIn(wallet)
  await browser.mutate('money.openAccount')
  await seal()
  await site.db.update(rollupBatches).set({ status: 'final' })
  const { account } = await site.members.money.overview({ accountId })
  return { accountId, wallet, index: account.index ?? -1 }
}

it('gives XP when the sequencer seals, takes it when an issuer revokes, and undoes both with their batches', async () => {
  const owner = await openMember()
  const { slug } = await site.members.quests.create({
    ...{ accountId: owner.accountId, slug: 'xp-quest', definition: definition({ points: 120 }), supply: 10 },
    ...{ opensAt: new Date((now - 20_000_000) * 1000), closesAt: new Date((now + 86_400) * 1000) },
  })
  await site.members.quests.publish({ accountId: owner.accountId, slug })
  const [opening] = (await site.pool.query(`select payload from rollup_txs where kind = 'openQuest'`)).rows
  const { questIndex, rulesHash } = opening.payload
  const terms = { quest: questIndex, rulesHash: BigInt(rulesHash), points: 120, category: 3, closesAt: now + 86_400 }
  await queueItems(site.db, [openQuest({ ...terms, account: owner.index, authoriser: walletWord(owner.wallet.id) })])
  await seal()

  const holder = await openMember()
  const { participationId } = await site.members.quests.start({ accountId: holder.accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  expect(await standing(holder.accountId)).toMatchObject({ xp: 0, level: 1, next: 50, rank: null, categories: [] })
  await seal()
  const minting = await newest()
  const full = {
    ...{ xp: 120, credentials: 1, level: 2, from: 50, next: 150, rank: { rank: 1, sharedBy: 1, members: 1 } },
    ...{ categories: [{ category: 'learn', xp: 120, credentials: 1 }], chains: [{ chain: 'eip155:31339', credentials: 1 }] },
  }
  expect(await standing(holder.accountId)).toMatchObject(full)

  const [credential] = await site.db.select().from(credentials).where(eq(credentials.accountId, holder.accountId))
  // Until then the pool refuses it.
  await site.db.update(rollupBatches).set({ status: 'final' })
  const revoke = { kind: 'revoke', credential: credential?.slotIndex ?? -1, reason: 1 } as const
  await newMempool(site.db).submit(encodeLedgerTx(signLedgerTx(fastHasher, revoke, { domain, secret: issuerSecret })))
  await seal()
  expect(await newest()).toBe(minting + 1)
  const nothing = { xp: 0, level: 1, rank: null, categories: [], spaces: [] }
  expect(await standing(holder.accountId)).toMatchObject(nothing)

  await takeBackFrom(minting + 1)
  expect(await standing(holder.accountId)).toMatchObject(full)
  await seal()
  expect(await standing(holder.accountId)).toMatchObject(nothing)

  await takeBackFrom(minting)
  expect(await site.db.select().from(boardTotals)).toEqual([])
  const [unsealed] = await site.db.select().from(credentials).where(eq(credentials.accountId, holder.accountId))
  expect(unsealed).toMatchObject({ slotIndex: null, xp: null })
})
