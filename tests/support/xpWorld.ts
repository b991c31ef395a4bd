import { randomUUID } from 'node:crypto'
import { and, eq, gte } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import {
  accounts,
  completions,
  credentials,
  quests,
  questVersions,
  rollupBatches,
  rollupLeaves,
  rollupTxs,
  spaceMembers,
  spaces,
  wallets,
} from '#drizzle/schema/index.ts'
import { sealed } from '#server/compose/sealed.ts'
import { categories } from '#server/quests/definition.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { emptyQuest, toFields } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { definition } from './questFixture.ts'
import { issuerSecret, slotDomain } from './slotFixture.ts'

const domain = domainOf(slotDomain.chainId, slotDomain.rollup)

/** Issuer of all quests of such a world: what `platform` must be for its credentials to score. */
export const worldIssuer = { x: 11n, y: 12n }

export type WorldQuest = { id: string; index: number; spaceId: string; slug: string; points: number; category: number }
export type WorldCredential = { id: string; index: number; account: string; quest: WorldQuest; batch: number; issuedAt: number }
/** `accounts`, `next`: how many accounts and credentials the slot has. */
export type World = { db: Database; accounts: number; next: number }

export const newWorld = (db: Database): World => ({ db, accounts: 0, next: 0 })

export async function addAccount(world: World, handle: string | null = null): Promise<string> {
  const id = randomUUID()
  const { db } = world
  await db.insert(accounts).values({ id, handle, slotIndex: world.accounts++ })
  const address = `eip155:0x${id.replaceAll('-', '').padStart(40, '0')}`
  await db.insert(wallets).values({ address, namespace: 'eip155', accountId: id, primary: true })
  return id
}

export async function addSpace({ db }: World, ownerId: string, slug: string): Promise<string> {
  const id = randomUUID()
  await db.insert(spaces).values({ id, slug, name: `Space ${slug}`, ownerId })
  await db.insert(spaceMembers).values({ spaceId: id, accountId: ownerId, role: 'owner' })
  return id
}

/** A live quest with its leaf in the slot. */
export async function addQuest(
  { db }: World,
  { index, spaceId, points, category, expiresAfter = 0 }: Omit<WorldQuest, 'id' | 'slug'> & { expiresAfter?: number },
): Promise<WorldQuest> {
  const [id, slug] = [randomUUID(), `world-quest-${index}`]
  const times = { opensAt: new Date(0), closesAt: new Date('2100-01-01T00:00:00Z') }
  await db.insert(quests).values({ id, spaceId, slug, status: 'live', publishedVersion: 1, slotIndex: index, supply: 1_000_000, ...times })
  const said = definition({ title: { en: `Quest ${index}`, ja: `クエスト ${index}` }, category: categories[category] ?? 'learn', points })
  await db.insert(questVersions).values({ questId: id, version: 1, definition: said, rulesHash: '0x00' })
  const terms = { points: BigInt(points), category: BigInt(category), expiresAfter: BigInt(expiresAfter) }
  const fields = toFields({ ...emptyQuest, ...terms, issuerKeyX: worldIssuer.x, issuerKeyY: worldIssuer.y })
  await db.insert(rollupLeaves).values({ tree: treeIds.quests, index, batch: 0, fields })
  return { id, index, spaceId, slug, points, category }
}

export type WorldBatch = { number: number; timestamp: number; mints: { account: string; quest: WorldQuest }[]; revoked?: WorldCredential[] }

/** Seals a batch as the sequencer does, but for trees and proofs: rows, then what it means to the rooms on the right, in one transaction. */
export async function sealWorldBatch(world: World, { number, timestamp, mints, revoked = [] }: WorldBatch): Promise<WorldCredential[]> {
  const made = mints.map(
    ({ account, quest }): WorldCredential => ({
      id: randomUUID(),
      index: world.next++,
      account,
      quest,
      batch: number,
      issuedAt: timestamp,
    }),
  )
  await world.db.transaction(async (tx) => {
    const zero = { oldRoot: 0n, dataCommit: 0n, wordsHash: 0n, challenge: 0n, evaluation: 0n }
    await tx.insert(rollupBatches).values({
      ...{ number, circuit: 'small', status: 'final', timestamp, newRoot: BigInt(number), calldata: '', lengths: '0', effects: 0 },
      ...{ ...zero, inboxFrom: 0, inboxTo: 0, credentials: made.length, accounts: 0, requestIds: [] },
    })
    for (const [position, { id, account, quest }] of made.entries()) {
      const [done] = await tx
        .insert(completions)
        .values({ questId: quest.id, accountId: account, version: 1, evidenceDigest: toHex32(1n) })
        .returning()
      const [mint] = await tx
        .insert(rollupTxs)
        .values({
          ...{ key: `mint:${id}`, kind: 'mint', status: 'final', batch: number, position },
          payload: { wallet: await walletOf(tx, account), questIndex: quest.index },
        })
        .returning()
      if (!done || !mint) throw new Error('no row')
      await tx
        .insert(credentials)
        .values({ id, completionId: done.id, questId: quest.id, accountId: account, txId: mint.id, evidenceDigest: toHex32(1n) })
    }
    for (const { index } of revoked) {
      const revoke = signLedgerTx(fastHasher, { kind: 'revoke', credential: index, reason: 1 }, { domain, secret: issuerSecret })
      const row = {
        key: `revoke:${index}:${number}`,
        kind: 'ledger',
        entry: 'revoke',
        payload: {},
        status: 'final',
        batch: number,
      } as const
      await tx.insert(rollupTxs).values({ ...row, words: encodeLedgerTx(revoke) })
      await tx.insert(rollupLeaves).values({ tree: treeIds.credentials, index, batch: number, fields: { revoked: '1' } })
    }
    await sealed.sealed(tx, {
      ...{ number, accounts: [], questsOpened: [], openingTxs: [], revoked: revoked.map(({ index }) => index) },
      mints: made.map(({ id, account, index, quest }, position) => ({
        ...{ credentialId: id, accountId: account, account: -1, index, serial: index, issuedAt: timestamp },
        ...{ evidenceRoot: toHex32(BigInt(quest.index)), position },
      })),
    })
  })
  return made
}

async function walletOf(db: Connection, accountId: string): Promise<string> {
  const [primary] = await db
    .select({ address: wallets.address })
    .from(wallets)
    .where(and(eq(wallets.accountId, accountId), eq(wallets.primary, true)))
  return primary?.address ?? ''
}

/** Takes batches back as the sequencer does, and drops what was in them. */
export async function takeWorldBack({ db }: World, fromBatch: number) {
  await db.transaction(async (tx) => {
    await sealed.unsealed(tx, fromBatch)
    await tx.delete(rollupLeaves).where(gte(rollupLeaves.batch, fromBatch))
    await tx.update(rollupTxs).set({ batch: null, status: 'accepted' }).where(gte(rollupTxs.batch, fromBatch))
    await tx.delete(rollupBatches).where(gte(rollupBatches.number, fromBatch))
  })
}

export const hide = ({ db }: World, id: string) => db.update(credentials).set({ hidden: true }).where(eq(credentials.id, id))
