import { underCap } from '../formula/sums.ts'
import type { Cluster } from './clusters.ts'
import { byText } from './facts.ts'

/** A reward that an account has earned, in units of its token. `at`: when, unix seconds. */
export type Earned = { account: string; amount: bigint; at: number; ref: string }

/** `held` waits for an appeal: it is neither paid nor given to others. */
export type Payout = Earned & { paid: bigint; held: bigint; clusterId: Cluster['clusterId'] | null }

/**
 * What the rewards of one quest, in one token, pay out when all accounts of a flagged cluster together get `cap` at most; whoever earned first is
 * paid first. Accounts in no flagged cluster get everything. The order of the answer is that of `earned`.
 */
export function capRewards(clusters: readonly Cluster[], earned: readonly Earned[], cap: bigint): Payout[] {
  const flagged = clusters.filter(({ flag }) => flag === 'flagged')
  const clusterOf = new Map(flagged.flatMap(({ clusterId, accounts }) => accounts.map((account) => [account, clusterId] as const)))
  const capped = earned.filter(({ account }) => clusterOf.has(account))
  capped.sort((a, b) => a.at - b.at || byText(a.account, b.account) || byText(a.ref, b.ref))
  const given = underCap(
    cap,
    capped.map(({ amount }) => amount),
    capped.map(({ account }) => clusterOf.get(account)),
  )
  const paidOf = new Map(capped.map((reward, i) => [reward, given[i] ?? 0n]))
  return earned.map((reward) => {
    const paid = paidOf.get(reward) ?? reward.amount
    return { ...reward, paid, held: reward.amount - paid, clusterId: clusterOf.get(reward.account) ?? null }
  })
}
