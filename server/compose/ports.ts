import type { WalletId } from '#server/auth/walletId.ts'

/** Pays test coins. Throws `funds.not-local` anywhere but on local chains. */
export type FaucetPort = {
  fund(input: {
    wallet: WalletId
  }): Promise<{ wallet: WalletId; transfers: { chain: string; transaction: string | null; amount: string; symbol: string }[] }>
}

/** Makes the portable document of a credential by its leaf; null while it is in no batch. */
export type ExportPort = { exportCredential(index: number): Promise<Record<string, unknown> | null> }
