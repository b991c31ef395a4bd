import { type Facts, groupBy, type PairSignal, pairOf, pairsOf, unique } from './facts.ts'
import type { PolicyData } from './policy.ts'

/** Accounts by each wallet that they hold or held. */
export function holdersOf({ wallets }: Facts): Map<string, string[]> {
  const byWallet = groupBy(wallets, ({ wallet }) => wallet)
  return new Map([...byWallet].map(([wallet, links]) => [wallet, unique(links.map(({ account }) => account))]))
}

/** One wallet that was linked to two accounts, one after the other: whoever holds its key stood behind both. */
export function sharedWallets(policy: PolicyData, { wallets }: Facts): PairSignal[] {
  return [...groupBy(wallets, ({ wallet }) => wallet)].flatMap(([wallet, links]) =>
    pairsOf(unique(links.map(({ account }) => account)), policy.reach).map((accounts): PairSignal => {
      const evidence = links.filter(({ account }) => accounts.includes(account)).map(({ ref }) => ref)
      return { code: 'shared-wallet', accounts, subject: wallet, strength: policy.sharedWallet, measure: 0, evidence }
    }),
  )
}

/** An account that was moved into another. */
export function movedAccounts(policy: PolicyData, { moves }: Facts): PairSignal[] {
  return moves
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, ref }): PairSignal => {
      const accounts = pairOf(from, to)
      return { code: 'moved-account', accounts, subject: '', strength: policy.movedAccount, measure: 0, evidence: [ref] }
    })
}

type Transfer = Facts['transfers'][number] & { accounts: readonly [string, string] }

/** Value sent between the wallets of two accounts. A wallet that deals with many accounts (a shop, a treasury) says nothing about any. */
export function transferSignals(policy: PolicyData, facts: Facts): PairSignal[] {
  const between = quietTransfers(policy.transfers.degree, facts)
  return [...groupBy(between, ({ accounts }) => JSON.stringify(accounts)).values()].flatMap((found) => {
    const evidence = unique(found.map(({ ref }) => ref))
    const step = policy.transfers.steps.find(({ from }) => evidence.length >= from)
    const accounts = found[0]?.accounts
    if (!step || !accounts) return []
    return [{ code: 'transfers', accounts, subject: '', strength: step.strength, measure: evidence.length, evidence } as const]
  })
}

function quietTransfers(degree: number, facts: Facts): Transfer[] {
  const holders = holdersOf(facts)
  const accountsOf = (wallet: string) => {
    const accounts = holders.get(wallet) ?? []
    return accounts.length > degree ? [] : accounts
  }
  const partners = new Map<string, Set<string>>()
  const between = facts.transfers.flatMap((transfer) => {
    const pairs = accountsOf(transfer.from).flatMap((a) => accountsOf(transfer.to).flatMap((b) => (a === b ? [] : [[a, b] as const])))
    for (const [a, b] of pairs) {
      note(partners, transfer.from, b)
      note(partners, transfer.to, a)
    }
    return pairs.map(([a, b]) => ({ ...transfer, accounts: pairOf(a, b) }))
  })
  const popular = (wallet: string) => (partners.get(wallet)?.size ?? 0) > degree
  return between.filter(({ from, to }) => !popular(from) && !popular(to))
}

function note(partners: Map<string, Set<string>>, wallet: string, account: string) {
  const known = partners.get(wallet) ?? new Set()
  partners.set(wallet, known.add(account))
}
