import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '#drizzle/client.ts'
import { issuerChanges, rollupTxs } from '#drizzle/schema/index.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey, type GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, ledgerMessage, ledgerWords, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import { toAccount } from '#server/rollup/state/leafFields.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Log } from '#server/shared/log.ts'
import { newestBatch } from '../batchStore.ts'
import { insertLedgerTxs } from '../ledgerStore.ts'

export type ChangeDeps = EngineDeps & {
  db: Database
  store: NodeStore
  domain: SlotDomain
  /** Slot account that owns the quests; null before it is open. */
  account(): Promise<number | null>
  /** Spend key of that account: it signs nothing but changes of issuers. */
  secret: bigint
  /** Asks L2's inbox to give the account its first key; once, however often it is called. */
  askForKey(account: number, key: GrumpkinPoint): Promise<void>
  log: Log
}

/**
 * Carries out the next change of a quest's issuer key: a `setIssuer` of the account that owns the quest, one at a time in the order of its nonces. That
 * account has no spend key before the first one. True when something was sent or asked for.
 */
export async function changeIssuers(deps: ChangeDeps): Promise<boolean> {
  const { db, store, hasher, log } = deps
  const [next] = await db.select().from(issuerChanges).where(isNull(issuerChanges.txKey)).orderBy(asc(issuerChanges.id)).limit(1)
  const account = next ? await deps.account() : null
  if (!next || account === null) return false
  const [fields] = await store.leaves([{ tree: treeIds.accounts, index: account }], (await newestBatch(db))?.number ?? 0)
  const leaf = fields ? toAccount(fields).leaf : null
  if (!leaf || leaf.keyX === 0n) {
    if (leaf) await deps.askForKey(account, derivePublicKey(deps.secret))
    return false
  }
  if (await anyWaits(db, account)) return false
  const domain = domainOf(deps.domain.chainId, deps.domain.rollup)
  const tx = {
    kind: 'setIssuer',
    account,
    nonce: Number(leaf.nonce),
    fee: 0n,
    quest: next.quest,
    keyX: next.keyX,
    keyY: next.keyY,
  } as const
  const signed = signLedgerTx(hasher, tx, { domain, secret: deps.secret })
  const hash = toHex32(ledgerMessage(hasher, domain, ledgerWords(tx)))
  const sent = await db.transaction(async (connection) => {
    // Asked for something else meanwhile: the next pass sends that.
    const mine = and(
      eq(issuerChanges.id, next.id),
      isNull(issuerChanges.txKey),
      eq(issuerChanges.keyX, next.keyX),
      eq(issuerChanges.keyY, next.keyY),
    )
    const taken = await connection.update(issuerChanges).set({ txKey: hash }).where(mine).returning({ id: issuerChanges.id })
    if (taken.length > 0) await insertLedgerTxs(connection, [{ tx: signed, words: encodeLedgerTx(signed), hash, requestId: null }])
    return taken.length > 0
  })
  if (sent) log.info({ quest: next.quest, tx: hash }, 'a quest is given another issuer key')
  return sent
}

async function anyWaits(db: Database, account: number): Promise<boolean> {
  const rows = await db
    .select({ id: rollupTxs.id })
    .from(rollupTxs)
    .where(and(eq(rollupTxs.account, account), eq(rollupTxs.status, 'accepted')))
    .limit(1)
  return rows.length > 0
}
