import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ed25519 } from '@noble/curves/ed25519.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, completions, credentials, quests, questVersions, rollupTxs, spaces, wallets } from '#drizzle/schema/index.ts'
import { exportCredential } from '#server/credentials/export/exportCredential.ts'
import { createExportStore } from '#server/credentials/export/exportStore.ts'
import { recordSealed } from '#server/credentials/sealedStore.ts'
import { didOfEd25519 } from '#server/credentials/verify/didKey.ts'
import { voucherMessage } from '#server/credentials/verify/issuerVoucher.ts'
import { openL2Reader } from '#server/credentials/verify/l2Client.ts'
import { verifyFile } from '#server/credentials/verifyFile.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { issuerSecret } from '#tests/support/slotFixture.ts'

const holders = ['eip155:0x1111111111111111111111111111111111111111', 'solana:4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS']
const seed = new Uint8Array(32).fill(21)
const did = didOfEd25519(ed25519.getPublicKey(seed))
const key = { seed, did, voucher: sign(fastHasher, issuerSecret, voucherMessage(did)) }
const seconds = () => Math.floor(Date.now() / 1000)

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>
let folder: string
let questId: string
beforeAll(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db)
  folder = await mkdtemp(join(tmpdir(), 'cairn-export-'))
  await openQuest()
})
afterAll(async () => {
  await slot.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function insert<T>(rows: Promise<T[]>): Promise<T> {
  const [row] = await rows
  if (!row) throw new Error('nothing was inserted')
  return row
}

async function openQuest() {
  const { db } = database
  const times = { opensAt: seconds() - 60, closesAt: seconds() + 3600 }
  const opening = {
    questIndex: 0,
    rulesHash: `0x${'ab'.repeat(31)}`,
    ...times,
    supply: 100,
    points: 5,
    category: 1,
    expiresAfterSeconds: 86_400,
  }
  await submitTx(db, { key: 'openQuest:0', kind: 'openQuest', payload: opening })
  const owner = await insert(db.insert(accounts).values({}).returning())
  const space = await insert(db.insert(spaces).values({ slug: 'cairn', name: 'Cairn', ownerId: owner.id }).returning())
  const dates = { opensAt: new Date(times.opensAt * 1000), closesAt: new Date(times.closesAt * 1000) }
  const quest = await insert(
    db
      .insert(quests)
      .values({ spaceId: space.id, slug: 'swap', status: 'live', publishedVersion: 1, slotIndex: 0, supply: 100, ...dates })
      .returning(),
  )
  const definition = { title: { en: 'Swap', ja: '交換' }, summary: { en: 'Swap once.', ja: '一度。' }, points: 5, category: 'defi' }
  await db.insert(questVersions).values({ questId: quest.id, version: 1, definition, rulesHash: opening.rulesHash })
  questId = quest.id
}

/** What a completion writes, by hand: the rows and the mint. */
async function complete(wallet: string, digit: number): Promise<void> {
  const { db } = database
  const evidenceDigest = `0x${`0${digit}`.repeat(31)}` as const
  const { id: accountId } = await insert(db.insert(accounts).values({}).returning())
  await db
    .insert(wallets)
    .values({ address: wallet, namespace: wallet.startsWith('solana') ? 'solana' : 'eip155', accountId, primary: true })
  const done = await insert(db.insert(completions).values({ questId, accountId, version: 1, evidenceDigest }).returning())
  const credentialId = crypto.randomUUID()
  const payload = { credentialId, accountId, wallet, questIndex: 0, evidenceDigest }
  const { id: txId } = await submitTx(db, { key: `mint:${credentialId}`, kind: 'mint', payload })
  await db.insert(credentials).values({ id: credentialId, completionId: done.id, questId, accountId, txId, evidenceDigest })
}

async function run() {
  const before = slot.sealed.length
  await slot.run()
  await database.db.transaction(async (connection) => {
    for (const batch of slot.sealed.slice(before)) await recordSealed(connection, batch)
  })
}

const exportAt = (index: number) =>
  exportCredential(
    {
      credentials: createExportStore(database.db),
      nodes: createNodeStore(database.db),
      hasher: fastHasher,
      key,
      slot: async () => slot.domain,
      now: Date.now,
    },
    { index },
  )

async function verify(document: unknown, rollup = slot.addresses.rollup) {
  const path = join(folder, 'credential.json')
  await writeFile(path, JSON.stringify(document, null, 2))
  const result = await verifyFile({ path, rpcUrl: slot.anvil.url, rollup, now: seconds() })
  return [result.signature, result.inclusion, result.notRevoked, result.notExpired].map(({ code }) => code)
}
const allGood = ['signature.ok', 'inclusion.ok', 'revocation.none', 'expiry.ok']

test('credentials of a proven batch verify from their files and L2 alone, also after later batches', async () => {
  for (const [i, wallet] of holders.entries()) await complete(wallet, i + 1)
  await run()
  const rows = await database.db.select().from(credentials)
  const indices = rows.map(({ slotIndex }) => slotIndex ?? -1)
  const documents = await Promise.all(indices.map(exportAt))
  for (const document of documents) expect(await verify(document)).toEqual(allGood)
  expect(new Set(documents.map((document) => (document?.credentialSubject as { id: string } | undefined)?.id)).size).toBe(2)

  await complete('eip155:0x2222222222222222222222222222222222222222', 3)
  await run()
  expect(await verify(documents[0])).toEqual(allGood)
  const renewed = await exportAt(indices[0] ?? -1)
  const describe = (document: typeof renewed) => (document?.evidence as [{ description: string }] | undefined)?.[0].description
  expect(describe(renewed)).toBeDefined()
  expect(describe(renewed)).not.toBe(describe(documents[0] ?? null))
  expect(await verify(renewed)).toEqual(allGood)
})

test('another contract, a batch that is not final and a changed file are told apart', async () => {
  const [row] = await database.db.select().from(credentials)
  const document = await exportAt(row?.slotIndex ?? -1)
  expect((await verify(document, `0x${'12'.repeat(20)}`))[1]).toBe('inclusion.other-slot')
  expect((await verify({ ...document, name: 'Swop' }))[0]).toBe('signature.mismatch')
  const reader = await openL2Reader(slot.anvil.url, slot.addresses.rollup)
  const root = `0x${'01'.repeat(32)}` as const
  expect(await reader.finalRoot(root, 1)).toBeNull()
  expect(await reader.finalRoot(root, 999)).toBeNull()
  await expect(openL2Reader('http://127.0.0.1:9', slot.addresses.rollup)).rejects.toMatchObject({ code: 'chain.unreachable' })
})

test('a credential in no final batch has no document', async () => {
  await complete('eip155:0x3333333333333333333333333333333333333333', 4)
  while (await slot.sequencer.sealNext());
  await database.db.transaction(async (connection) => {
    const last = slot.sealed.at(-1)
    if (last) await recordSealed(connection, last)
  })
  const open = (await database.db.select({ id: credentials.slotIndex }).from(credentials)).map(({ id }) => id ?? -1)
  expect(await database.db.$count(rollupTxs)).toBeGreaterThan(4)
  expect(await exportAt(Math.max(...open))).toBeNull()
  expect(await exportAt(999_999)).toBeNull()
})
