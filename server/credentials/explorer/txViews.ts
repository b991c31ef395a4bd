import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { type InboxKind, inboxKinds } from '#server/rollup/protocol/tx/inboxTx.ts'
import { type LedgerKind, ledgerKinds } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { Text } from '#server/verify/verdict.ts'

/** How a tx came into the slot: minted or opened by the platform, signed by an account, or sent through L2's inbox. */
export const txLanes = ['mint', 'openAccount', 'ledger', 'inbox'] as const
export type TxLane = (typeof txLanes)[number]
export type TxKind = 'mint' | 'openAccount' | LedgerKind | InboxKind

/** What a list of txs can be narrowed to: a lane, or one kind of the two lanes that have several. */
export const txFilters = [...txLanes, ...ledgerKinds, ...inboxKinds] as const
export type TxFilter = (typeof txFilters)[number]
export const txStates = ['accepted', 'batched', 'proposed', 'proven', 'final', 'refused'] as const
export type TxState = (typeof txStates)[number]

/**
 * A slot account and the wallet behind it, as far as that is known; no index before a batch opened it. `member`: it has a page on this
 * site.
 */
export type SlotMember = { index: number | null; handle: string | null; wallet: string | null; member: boolean }
/** A quest of the slot; `slug` and `title` when it is one of this site's. */
export type QuestRef = { index: number; slug: string | null; title: Text | null }
/** In the token's smallest unit, decimal. */
export type Amount = { token: number; value: string }

/** What a tx is about: all that the sentence about it names. */
export type TxSubject = {
  amount: Amount | null
  /** L2 address. */
  recipient: string | null
  /** The other account: who is paid or merged into. */
  other: SlotMember | null
  quest: QuestRef | null
  /** Leaf in the credentials tree. */
  credential: number | null
}

/**
 * A tx of the slot as lists show it. `id`: hash of a ledger tx, `inbox-` and the index of an inbox item, else a UUID. `at`: when the slot
 * acknowledged it, or saw it in L2's finalized blocks. `account`: who signed it or whom it is for. An inbox item that the slot refused is a
 * no-op in its batch.
 */
export type TxView = {
  id: string
  lane: TxLane
  kind: TxKind
  state: CredentialState
  batch: number | null
  at: string
  account: SlotMember | null
  subject: TxSubject
}

export type FieldType =
  | 'account'
  | 'address'
  | 'amount'
  | 'credential'
  | 'flag'
  | 'hex'
  | 'number'
  | 'quest'
  | 'seconds'
  | 'time'
  | 'token'
  | 'wallet'

/**
 * A field of a tx by its name in the protocol. `value`: decimal, 0x hex, `true` or `false`; of a wallet, its id, or the digest of a Solana
 * key.
 */
export type TxField = { name: string; type: FieldType; value: string; token?: number }

/**
 * L2 transactions that carried a tx, as far as they are known. `item`: queued it in the inbox; `finalize`: only when finality needed one of
 * its own.
 */
export type TxTrail = { item: string | null; propose: string | null; vote: string | null; finalize: string | null; pay: string | null }

/** Everything about one tx. Times are ISO 8601. */
export type TxDetail = TxView & {
  fields: TxField[]
  nonce: number | null
  fee: Amount | null
  /** Wallet that authorised an inbox item on L2. */
  authoriser: TxField | null
  /** Why the slot refused it: a stable reason. */
  refusal: string | null
  /** The ten words of a ledger tx or inbox item, 0x hex. */
  words: string[]
  trail: TxTrail
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
    paidAt: string | null
  }
  /** Of a withdrawal or refund that was paid: true when the recipient refused the payment and the bridge keeps it. */
  kept: boolean | null
}
