import { byText, type Facts, groupBy, type PairSignal, pairOf, pairsOf } from './facts.ts'
import type { PolicyData } from './policy.ts'
import { holdersOf } from './walletSignals.ts'

type Funding = Facts['fundings'][number] & { account: string }

/**
 * First money from one source. Labelled sources (exchanges, bridges, faucets) and popular ones count nothing: their customers share nothing else.
 * A source whose degree nobody knows counts as popular. Funds that a wallet did not use count nothing either: anyone can send them to anyone.
 */
export function sharedFunding(policy: PolicyData, facts: Facts): PairSignal[] {
  const degrees = new Map(facts.sources.map(({ source, degree, label }) => [source, label ? Number.POSITIVE_INFINITY : degree]))
  return [...fundingsBySource(facts)].flatMap(([source, fundings]) => {
    const wallets = new Set(fundings.map(({ wallet }) => wallet)).size
    const accounts = new Set(fundings.map(({ account }) => account)).size
    const degree = Math.max(wallets, accounts, degrees.get(source) ?? Number.POSITIVE_INFINITY)
    if (degree > policy.funding.degree) return []
    const used = fundings.filter((funding) => funding.used)
    return pairsOf(used, used.length).flatMap(([a, b]) => sharedSource(policy, a, b))
  })
}

function sharedSource({ funding }: PolicyData, a: Funding, b: Funding): PairSignal[] {
  const gap = b.time - a.time
  const step = funding.steps.find(({ within }) => gap <= within)
  return step ? pairSignal('shared-funding', a, b, step.strength) : []
}

/**
 * Just enough for fees, to many, in a short time. This has no limit of degree, else a farm would only have to be large; it is no link by itself,
 * because an unlabelled faucet looks the same.
 */
export function fanOuts({ fanOut, reach }: PolicyData, facts: Facts): PairSignal[] {
  const labelled = new Set(facts.sources.flatMap(({ source, label }) => (label ? [source] : [])))
  return [...fundingsBySource(facts)].flatMap(([source, all]) => {
    if (labelled.has(source)) return []
    const dust = all.filter(({ transfers, used }) => used && transfers <= fanOut.transfers)
    const near = pairsOf(inFanOut(fanOut, dust), reach).filter(([a, b]) => b.time - a.time <= fanOut.within)
    return near.flatMap(([a, b]) => pairSignal('dust-fan-out', a, b, fanOut.strength))
  })
}

/** Those fundings, of a list in order of time, that lie in some window with enough different accounts. */
function inFanOut({ accounts, within }: PolicyData['fanOut'], dust: readonly Funding[]): Funding[] {
  const inside = new Set<Funding>()
  const present = new Map<string, number>()
  let start = 0
  let marked = 0
  for (const [end, funding] of dust.entries()) {
    present.set(funding.account, (present.get(funding.account) ?? 0) + 1)
    for (let first = dust[start]; first && funding.time - first.time > within; first = dust[++start]) {
      const left = (present.get(first.account) ?? 1) - 1
      if (left === 0) present.delete(first.account)
      else present.set(first.account, left)
    }
    if (present.size < accounts) continue
    for (marked = Math.max(marked, start); marked <= end; marked++) {
      const member = dust[marked]
      if (member) inside.add(member)
    }
  }
  return [...inside]
}

function pairSignal(code: 'shared-funding' | 'dust-fan-out', a: Funding, b: Funding, strength: number): PairSignal[] {
  // One wallet that two accounts held one after the other is a signal of its own.
  if (a.account === b.account || a.wallet === b.wallet) return []
  return [{ code, accounts: pairOf(a.account, b.account), subject: a.source, strength, measure: b.time - a.time, evidence: [a.ref, b.ref] }]
}

/** Fundings with their accounts, in order of time, ties by account and wallet. */
function fundingsBySource(facts: Facts): Map<string, Funding[]> {
  const holders = holdersOf(facts)
  const fundings = facts.fundings.flatMap((funding) => (holders.get(funding.wallet) ?? []).map((account) => ({ ...funding, account })))
  const order = (a: Funding, b: Funding) =>
    a.time - b.time || byText(a.account, b.account) || byText(a.wallet, b.wallet) || byText(a.ref, b.ref)
  return groupBy(fundings.sort(order), ({ source }) => source)
}
