import type { Hex } from '#server/shared/bytes.ts'
import type { Text } from '#server/verify/verdict.ts'

/** A token of the slot. Token 0 is L2's own coin and has no address. */
export type TokenView = { id: number; symbol: string; decimals: number; address: Hex | null }

/**
 * How a holder hands a token over by a signature alone: EIP-3009, else EIP-2612; null when the token knows neither, and then it is not taken, because
 * nobody is asked for an approval. `domain`: EIP-712's, as the token's own separator confirms it. `nonce`: EIP-2612's next. `balance`: what the holder has.
 */
export type DepositTerms = {
  by: 'eip3009' | 'eip2612' | null
  domain: { name: string; version: string } | null
  nonce: string
  balance: string
}

/** Where the slot is, for what a wallet signs and sends. `inboxFee`: wei that an item of the inbox costs now; null while L2 does not answer. */
export type SlotView = { chainId: number; rollup: Hex; inbox: Hex; inboxFee: string | null; tokens: TokenView[] }

/** `opening`: a batch with it is not final yet, so nothing may be paid to its index. `wallet` alone sets keys and is derived from. */
export type SlotAccountView = { index: number | null; wallet: string; state: 'none' | 'opening' | 'ready' }

/**
 * `set`: this key signs. `sent`: on its way, the account has no key yet. `replacing`: the old key is stopped, the new one acts at `activeAt` (ISO 8601).
 * `number`: of the newest key that the slot took; the next one is one higher. x and y are 0x hex.
 */
export type KeyView = {
  state: 'none' | 'sent' | 'set' | 'replacing'
  x: Hex | null
  y: Hex | null
  activeAt: string | null
  number: number | null
}

/** Amounts are decimal strings in the token's smallest unit. `available` leaves out what waiting txs take. */
export type BalanceView = { token: number; amount: string; available: string }

export type ClaimableView = { credential: number; quest: { slug: string; title: Text }; token: number; amount: string }

export type MoveKind =
  | 'deposit'
  | 'withdraw'
  | 'forcedWithdraw'
  | 'refund'
  | 'sent'
  | 'received'
  | 'claim'
  | 'setKey'
  | 'fund'
  | 'close'
  | 'other'

/**
 * `sent`: the member's wallet or the platform sent it to L2. `seen`: L2 has it, not final there yet. The rest is the life of a tx of the slot;
 * `paid`: out on L2.
 */
export type MoveState = 'sent' | 'seen' | 'accepted' | 'batched' | 'proposed' | 'proven' | 'final' | 'paid' | 'refused'

/** One line of the history. Times are ISO 8601. */
export type MoveView = {
  id: string
  kind: MoveKind
  token: number
  /** Decimal string; null for what moves no money. */
  amount: string | null
  /** Who is on the other side: an L2 address, a member, a quest. */
  party:
    | { kind: 'address'; address: string }
    | { kind: 'member'; name: string; index: number }
    | { kind: 'quest'; slug: string; title: Text }
    | null
  state: MoveState
  /** Why the slot refused it: a stable reason. */
  refusal: string | null
  batch: number | null
  /** The L2 transaction that brought it, and the one that paid it. */
  l2Tx: string | null
  payTx: string | null
  times: { acceptedAt: string; sealedAt: string | null; provenAt: string | null; finalAt: string | null; paidAt: string | null }
}

/** `accounts`: slot accounts of all the member's wallets; `account` is the one that the rest is about. */
export type MoneyView = {
  slot: SlotView
  account: SlotAccountView
  accounts: { wallet: string; index: number; primary: boolean }[]
  key: KeyView
  balances: BalanceView[]
  claimable: ClaimableView[]
  moves: MoveView[]
}
