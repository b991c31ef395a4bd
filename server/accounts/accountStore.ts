import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accountMerges, accounts, formerWallets, rollupWallets, walletLinks, wallets } from '#drizzle/schema/index.ts'
import type { WalletId } from '#server/auth/walletId.ts'

export type AccountRow = { id: string; handle: string | null; slotIndex: number | null; mergedInto: string | null; createdAt: Date }
export type WalletRow = { address: string; namespace: 'eip155' | 'solana'; accountId: string; primary: boolean; linkedAt: Date }
export type LinkRow = {
  accountId: string
  from: string
  to: string
  fromMessage: string
  fromSignature: string
  toMessage: string
  toSignature: string
}

export type MergeRow = typeof accountMerges.$inferInsert

export type AccountStore = {
  findWallet(wallet: string): Promise<WalletRow | null>
  findAccount(id: string): Promise<AccountRow | null>
  findByHandle(handle: string): Promise<AccountRow | null>
  /** The accounts, held until the transaction ends: all that changes wallets of an account waits for each other here. */
  hold(...ids: string[]): Promise<AccountRow[]>
  /** Primary first, then by time of linking. */
  listWallets(accountId: string): Promise<WalletRow[]>
  createAccount(): Promise<{ id: string }>
  removeAccount(id: string): Promise<void>
  /** False when the wallet is already someone's. */
  addWallet(wallet: WalletId, accountId: string, place: { primary: boolean; at: Date }): Promise<boolean>
  addLink(row: LinkRow): Promise<void>
  /** The wallet leaves; where it was stays known. */
  removeWallet(wallet: string, accountId: string): Promise<void>
  setPrimary(accountId: string, wallet: string): Promise<void>
  /** All wallets of an account, its name and its past become another account's. Wallets count as linked at `at`. */
  moveAccount(from: string, into: string, at: Date): Promise<void>
  addMerge(rows: MergeRow[]): Promise<void>
  /** Throws Postgres' unique violation when the handle is taken. */
  setHandle(accountId: string, handle: string): Promise<void>
}

export function createAccountStore(connection: Connection): AccountStore {
  return {
    async findWallet(wallet) {
      const [row] = await connection.select().from(wallets).where(eq(wallets.address, wallet))
      return row ?? null
    },
    async findAccount(id) {
      const [row] = await connection.select().from(accounts).where(eq(accounts.id, id))
      return row ?? null
    },
    async findByHandle(handle) {
      const [row] = await connection.select().from(accounts).where(eq(accounts.handle, handle))
      return row ?? null
    },
    listWallets: (accountId) =>
      connection.select().from(wallets).where(eq(wallets.accountId, accountId)).orderBy(desc(wallets.primary), asc(wallets.linkedAt)),
    async createAccount() {
      const [row] = await connection.insert(accounts).values({}).returning({ id: accounts.id })
      if (!row) throw new Error('insert into accounts returned no row')
      return row
    },
    async removeAccount(id) {
      await connection.delete(accounts).where(and(eq(accounts.id, id)))
    },
    async addWallet(wallet, accountId, { primary, at }) {
      const namespace = wallet.startsWith('eip155:') ? 'eip155' : 'solana'
      const rows = await connection
        .insert(wallets)
        .values({ address: wallet, namespace, accountId, primary, linkedAt: at })
        .onConflictDoNothing({ target: wallets.address })
        .returning({ address: wallets.address })
      return rows.length > 0
    },
    hold: (...ids) => connection.select().from(accounts).where(inArray(accounts.id, ids)).orderBy(asc(accounts.id)).for('update'),
    async addLink(row) {
      await connection.insert(walletLinks).values(row)
    },
    async setHandle(accountId, handle) {
      await connection.update(accounts).set({ handle }).where(eq(accounts.id, accountId))
    },
    ...movesOf(connection),
  }
}

type Moves = Pick<AccountStore, 'removeWallet' | 'setPrimary' | 'moveAccount' | 'addMerge'>

function movesOf(connection: Connection): Moves {
  return {
    async removeWallet(wallet, accountId) {
      await connection.delete(wallets).where(and(eq(wallets.address, wallet), eq(wallets.accountId, accountId)))
      await connection.insert(formerWallets).values({ wallet, accountId })
    },
    async setPrimary(accountId, wallet) {
      await connection.update(wallets).set({ primary: false }).where(eq(wallets.accountId, accountId))
      await connection
        .update(wallets)
        .set({ primary: true })
        .where(and(eq(wallets.accountId, accountId), eq(wallets.address, wallet)))
      const leaf = connection.select({ account: rollupWallets.account }).from(rollupWallets).where(eq(rollupWallets.wallet, wallet))
      await connection
        .update(accounts)
        .set({ slotIndex: sql`${leaf}` })
        .where(eq(accounts.id, accountId))
    },
    async moveAccount(from, into, at) {
      // First of all: a completion under way holds its primary wallet, and is waited for here.
      const moved = await connection
        .update(wallets)
        .set({ accountId: into, primary: false, linkedAt: at })
        .where(eq(wallets.accountId, from))
        .returning({ wallet: wallets.address })
      await connection.execute(sql`
        insert into ${formerWallets} (wallet, account_id, left_at)
        select wallet, ${into}::uuid, left_at from ${formerWallets} where account_id = ${from} on conflict do nothing`)
      if (moved.length > 0) await connection.insert(formerWallets).values(moved.map(({ wallet }) => ({ wallet, accountId: from })))
      const [old] = await connection.select({ handle: accounts.handle }).from(accounts).where(eq(accounts.id, from))
      const [now] = await connection.select({ handle: accounts.handle }).from(accounts).where(eq(accounts.id, into))
      const taken = now?.handle === null && old?.handle
      await connection
        .update(accounts)
        .set({ slotIndex: null, ...(taken ? { handle: null } : {}) })
        .where(eq(accounts.id, from))
      if (taken) await connection.update(accounts).set({ handle: taken }).where(eq(accounts.id, into))
      await connection
        .update(accounts)
        .set({ mergedInto: into })
        .where(or(eq(accounts.id, from), eq(accounts.mergedInto, from)))
    },
    async addMerge(rows) {
      await connection.insert(accountMerges).values(rows)
    },
  }
}
