import { and, count, desc, eq, gt, inArray, isNotNull, like, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  credentials,
  inboxItems,
  l2Sends,
  quests,
  questVersions,
  rollupBatches,
  rollupTxs,
  rollupWallets,
  walletSends,
  wallets,
  withdrawals,
} from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'

export type BatchTimes = Pick<typeof rollupBatches.$inferSelect, 'status' | 'sealedAt' | 'proposedAt' | 'provenAt' | 'finalAt'>
export type WalletSend = typeof walletSends.$inferSelect
export type LedgerRow = {
  tx: typeof rollupTxs.$inferSelect
  batch: BatchTimes | null
  paid: { paid: boolean; payTx: string | null; paidAt: Date | null } | null
}
export type InboxRow = { item: typeof inboxItems.$inferSelect; batch: BatchTimes | null }
export type RefundRow = { payable: typeof withdrawals.$inferSelect; batch: BatchTimes }
export type RelayRow = Pick<typeof l2Sends.$inferSelect, 'id' | 'status' | 'minedHash' | 'createdAt'>
export type MemberName = { handle: string | null; wallet: string }
export type EarnedRow = { index: number; slug: string; title: Text }

export const relayPurpose = (account: number, nonce: bigint | '%') => `setKey:${account}:${nonce}`

/** What the money of a member is made of, in rows; `account` is always the slot account. Nothing here writes but `noteSend`. */
export type MoneyStore = ReturnType<typeof createMoneyStore>

const times = {
  status: rollupBatches.status,
  sealedAt: rollupBatches.sealedAt,
  proposedAt: rollupBatches.proposedAt,
  provenAt: rollupBatches.provenAt,
  finalAt: rollupBatches.finalAt,
}

export function createMoneyStore(connection: Connection) {
  return {
    ...membersOf(connection),
    /** Ledger txs that the account signed or that pay it, newest first. A refused tx that pays somebody is only its sender's business. */
    async ledger(account: number, limit: number): Promise<LedgerRow[]> {
      const pays = and(eq(rollupTxs.payee, account), sql`${rollupTxs.status} <> 'refused'`)
      const { paid, payTx, paidAt } = withdrawals
      return connection
        .select({ tx: rollupTxs, batch: times, paid: { paid, payTx, paidAt } })
        .from(rollupTxs)
        .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .leftJoin(
          withdrawals,
          and(eq(rollupTxs.entry, 'withdraw'), eq(withdrawals.batch, rollupTxs.batch), eq(withdrawals.entry, rollupTxs.position)),
        )
        .where(and(eq(rollupTxs.kind, 'ledger'), or(eq(rollupTxs.account, account), pays)))
        .orderBy(desc(rollupTxs.createdAt), desc(rollupTxs.nonce))
        .limit(limit)
    },
    /** Ledger txs of the account that wait for a batch. */
    async waiting(account: number) {
      const rows = await connection
        .select({ words: rollupTxs.words })
        .from(rollupTxs)
        .where(and(eq(rollupTxs.account, account), eq(rollupTxs.kind, 'ledger'), eq(rollupTxs.status, 'accepted')))
      return rows.flatMap(({ words }) => (words ? [words] : []))
    },
    async inbox(account: number, limit: number): Promise<InboxRow[]> {
      return connection
        .select({ item: inboxItems, batch: times })
        .from(inboxItems)
        .leftJoin(rollupBatches, eq(rollupBatches.number, inboxItems.batch))
        .where(eq(inboxItems.account, account))
        .orderBy(desc(inboxItems.index))
        .limit(limit)
    },
    async refunds(account: number, limit: number): Promise<RefundRow[]> {
      return connection
        .select({ payable: withdrawals, batch: times })
        .from(withdrawals)
        .innerJoin(rollupBatches, eq(rollupBatches.number, withdrawals.batch))
        .where(and(eq(withdrawals.account, account), inArray(withdrawals.kind, ['refund', 'forcedWithdraw'])))
        .orderBy(desc(withdrawals.batch))
        .limit(limit)
    },
    ...sendsOf(connection),
    /** Kinds, keys and outcomes of the account's inbox items in order: what its keys are made of. */
    async keyItems(account: number) {
      return connection
        .select({ words: inboxItems.words, applied: inboxItems.applied })
        .from(inboxItems)
        .where(and(eq(inboxItems.account, account), sql`get_byte(${inboxItems.words}, 31) = any (array[3, 4, 5])`))
        .orderBy(inboxItems.index)
    },
    /** Credentials of the member that have a place in the slot, of quests that pay. */
    async earned(accountId: string, limit: number): Promise<EarnedRow[]> {
      return readEarned(connection, and(eq(credentials.accountId, accountId), gt(quests.rewardPerMint, 0n)), limit)
    },
    /** Credentials by their leaves. */
    async credentialQuests(indices: number[]): Promise<Map<number, EarnedRow>> {
      if (indices.length === 0) return new Map()
      const rows = await readEarned(connection, inArray(credentials.slotIndex, indices), indices.length)
      return new Map(rows.map((row) => [row.index, row]))
    },
  }
}

