import type { Connection } from '#drizzle/client.ts'
import type { GrumpkinPoint, SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** What a mint asks of the slot: one credential for the account of a wallet. */
export type MintPayload = {
  credentialId: string
  accountId: string
  /** Primary wallet of the account; the slot account is opened for it when there is none. */
  wallet: string
  questIndex: number
  evidenceDigest: Hex
}

export type OpenAccountPayload = { wallet: string; accountId?: string }

export type SealedMint = {
  credentialId: string
  accountId: string
  /** The holder's slot account. */
  account: number
  /** Leaf in the credentials tree. */
  index: number
  serial: number
  /** Unix seconds. */
  issuedAt: number
  evidenceRoot: Hex
  /** Position of the credential's digest under `evidenceRoot`. */
  position: number
}

export type SealedBatch = {
  number: number
  /** Slot accounts opened in this batch. */
  accounts: { wallet: string; accountId?: string; index: number }[]
  mints: SealedMint[]
  /** Quests whose opening was applied. */
  questsOpened: number[]
  /** Rows of txs by which accounts opened quests with their own key. */
  openingTxs: string[]
  /** Leaves of the credentials that their issuers took back. */
  revoked: number[]
}

/** What rooms to the right write when a batch is sealed or taken back, or txs are refused, in the same transaction. */
export type SealedPort = {
  sealed(connection: Connection, batch: SealedBatch): Promise<void>
  /** Called before the rows of batches >= `fromBatch` go. */
  unsealed(connection: Connection, fromBatch: number): Promise<void>
  /** Called after these txs were refused. */
  refused?(connection: Connection, txIds: readonly string[]): Promise<void>
}

/**
 * Signs as the issuer of a quest, whose leaf names `key`. `elsewhere`: the key is somebody else's, who is asked apart from any batch (`issuer/`); null: it does
 * not sign now. Either way its mints wait, nobody else's do.
 */
export type IssuerPort = {
  sign(quest: number, message: bigint, key: GrumpkinPoint): Promise<SchnorrSignature | 'elsewhere' | null>
}
