import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameSequence, sameTiming } from '#server/reputation/sybil/behaviourSignals.ts'
import { capRewards, type Earned } from '#server/reputation/sybil/capRewards.ts'
import { type Cluster, clusterId, findClusters } from '#server/reputation/sybil/clusters.ts'
import type { Facts, PairSignal } from '#server/reputation/sybil/facts.ts'
import { fanOuts, sharedFunding } from '#server/reputation/sybil/fundingSignals.ts'
import { sybilV1 } from '#server/reputation/sybil/policy.ts'
import { sharedWallets, transferSignals } from '#server/reputation/sybil/walletSignals.ts'
import { joinFacts, walletOf } from './sybilWorld.ts'

const accounts = Array.from({ length: 12 }, (_, i) => `a${i}`)
const account = fc.constantFrom(...accounts)
const wallet = fc.constantFrom(...accounts.map(walletOf))
const at = fc.nat(20).map((n) => 1_800_000_000 + n * 120)
const ref = fc.uuid()

/** Few names, so that much is shared; every account has its wallet, some wallets had other accounts before. */
const facts: fc.Arbitrary<Facts> = fc
  .record({
    wallets: fc.array(fc.record({ account, wallet, ref }), { maxLength: 3 }),
    fundings: fc.array(
      fc.record({ wallet, source: fc.constantFrom('X', 'Y', 'Z'), time: at, transfers: fc.constantFrom(5, 500), used: fc.boolean(), ref }),
      {
        maxLength: 12,
      },
    ),
    sources: fc.constant([
      { source: 'X', degree: 12 },
      { source: 'Y', degree: 12, label: 'exchange' as const },
    ]),
    deeds: fc.array(fc.record({ account, deed: fc.nat(7).map((n) => `d${n}`), time: at, ref }), { maxLength: 80 }),
    transfers: fc.array(fc.record({ from: wallet, to: wallet, ref }), { maxLength: 6 }),
    moves: fc.array(fc.record({ from: account, to: account, ref }), { maxLength: 1 }),
  })
  .map((made) => joinFacts({ wallets: accounts.map((name) => ({ account: name, wallet: walletOf(name), ref: name })) }, made))

const shuffled = (of: Facts) =>
  fc.record({
    wallets: whole(of.wallets),
    fundings: whole(of.fundings),
    sources: whole(of.sources),
    deeds: whole(of.deeds),
    transfers: whole(of.transfers),
    moves: whole(of.moves),
  })
const whole = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })

/** The same facts under other names: nothing in common with the first. */
function renamed(of: Facts, mark: string): Facts {
  const rename = <T extends Record<string, unknown>>(rows: readonly T[]) =>
    rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, typeof value === 'string' && key !== 'label' ? mark + value : value]),
        ) as T,
    )
  return {
    wallets: rename(of.wallets),
    fundings: rename(of.fundings),
    sources: rename(of.sources),
    deeds: rename(of.deeds),
    transfers: rename(of.transfers),
    moves: rename(of.moves),
  }
}

const clustersOf = (of: Facts) => findClusters(sybilV1, of).clusters
const runs = { numRuns: 300 }

