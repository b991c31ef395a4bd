import { type Facts, groupBy, type PairSignal, pairOf, pairsOf, unique } from './facts.ts'
import type { PolicyData } from './policy.ts'

/** Accounts by each wallet that they hold or held. */
export function holdersOf({ wallets }: Facts): Map<string, string[]> {
  const byWallet = groupBy(wallets, ({ wallet }) => wallet)
  return new Map([...byWallet].map(([wallet, links]) => [wallet, unique(links.map(({ account }) => account))]))
}

/** One wallet that was linked to two accounts, one after the other: whoever holds its key stood behind both. */
export function sharedWallets(policy: PolicyData, { wallets }: Facts): PairSignal[] {
  return [...groupBy(wallets, ({ wallet }) => wallet)].flatMap(([wallet, links]) => {
    const refs = groupBy(links, ({ account }) => account)
    return pairsOf(unique(refs.keys()), policy.reach).map((accounts): PairSignal => {
      const evidence = accounts.flatMap((account) => (refs.get(account) ?? []).map(({ ref }) => ref))
      return { code: 'shared-wallet', accounts, subject: wallet, strength: policy.sharedWallet, measure: 0, evidence }
    })
  })
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

type Transfer = Facts['transfers'][number] & { accounts: readonly [string, string]; sender: string }

/**
 * Value sent between the wallets of two accounts, both ways: what one side sends alone, it could send to anybody. A wallet that deals with many
 * accounts (a shop, a treasury) says nothing about any.
 */
export function transferSignals(policy: PolicyData, facts: Facts): PairSignal[] {
  const between = quietTransfers(policy.transfers.degree, facts)
  return [...groupBy(between, ({ accounts }) => JSON.stringify(accounts)).values()].flatMap((found) => {
    const sent = groupBy(found, ({ sender }) => sender)
    const [there, back] = [...sent.values()].map((transfers) => unique(transfers.map(({ ref }) => ref)))
    const accounts = found[0]?.accounts
    if (!there || !back || !accounts) return []
    const measure = Math.min(there.length, back.length)
    const step = policy.transfers.steps.find(({ from }) => measure >= from)
    return step
      ? [{ code: 'transfers', accounts, subject: '', strength: step.strength, measure, evidence: [...there, ...back] } as const]
      : []
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
    return pairs.map(([a, b]) => ({ ...transfer, accounts: pairOf(a, b), sender: a }))
  })
  const popular = (wallet: string) => (partners.get(wallet)?.size ?? 0) > degree
  return between.filter(({ from, to }) => !popular(from) && !popular(to))
}

function note(partners: Map<string, Set<string>>, wallet: string, account: string) {
  const known = partners.get(wallet) ?? new Set()
  partners.set(wallet, known.add(account))
}
