import type { Facts } from '#server/reputation/sybil/facts.ts'

export const noFacts: Facts = { wallets: [], fundings: [], sources: [], deeds: [], transfers: [], moves: [] }

export const joinFacts = (...parts: readonly Partial<Facts>[]): Facts => ({
  wallets: parts.flatMap(({ wallets }) => wallets ?? []),
  fundings: parts.flatMap(({ fundings }) => fundings ?? []),
  sources: parts.flatMap(({ sources }) => sources ?? []),
  deeds: parts.flatMap(({ deeds }) => deeds ?? []),
  transfers: parts.flatMap(({ transfers }) => transfers ?? []),
  moves: parts.flatMap(({ moves }) => moves ?? []),
})

const T = 1_800_000_000
export const walletOf = (account: string) => `eip155:1:${account}`

/** Accounts `a0`, `a1` … (or with another letter), each with one wallet. */
export const people = (count: number, letter = 'a'): string[] => Array.from({ length: count }, (_, i) => `${letter}${i}`)
export const owning = (accounts: readonly string[]): Partial<Facts> => ({
  wallets: accounts.map((account) => ({ account, wallet: walletOf(account), ref: `link ${account}` })),
})

/** Each wallet's first funds from one source, `apart` seconds from one to the next; `transfers` is how much, in plain transfers. */
export const funded = (
  accounts: readonly string[],
  source: string,
  { apart = 60, transfers = 5_000, used = true } = {},
): Partial<Facts> => ({
  fundings: accounts.map((account, i) => {
    return { wallet: walletOf(account), source, time: T + i * apart, transfers, used, ref: `fund ${account}` }
  }),
})

export const source = (name: string, degree: number, label?: 'exchange' | 'bridge' | 'faucet'): Partial<Facts> => ({
  sources: [{ source: name, degree, ...(label ? { label } : {}) }],
})

/** Everyone does `deeds` one after the other, an hour each; the next account follows `apart` seconds behind. */
export const doing = (accounts: readonly string[], deeds: readonly string[], apart: number): Partial<Facts> => ({
  deeds: accounts.flatMap((account, i) =>
    deeds.map((deed, n) => ({ account, deed, time: T + n * 3_600 + i * apart, ref: `${account} ${deed}` })),
  ),
})

export const deedsOf = (count: number, letter = 'd'): string[] => Array.from({ length: count }, (_, i) => `${letter}${i}`)

export const sending = (pairs: readonly (readonly [string, string])[]): Partial<Facts> => ({
  transfers: pairs.map(([from, to], i) => ({ from: walletOf(from), to: walletOf(to), ref: `send ${from} ${to} ${i}` })),
})
