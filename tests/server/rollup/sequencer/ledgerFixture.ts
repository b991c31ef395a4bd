import { eq } from 'drizzle-orm'
import pino from 'pino'
import { privateKeyToAccount } from 'viem/accounts'
import type { Database } from '#drizzle/client.ts'
import { inboxItems, rollupWallets } from '#drizzle/schema/rollup.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { encodeInboxTx, type InboxTx } from '#server/rollup/protocol/words.ts'
import { LedgerMempool, type MempoolDeps } from '#server/rollup/sequencer/ledgerMempool.ts'
import { createReceiptSigner } from '#server/rollup/sequencer/receipt.ts'
import { Sequencer, type SequencerDeps } from '#server/rollup/sequencer/sealNext.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { issuerSecret, now, slotDomain } from '#tests/support/slotFixture.ts'

export const receiptAccount = privateKeyToAccount(anvilKeys[3])
export const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
export const secretOf = (account: number) => 1000n + BigInt(account)
export const addressOf = (account: number) => 0x100n + BigInt(account)

/** The ten words of a ledger tx, signed by its account's key. */
export const signed = (tx: LedgerTx, secret = secretOf(tx.kind === 'revoke' ? 0 : tx.account)) =>
  encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret }))

export const transfer = (nonce: number, parts: Partial<Extract<LedgerTx, { kind: 'transfer' }>> = {}) =>
  signed({ kind: 'transfer', account: 0, nonce, fee: 0n, to: 1, token: 0, amount: 1n, ...parts })
export const withdraw = (nonce: number, parts: Partial<Extract<LedgerTx, { kind: 'withdraw' }>> = {}) =>
  signed({ kind: 'withdraw', account: 0, nonce, fee: 0n, token: 0, amount: 5n, recipient: 0xabcdn, ...parts })

export function newSequencer(db: Database, parts: Partial<SequencerDeps> = {}) {
  return new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain: slotDomain,
    issuer: { sign: async (_quest, message) => sign(fastHasher, issuerSecret, message) },
    sealed: { sealed: async () => {}, unsealed: async () => {} },
    clock: { now: () => now * 1000, sleep: async () => {} },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    leader: 0,
    policy: { sealAfterMs: 0, maxOpen: 20, maxProving: 20 },
    ...parts,
  })
}

export const newMempool = (db: Database, parts: Partial<MempoolDeps> = {}) =>
  new LedgerMempool({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain: slotDomain,
    receipt: createReceiptSigner(anvilKeys[3], slotDomain),
    clock: { now: Date.now, sleep: async () => {} },
    ...parts,
  })

let nextItem = 0
/** Queues inbox items as L2 would, after those that are there. */
export async function queueItems(db: Database, txs: readonly InboxTx[]) {
  const from = await db.$count(inboxItems)
  const rows = txs.map((tx, i) => ({ index: from + i, words: encodeInboxTx(tx), blockNumber: 1, txHash: `0x${(++nextItem).toString(16)}` }))
  await db.insert(inboxItems).values(rows)
}

export const setKey = (account: number): InboxTx => {
  const { x, y } = derivePublicKey(secretOf(account))
  return { kind: 'setKey', account, authoriser: addressOf(account), keyX: x, keyY: y, identity: 7n, second: 0n }
}

export const fund = (account: number, amount: bigint): InboxTx => ({
  kind: 'deposit',
  ...{ account, authoriser: addressOf(account), token: 0, amount, wallet: 0n },
})

/** Accounts 0 .. count - 1 with keys and 1,000 each; every batch is sealed at once. */
export async function openMembers(db: Database, engine: Sequencer, count: number) {
  for (let account = 0; account < count; account++) {
    const wallet = `eip155:0x${addressOf(account).toString(16).padStart(40, '0')}`
    await submitTx(db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  }
  while (await engine.sealNext());
  await queueItems(db, Array.from({ length: count }, (_, account) => [setKey(account), fund(account, 1000n)]).flat())
  while (await engine.sealNext());
}

/** An account that nobody gave a key. */
export async function openKeyless(db: Database, engine: Sequencer): Promise<number> {
  const wallet = `eip155:0x${'f'.repeat(40)}`
  await submitTx(db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  while (await engine.sealNext());
  const [row] = await db.select().from(rollupWallets).where(eq(rollupWallets.wallet, wallet))
  return row?.account ?? -1
}
