import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { LedgerKind, SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { Withdrawal } from '#server/rollup/protocol/tx/withdraw.ts'
import type { Hex } from '#server/shared/bytes.ts'
import type { TxRefusal } from './applyTx.ts'
import type { SlotState } from './slotState.ts'

/** What the engine's functions take from outside: only the hash. */
export type EngineDeps = { hasher: Hasher }

/** Which slot this is: an L2 chain (EIP-155 number) and the slot's rollup contract on it. */
export type SlotDomain = { chainId: number; rollup: Hex }

/** A mint group as the issuer is asked to sign it. Times are unix seconds. */
export type DraftGroup = {
  quest: number
  /** Slot accounts in the order of their serials; at least one. */
  accounts: readonly number[]
  /** 3-ary root of the members' evidence digests, member i at position i. */
  evidenceRoot: bigint
  validUntil: number
}

export type SignedGroup = DraftGroup & { signature: { s: bigint; e: bigint } }

/** An item of the L2 inbox as the contract stores it: `entryWords` words. */
export type InboxItem = { words: readonly bigint[] }

/** What a sequencer wants in the next batch. Sections are applied in this order, the leader's fees last. */
export type BatchDraft = {
  circuit: CircuitName
  number: number
  /** Unix seconds. */
  timestamp: number
  domain: SlotDomain
  /** Slot account that is credited with the fees. */
  leader: number
  /** Wallet words (`walletWord(id)` of protocol/tx/openAccount.ts). */
  opens: readonly bigint[]
  groups: readonly SignedGroup[]
  /** In this order; one that is refused refuses the batch. */
  ledger: readonly SignedLedgerTx[]
  /** Consecutive items; the first has index `oldInboxIndex`. */
  inbox: readonly InboxItem[]
  oldInboxIndex: number
}

export type MintedCredential = { group: number; member: number; account: number; index: number; serial: number }

/** One change of a balance: out of the vault when the amount is negative. */
export type VaultMove = { account: number; token: number; amount: bigint }

/** What an accepted entry moved, in order (F, X, Y of the README); fees are part of it, changes by 0 are left out. */
export type EntryMoves = {
  moves: readonly VaultMove[]
  /** Payable on L2 once the batch is final. */
  withdrawal?: Withdrawal
}

/** What `applyTx` says of an accepted entry. `newAccount`: the account that a deposit to `newAccount` opened. */
export type EntryEffect = EntryMoves & { fee: bigint; newAccount?: number }

export type LedgerOutcome = EntryMoves & { kind: LedgerKind; fee: bigint }

/** `reason`: why it was not applied. */
export type InboxOutcome = EntryMoves & { applied: boolean; reason?: TxRefusal; newAccount?: number }

/** Where things of the draft ended up in the trees. */
export type BatchPositions = {
  /** Account index of each wallet of `opens`. */
  opens: readonly number[]
  credentials: readonly MintedCredential[]
  ledger: readonly LedgerOutcome[]
  inbox: readonly InboxOutcome[]
}

export type BuiltBatch = {
  circuit: CircuitName
  number: number
  timestamp: number
  /** The padded layout. */
  words: readonly bigint[]
  calldata: { words: Hex; lengths: bigint }
  oldRoot: bigint
  newRoot: bigint
  /** Bit i: inbox item i was applied. */
  effects: number
  dataCommit: bigint
  /** keccak256 of the calldata words, 256 bits. */
  wordsHash: bigint
  challenge: bigint
  evaluation: bigint
  inboxFrom: number
  inboxTo: number
  /** `public.recipient` is 0: the prover sets it before proving. */
  inputs: CircuitInputs
  positions: BatchPositions
  /** The state after the batch: write it with `commitState`, then keep it with `settle`. The state it was built on stays as it was. */
  next: SlotState
}

/**
 * Why a batch is not possible. `reason` is stable (`mint.expired`, `header.number`, `words.malformed` …); `position` counts within the
 * section (for `words.malformed`: the word). `detail` is for people.
 */
export type BatchRefusal = {
  section: 'header' | 'opens' | 'groups' | 'ledger' | 'entries' | 'fees'
  position: number
  reason: BatchRefusalReason
  detail?: string
}

export type BatchRefusalReason =
  | TxRefusal
  | 'header.number'
  | 'header.inbox-index'
  | 'entries.inbox-hash'
  | 'fees.overflow'
  | 'words.malformed'

/** What was posted to L2 for one batch, and what the contract knows about it. */
export type PostedBatch = {
  circuit: CircuitName
  number: number
  timestamp: number
  domain: SlotDomain
  calldata: { words: Hex; lengths: bigint }
  /** keccak256 of each consumed inbox item, as the contract stored it, in order; left out = not compared. */
  inboxHashes?: readonly Hex[]
}

export type DerivedBatch = {
  oldRoot: bigint
  newRoot: bigint
  effects: number
  dataCommit: bigint
  positions: BatchPositions
  next: SlotState
}
