import type { Connection } from '#drizzle/client.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** A mint for the slot; `key` names it, so that sending it twice is sending it once. */
export type MintTx = {
  key: string
  payload: { credentialId: string; accountId: string; wallet: string; questIndex: number; evidenceDigest: Hex }
  requestId?: string | undefined
}

/** Terms of a quest as the slot keeps them. Times are unix seconds; `category` is the index in `categories`. */
export type SlotQuest = {
  questIndex: number
  /** Leaf of the quest that it follows: one family. */
  previous?: number
  rulesHash: Hex
  opensAt: number
  closesAt: number
  supply: number
  points: number
  category: number
  expiresAfterSeconds: number
  /** Coins (wei, decimal) that each completion reserves, and the pool that they come from. */
  reward?: { perMint: string; pool: string }
  /** Coins that each completion pays to who leads the slot, likewise. Only projects pay any so far. */
  fee?: { perMint: string; pool: string }
  /** Key of the space's own signer, as hex; absent: the platform issues. */
  issuerKey?: { x: Hex; y: Hex }
}

/** Ledger txs that a member signed in the browser, ten words each, in the order in which the slot takes them. */
export type SignedTxs = { account: number; words: readonly (readonly bigint[])[]; requestId?: string | undefined }

/** What quests ask of the slot. Both write rows in the caller's transaction: a quest or a mint is asked for when, and only when, it commits. */
export type SlotPort = {
  submitMint(connection: Connection, tx: MintTx): Promise<{ id: string }>
  /** Has the quest opened through the L2 inbox by the platform's key; idempotent by quest index. */
  openQuest(connection: Connection, quest: SlotQuest, requestId?: string): Promise<void>
  /**
   * Hands the slot what was signed, all of it or nothing; answers the hashes. Throws `rollup.refused` (signature, nonce, key), `quest.funds-short` when the
   * account's vaults hold less than these txs take.
   */
  acceptSigned(connection: Connection, txs: SignedTxs): Promise<Hex[]>
  /** A quest's terms as the space's own signer issues it, where it has chosen one: with its key, and open for longer in the slot. */
  issued(connection: Connection, spaceId: string, quest: SlotQuest): Promise<SlotQuest>
  /** What the account's vaults hold and nothing that waits will take, by token. */
  available(connection: Connection, account: number, tokens: readonly number[]): Promise<Map<number, bigint>>
}
