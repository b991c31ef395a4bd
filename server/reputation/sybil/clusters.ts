import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import type { Text } from '#server/verify/verdict.ts'
import { sameSequence, sameTiming } from './behaviourSignals.ts'
import { byText, type Facts, groupBy, type PairSignal, type SignalCode, unique } from './facts.ts'
import { fanOuts, sharedFunding } from './fundingSignals.ts'
import type { Policy, PolicyData } from './policy.ts'
import { signalText } from './texts.ts'
import { movedAccounts, sharedWallets, transferSignals } from './walletSignals.ts'

export type Signal = { code: SignalCode; strength: number; text: Text; evidence: string[] }

/** `none`: an appeal was upheld. `watch`: shown, without effect. `flagged`: shown, and rewards are capped (`capRewards.ts`). */
export type Flag = 'none' | 'watch' | 'flagged'

/** Accounts that look like one person's, and every reason why. `clusterId` is the digest of the sorted accounts: another member, another cluster. */
export type Cluster = { clusterId: Hex; accounts: string[]; signals: Signal[]; flag: Flag }

export type Clusters = { version: number; policyHash: Hex; clusters: Cluster[] }

const detectors = [sharedWallets, movedAccounts, transferSignals, sharedFunding, fanOuts, sameTiming, sameSequence]

/**
 * Clusters of two accounts and more. Two accounts are linked when the strengths between them, the strongest of each code, sum to the policy's
 * `link`; linked accounts, and those linked to them, are one cluster. `upheld`: ids of clusters whose appeal was upheld; they stay visible without a
 * flag, and only as long as no account joins them. Nothing depends on the order of facts, or on accounts that share no fact with a cluster.
 */
export function findClusters({ data, hash }: Policy, facts: Facts, upheld: ReadonlySet<string> = new Set()): Clusters {
  const signals = detectors.flatMap((detect) => detect(data, facts))
  const roots = union(linkedPairs(data, signals))
  const members = groupBy([...roots.keys()].sort(byText), (account) => roots.get(account) ?? account)
  const inside = signals.filter(({ accounts: [a, b] }) => roots.has(a) && roots.get(a) === roots.get(b))
  const byCluster = groupBy(inside, ({ accounts: [a] }) => roots.get(a) ?? a)
  const clusters = [...members].map(([root, accounts]) => clusterOf(data, accounts, { seen: byCluster.get(root) ?? [], upheld }))
  return { version: data.version, policyHash: hash, clusters }
}

export const clusterId = (accounts: readonly string[]): Hex =>
  canonicalDigest({ format: 'cairn-cluster', accounts: [...accounts].sort(byText) })

function linkedPairs({ link }: PolicyData, signals: readonly PairSignal[]): (readonly [string, string])[] {
  return [...groupBy(signals, ({ accounts }) => JSON.stringify(accounts)).values()].flatMap((between) => {
    const best = [...groupBy(between, ({ code }) => code).values()].map((found) => strongest(found))
    const total = best.reduce((sum, strength) => sum + strength, 0)
    return total >= link ? (between[0]?.accounts ? [between[0].accounts] : []) : []
  })
}

/** Union-find with halving paths: the representative of every account that has a link. */
function union(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const parents = new Map<string, string>()
  const find = (account: string): string => {
    let at = account
    for (let parent = parents.get(at) ?? at; parent !== at; parent = parents.get(at) ?? at) {
      const above = parents.get(parent) ?? parent
      parents.set(at, above)
      at = above
    }
    return at
  }
  for (const [a, b] of pairs) {
    const [first, second] = [find(a), find(b)]
    parents.set(first, first)
    parents.set(second, first)
  }
  return new Map([...parents.keys()].map((account) => [account, find(account)]))
}

function clusterOf(data: PolicyData, accounts: string[], context: { seen: readonly PairSignal[]; upheld: ReadonlySet<string> }): Cluster {
  const id = clusterId(accounts)
  const groups = groupBy(context.seen, ({ code, subject }) => JSON.stringify([code, subject]))
  const signals = [...groups.values()].flatMap((found) => signalOf(data, found))
  signals.sort((a, b) => b.strength - a.strength || byText(a.code, b.code) || byText(a.text.en, b.text.en))
  const classes = new Set(signals.map(({ code }) => data.classes[code])).size
  const many = accounts.length >= data.flagged.accounts && classes >= data.flagged.classes
  return { clusterId: id, accounts, signals, flag: context.upheld.has(id) ? 'none' : many ? 'flagged' : 'watch' }
}

/** All pairs of one code and subject in one sentence. */
function signalOf(data: PolicyData, found: readonly PairSignal[]): Signal[] {
  const [first] = found
  if (!first) return []
  const accounts = new Set(found.flatMap((pair) => pair.accounts)).size
  const measure = found.reduce((most, pair) => Math.max(most, pair.measure), 0)
  const text = signalText(data, first.code, { accounts, subject: first.subject, measure })
  return [{ code: first.code, strength: strongest(found), text, evidence: unique(found.flatMap(({ evidence }) => evidence)) }]
}

const strongest = (found: readonly PairSignal[]): number => found.reduce((most, { strength }) => Math.max(most, strength), 0)