describe('clusters', () => {
  it('are found often enough for these properties to say something', () => {
    const sizes = fc.sample(facts, { numRuns: 200, seed: 8 }).map((of) => clustersOf(of).length)
    expect(sizes.filter((n) => n > 0).length).toBeGreaterThan(40)
    expect(sizes.filter((n) => n === 0).length).toBeGreaterThan(5)
  })

  it('do not depend on the order of facts', () => {
    fc.assert(
      fc.property(
        facts.chain((of) => fc.tuple(fc.constant(of), shuffled(of))),
        ([first, second]) => {
          expect(clustersOf(second)).toEqual(clustersOf(first))
        },
      ),
      runs,
    )
  })

  it('are not changed by accounts that share nothing with them', () => {
    fc.assert(
      fc.property(facts, facts, (ours, theirs) => {
        const [alone, others] = [clustersOf(ours), clustersOf(renamed(theirs, 'z'))]
        const sorted = (list: Cluster[]) => [...list].sort((a, b) => (a.clusterId < b.clusterId ? -1 : 1))
        expect(sorted(clustersOf(joinFacts(renamed(theirs, 'z'), ours)))).toEqual(sorted([...alone, ...others]))
      }),
      runs,
    )
  })

  it('are disjoint, of two accounts and more, named by their members, and never without reasons', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const clusters = clustersOf(of)
        const members = clusters.flatMap((cluster) => cluster.accounts)
        expect(new Set(members).size).toBe(members.length)
        for (const cluster of clusters) {
          expect(cluster.accounts.length).toBeGreaterThan(1)
          expect(cluster.clusterId).toBe(clusterId(cluster.accounts))
          expect(cluster.signals.length).toBeGreaterThan(0)
          const sum = cluster.signals.reduce((total, { strength }) => total + strength, 0)
          expect(sum).toBeGreaterThanOrEqual(sybilV1.data.link)
          for (const { strength, evidence, text } of cluster.signals) {
            expect(Number.isInteger(strength) && strength > 0 && strength <= 100).toBe(true)
            expect(evidence.length).toBeGreaterThan(0)
            expect(text.en).not.toBe(text.ja)
          }
          const classes = new Set(cluster.signals.map(({ code }) => sybilV1.data.classes[code]))
          expect(cluster.flag === 'flagged').toBe(cluster.accounts.length >= 3 && classes.size >= 2)
        }
      }),
      runs,
    )
  })

  it('never draw in somebody by what others send to them or copy from them', () => {
    const victim = 'victim'
    const own = walletOf(victim)
    const dust = {
      wallet: fc.constant(own),
      source: fc.constantFrom('X', 'Z'),
      time: at,
      transfers: fc.constantFrom(5, 500),
      used: fc.constant(false),
      ref,
    }
    const others = fc.record({
      copied: fc.boolean(),
      fundings: fc.array(fc.record(dust)),
      transfers: fc.array(fc.record({ from: wallet, to: fc.constant(own), ref })),
      deeds: fc.array(fc.record({ account: fc.constant(victim), deed: fc.nat(20).map((n) => `d${n}`), time: at, ref }), { maxLength: 20 }),
    })
    fc.assert(
      fc.property(facts, others, account, (around, { copied, fundings, transfers, deeds }, copier) => {
        const copies = deeds.map((deed) => ({ ...deed, account: copier, time: deed.time + 1, ref: `${deed.ref} copied` }))
        const wallets = [{ account: victim, wallet: own, ref: victim }]
        const all = joinFacts(around, { wallets, fundings, transfers, deeds: copied ? [...deeds, ...copies] : deeds })
        expect(clustersOf(all).flatMap((cluster) => cluster.accounts)).not.toContain(victim)
      }),
      { numRuns: 500 },
    )
  })

  it('hold no account about which nothing is shared', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const own = (name: string) => ({ deeds: of.deeds.map((deed) => ({ ...deed, account: name, deed: `own ${name} ${deed.deed}` })) })
        expect(clustersOf(joinFacts({ wallets: of.wallets.slice(0, accounts.length) }, ...accounts.map(own)))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('of a crowd that shares everything grow with the crowd, not with its square', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `m${i}`)
    const flood = joinFacts({
      wallets: many.flatMap((name) => [walletOf(name), 'shared'].map((held) => ({ account: name, wallet: held, ref: `${name} ${held}` }))),
      fundings: many.map((name, i) => ({ wallet: walletOf(name), source: 'X', time: i, transfers: 1, used: true, ref: `f ${name}` })),
      deeds: many.flatMap((name) => [0, 1, 2, 3, 4, 5].map((n) => ({ account: name, deed: `d${n}`, time: n, ref: `${name} ${n}` }))),
      transfers: many.map((name) => ({ from: walletOf(name), to: 'shared', ref: `t ${name}` })),
    })
    const pairs = (detect: (policy: typeof sybilV1.data, facts: Facts) => PairSignal[]) => detect(sybilV1.data, flood).length
    const most = many.length * sybilV1.data.reach
    for (const detect of [sharedWallets, fanOuts]) {
      expect(pairs(detect)).toBeGreaterThan(most / 2)
      expect(pairs(detect)).toBeLessThan(most)
    }
    for (const detect of [sharedFunding, sameTiming, sameSequence, transferSignals]) expect(pairs(detect)).toBe(0)
    expect(clustersOf(flood).map((cluster) => [cluster.accounts.length, cluster.flag])).toEqual([[1_000, 'flagged']])
  })
})

describe('reward caps', () => {
  const flagged = (members: string[], flag: Cluster['flag'] = 'flagged'): Cluster => ({
    clusterId: clusterId(members),
    accounts: members,
    signals: [],
    flag,
  })
  const earned: fc.Arbitrary<Earned[]> = fc.array(fc.record({ account, amount: fc.bigInt({ min: 0n, max: 1000n }), at: fc.nat(50), ref }), {
    maxLength: 30,
  })
  const clusters = [
    flagged(['a0', 'a1', 'a2']),
    flagged(['a3', 'a4', 'a5']),
    flagged(['a6', 'a7', 'a8'], 'watch'),
    flagged(['a9', 'a10', 'a11'], 'none'),
  ]

  it('pay a flagged cluster no more than the cap, everybody else everything, and lose nothing', () => {
    fc.assert(
      fc.property(earned, fc.bigInt({ min: 0n, max: 2000n }), (rewards, cap) => {
        const payouts = capRewards(clusters, rewards, cap)
        expect(payouts.map(({ account, amount, at, ref }) => ({ account, amount, at, ref }))).toEqual(rewards)
        for (const { amount, paid, held, account, clusterId: id } of payouts) {
          expect(paid + held).toBe(amount)
          expect(paid >= 0n && held >= 0n).toBe(true)
          if (!['a0', 'a1', 'a2', 'a3', 'a4', 'a5'].includes(account)) expect([held, id]).toEqual([0n, null])
        }
        for (const { clusterId: id } of clusters.slice(0, 2)) {
          const inside = payouts.filter((payout) => payout.clusterId === id)
          const [paid, all] = [inside.reduce((sum, one) => sum + one.paid, 0n), inside.reduce((sum, one) => sum + one.amount, 0n)]
          expect(paid === all || paid === cap).toBe(true)
          expect(paid <= cap && paid <= all).toBe(true)
        }
      }),
      runs,
    )
  })

  it('pay who earned first', () => {
    const rewards = ['a2', 'a0', 'a1', 'a9'].map((name, i) => ({ account: name, amount: 100n, at: 10 - i, ref: name }))
    expect(capRewards(clusters, rewards, 150n).map(({ paid }) => paid)).toEqual([0n, 50n, 100n, 100n])
  })
})
