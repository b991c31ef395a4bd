import { and, asc, desc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, walletLinks, wallets } from '#drizzle/schema/index.ts'
import type { WalletId } from '#server/auth/walletId.ts'

export type AccountRow = { id: string; handle: string | null; slotIndex: number | null; createdAt: Date }
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

export type AccountStore = {
  findWallet(wallet: string): Promise<WalletRow | null>
  findAccount(id: string): Promise<AccountRow | null>
  findByHandle(handle: string): Promise<AccountRow | null>
  /** Primary first, then by time of linking. */
  listWallets(accountId: string): Promise<WalletRow[]>
  createAccount(): Promise<{ id: string }>
  removeAccount(id: string): Promise<void>
  /** False when the wallet is already someone's. */
  addWallet(wallet: WalletId, accountId: string, primary: boolean): Promise<boolean>
  addLink(row: LinkRow): Promise<void>
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
    async addWallet(wallet, accountId, primary) {
      const namespace = wallet.startsWith('eip155:') ? 'eip155' : 'solana'
      const rows = await connection
        .insert(wallets)
        .values({ address: wallet, namespace, accountId, primary })
        .onConflictDoNothing({ target: wallets.address })
        .returning({ address: wallets.address })
      return rows.length > 0
    },
    async addLink(row) {
      await connection.insert(walletLinks).values(row)
    },
    async setHandle(accountId, handle) {
      await connection.update(accounts).set({ handle }).where(eq(accounts.id, accountId))
    },
  }
}
