import { ed25519 } from '@noble/curves/ed25519.js'
import { accounts, completions, credentials, quests, questVersions, spaces, wallets } from '#drizzle/schema/index.ts'
import { exportCredential } from '#server/credentials/export/exportCredential.ts'
import { createExportStore } from '#server/credentials/export/exportStore.ts'
import { recordSealed } from '#server/credentials/sealedStore.ts'
import { didOfEd25519 } from '#server/credentials/verify/didKey.ts'
import { voucherMessage } from '#server/credentials/verify/issuerVoucher.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { LedgerMempool } from '#server/rollup/sequencer/ledgerMempool.ts'
import { createReceiptSigner } from '#server/rollup/sequencer/receipt.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { issuerSecret } from '#tests/support/slotFixture.ts'

const seed = new Uint8Array(32).fill(21)
const did = didOfEd25519(ed25519.getPublicKey(seed))
const key = { seed, did, voucher: sign(fastHasher, issuerSecret, voucherMessage(did)) }
export const seconds = () => Math.floor(Date.now() / 1000)

/** A slot on anvil with one open quest, whose credentials are minted, proven and exported. */
export async function startExportingSlot() {
  const database = await freshDatabase()
  const slot = await startLocalSlot(database.db)
  const { db } = database
  const questId = await openQuest()

  async function openQuest(): Promise<string> {
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
    return quest.id
  }

  /** What a completion writes, by hand: the rows and the mint. */
  async function complete(wallet: string, digit: number): Promise<string> {
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
    return credentialId
  }

  /** The issuer takes a credential back. */
  async function revoke(credential: number) {
    const mempool = new LedgerMempool({
      ...{ db, domain: slot.domain, clock: systemClock, hasher: fastHasher, store: createNodeStore(db) },
      receipt: createReceiptSigner(anvilKeys[3], slot.domain),
    })
    const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
    await mempool.submit(
      encodeLedgerTx(signLedgerTx(fastHasher, { kind: 'revoke', credential, reason: 1 }, { domain, secret: issuerSecret })),
    )
  }

  async function noteSealed(from: number) {
    await db.transaction(async (connection) => {
      for (const batch of slot.sealed.slice(from)) await recordSealed(connection, batch)
    })
  }

  async function run() {
    const before = slot.sealed.length
    await slot.run()
    await noteSealed(before)
  }

  const exportAt = (index: number) =>
    exportCredential(
      {
        credentials: createExportStore(db),
        nodes: createNodeStore(db),
        hasher: fastHasher,
        key,
        slot: async () => slot.domain,
        now: Date.now,
      },
      { index },
    )

  return {
    database,
    slot,
    complete,
    revoke,
    noteSealed,
    run,
    exportAt,
    async stop() {
      await slot.stop()
      await database.drop()
    },
  }
}

async function insert<T>(rows: Promise<T[]>): Promise<T> {
  const [row] = await rows
  if (!row) throw new Error('nothing was inserted')
  return row
}
