/**
 * What is known about the wallets of accounts. Gathered by whoever reads chains; everything here is public. Accounts, wallets (CAIP-10), sources
 * and deeds are compared as they are written. Times are unix seconds. `ref` names what was seen, such as a chain and transaction hash.
 */
export type Facts = {
  /** Every link there ever was: a wallet that left an account stays in the list. */
  wallets: readonly { account: string; wallet: string; ref: string }[]
  /**
   * First incoming transfer of a wallet on a chain. When a contract paid it out, the source is who called the contract. `transfers`: how many plain
   * transfers the amount could pay for at that moment, rounded down. `used`: the wallet's first own transaction came before any other funds.
   */
  fundings: readonly { wallet: string; source: string; time: number; transfers: number; used: boolean; ref: string }[]
  /** What is known of sources: how many addresses each has ever funded, and what it is when somebody labelled it. */
  sources: readonly { source: string; degree: number; label?: SourceLabel }[]
  /** What accounts did: one entry each time. Two entries with one `deed` are the same thing done, such as one step of one quest. */
  deeds: readonly { account: string; deed: string; time: number; ref: string }[]
  /** Transfers between wallets that belong, or belonged, to accounts. */
  transfers: readonly { from: string; to: string; ref: string }[]
  /** Accounts that were moved into another account. */
  moves: readonly { from: string; to: string; ref: string }[]
}

/** Sources that serve everybody: sharing one says nothing about two accounts. */
export type SourceLabel = 'exchange' | 'bridge' | 'faucet'

export const signalCodes = [
  'shared-wallet',
  'moved-account',
  'shared-funding',
  'dust-fan-out',
  'transfers',
  'same-timing',
  'same-sequence',
] as const
export type SignalCode = (typeof signalCodes)[number]

/** One code seen between two accounts (`accounts` sorted). */
export type PairSignal = {
  code: SignalCode
  accounts: readonly [string, string]
  /** What they share, where it has a name: a wallet, a source. */
  subject: string
  /** 0 to 100. */
  strength: number
  /** What the text counts: seconds, transfers or deeds. */
  measure: number
  evidence: string[]
}

/** Both orders of two accounts are one pair. */
export const pairOf = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

/** Pairs of a sorted list: each with the `reach` that follow it, so that a large group costs no square. Neighbours still connect all of it. */
export function pairsOf<T>(members: readonly T[], reach: number): (readonly [T, T])[] {
  return members.flatMap((a, i) => members.slice(i + 1, i + 1 + reach).map((b) => [a, b] as const))
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const unique = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(byText)

/** Groups in the order of their first member. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