function membersOf(connection: Connection) {
  return {
    /** A wallet of the member (the primary one, unless named), and the slot account that was opened for it with the state of that batch. */
    async slotAccount(accountId: string, wallet?: string) {
      const [row] = await connection
        .select({ wallet: wallets.address, index: rollupWallets.account, batch: rollupBatches.status })
        .from(wallets)
        .leftJoin(rollupWallets, eq(rollupWallets.wallet, wallets.address))
        .leftJoin(rollupBatches, eq(rollupBatches.number, rollupWallets.batch))
        .where(and(eq(wallets.accountId, accountId), wallet === undefined ? eq(wallets.primary, true) : eq(wallets.address, wallet)))
      return row ?? null
    },
    /** Every slot account that was opened for a wallet of the member, the primary one first. */
    async slotAccounts(accountId: string) {
      return connection
        .select({ wallet: wallets.address, index: rollupWallets.account, primary: wallets.primary })
        .from(wallets)
        .innerJoin(rollupWallets, eq(rollupWallets.wallet, wallets.address))
        .where(eq(wallets.accountId, accountId))
        .orderBy(desc(wallets.primary), rollupWallets.account)
    },
    /** True while an opening of the wallet waits for its batch. */
    async isOpening(wallet: string): Promise<boolean> {
      const open = and(eq(rollupTxs.key, `open:${wallet}`), inArray(rollupTxs.status, ['accepted', 'awaiting-issuer']))
      return (await connection.select({ id: rollupTxs.id }).from(rollupTxs).where(open).limit(1)).length > 0
    },
    /** Who is behind slot accounts, as far as they are members. */
    async names(indices: number[]): Promise<Map<number, MemberName>> {
      if (indices.length === 0) return new Map()
      const rows = await connection
        .select({ index: rollupWallets.account, wallet: rollupWallets.wallet, handle: accounts.handle })
        .from(rollupWallets)
        .leftJoin(wallets, eq(wallets.address, rollupWallets.wallet))
        .leftJoin(accounts, eq(accounts.id, wallets.accountId))
        .where(inArray(rollupWallets.account, indices))
      return new Map(rows.map(({ index, wallet, handle }) => [index, { wallet, handle }]))
    },
    async walletOf(index: number) {
      const [row] = await connection
        .select({ wallet: rollupWallets.wallet, batch: rollupBatches.status })
        .from(rollupWallets)
        .innerJoin(rollupBatches, eq(rollupBatches.number, rollupWallets.batch))
        .where(eq(rollupWallets.account, index))
      return row ?? null
    },
  }
}

function sendsOf(connection: Connection) {
  const unseen = (hash: SQL | typeof walletSends.hash) =>
    notExists(connection.select({ index: inboxItems.index }).from(inboxItems).where(eq(inboxItems.txHash, hash)))
  return {
    /** What the member's wallet sent and no inbox item stands for yet. */
    async sends(accountId: string, limit: number): Promise<WalletSend[]> {
      return connection
        .select()
        .from(walletSends)
        .where(and(eq(walletSends.accountId, accountId), unseen(walletSends.hash)))
        .orderBy(desc(walletSends.createdAt))
        .limit(limit)
    },
    /** Keys that the platform brings to L2 for the account and that no inbox item stands for yet. */
    async relays(account: number): Promise<RelayRow[]> {
      return connection
        .select({ id: l2Sends.id, status: l2Sends.status, minedHash: l2Sends.minedHash, createdAt: l2Sends.createdAt })
        .from(l2Sends)
        .where(and(like(l2Sends.purpose, relayPurpose(account, '%')), unseen(sql`${l2Sends.minedHash}`)))
        .orderBy(desc(l2Sends.createdAt))
        .limit(5)
    },
    /** How many keys were brought since then: for the account, and for everybody. */
    async relayedSince(account: number, since: Date): Promise<{ account: number; everybody: number }> {
      const recent = (purpose: string) => and(like(l2Sends.purpose, purpose), gt(l2Sends.createdAt, since))
      const number = async (where: SQL | undefined) => (await connection.select({ n: count() }).from(l2Sends).where(where))[0]?.n ?? 0
      return { account: await number(recent(relayPurpose(account, '%'))), everybody: await number(recent('setKey:%')) }
    },
    async openSends(accountId: string): Promise<number> {
      const open = and(eq(walletSends.accountId, accountId), eq(walletSends.status, 'sent'))
      return (await connection.select({ n: count() }).from(walletSends).where(open))[0]?.n ?? 0
    },
    /** Once for each member and hash. */
    async noteSend(row: Pick<WalletSend, 'hash' | 'accountId' | 'kind' | 'token' | 'amount'>) {
      await connection.insert(walletSends).values(row).onConflictDoNothing()
    },
  }
}

async function readEarned(connection: Connection, where: SQL | undefined, limit: number): Promise<EarnedRow[]> {
  const rows = await connection
    .select({ index: credentials.slotIndex, slug: quests.slug, definition: questVersions.definition })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .where(and(where, isNotNull(credentials.slotIndex)))
    .orderBy(desc(credentials.createdAt))
    .limit(limit)
  // Stored by the room `quests` from a parsed definition.
  return rows.flatMap(({ index, slug, definition }) =>
    index === null ? [] : [{ index, slug, title: (definition as { title: Text }).title }],
  )
}
