import { describe, expect, it } from 'vitest'
import { clusterId, findClusters } from '#server/reputation/sybil/clusters.ts'
import type { Facts } from '#server/reputation/sybil/facts.ts'
import { publishPolicy, sybilV1 } from '#server/reputation/sybil/policy.ts'
import { deedsOf, doing, funded, joinFacts, noFacts, owning, people, sending, source, walletOf } from './sybilWorld.ts'

const five = people(5)
const two = people(2)
const six = deedsOf(6)
const hour = 3_600

/** Name, facts, and the clusters that must come of them: members, codes with strengths, flag. */
type Case = [string, Facts, { accounts: string[]; codes: string[]; flag: string }[]]

const found: Case[] = [
  [
    'a farm: one source within minutes, and the same deeds behind one another',
    joinFacts(owning(five), funded(five, 'X'), source('X', 5), doing(five, six, 60)),
    [{ accounts: five, codes: ['shared-funding 45', 'same-timing 30', 'same-sequence 15'], flag: 'flagged' }],
  ],
  [
    'a farm behind a source that nobody can call small: dust to forty, and the same deeds',
    joinFacts(owning(people(40)), funded(people(40), 'X', { transfers: 20 }), source('X', 4_000), doing(people(40), six, 150)),
    [{ accounts: people(40).sort(), codes: ['dust-fan-out 40', 'same-timing 30'], flag: 'flagged' }],
  ],
  [
    'one wallet, two accounts one after the other: watched',
    joinFacts(owning(two), { wallets: [{ account: 'a1', wallet: walletOf('a0'), ref: 'second link' }] }),
    [{ accounts: two, codes: ['shared-wallet 70'], flag: 'watch' }],
  ],
  [
    'an account that was moved into another: watched',
    { ...noFacts, moves: [{ from: 'a0', to: 'a1', ref: 'move' }] },
    [{ accounts: two, codes: ['moved-account 70'], flag: 'watch' }],
  ],
  [
    'money alone is watched, however many',
    joinFacts(owning(five), funded(five, 'X', { transfers: 20 }), source('X', 5)),
    [{ accounts: five, codes: ['shared-funding 45', 'dust-fan-out 40'], flag: 'watch' }],
  ],
  [
    'one source, and transfers back and forth',
    joinFacts(
      owning(two),
      funded(two, 'X'),
      source('X', 2),
      sending([
        ['a0', 'a1'],
        ['a1', 'a0'],
      ]),
    ),
    [{ accounts: two, codes: ['shared-funding 45', 'transfers 25'], flag: 'watch' }],
  ],
  [
    'one source within an hour, and one order at different times: 45 + 15 is just enough',
    joinFacts(owning(two), funded(two, 'X'), source('X', 2), doing(two, six, 600)),
    [{ accounts: two, codes: ['shared-funding 45', 'same-sequence 15'], flag: 'watch' }],
  ],
  [
    'a chain of links is one cluster',
    joinFacts(owning(people(3)), {
      wallets: [
        { account: 'a1', wallet: walletOf('a0'), ref: 'x' },
        { account: 'a2', wallet: walletOf('a1'), ref: 'y' },
      ],
    }),
    [{ accounts: people(3), codes: ['shared-wallet 70', 'shared-wallet 70'], flag: 'watch' }],
  ],
  [
    'two farms are two clusters',
    joinFacts(
      ...['a', 'b'].map((letter) =>
        joinFacts(
          owning(people(3, letter)),
          funded(people(3, letter), letter.toUpperCase()),
          source(letter.toUpperCase(), 3),
          doing(people(3, letter), deedsOf(5, letter), 30),
        ),
      ),
    ),
    ['a', 'b'].map((letter) => ({ accounts: people(3, letter), codes: ['shared-funding 45', 'same-timing 30'], flag: 'flagged' })),
  ],
]

const innocent: [string, Facts][] = [
  ['nothing known', noFacts],
  ['accounts with a wallet each', joinFacts(owning(five))],
  ['one source, and nothing else', joinFacts(owning(five), funded(five, 'X'), source('X', 5))],
  [
    'an exchange, and the same deeds',
    joinFacts(owning(five), funded(five, 'X', { transfers: 20 }), source('X', 5, 'exchange'), doing(five, six, 60)),
  ],
  ['a bridge', joinFacts(owning(five), funded(five, 'X'), source('X', 5, 'bridge'), doing(five, six, 60))],
  ['a faucet', joinFacts(owning(five), funded(five, 'X', { transfers: 20 }), source('X', 5, 'faucet'), doing(five, six, 60))],
  ['a popular source that nobody labelled', joinFacts(owning(five), funded(five, 'X'), source('X', 26), doing(five, six, 60))],
  ['a source of unknown degree', joinFacts(owning(five), funded(five, 'X'), doing(five, six, 60))],
  [
    'a source whose own customers here are too many',
    joinFacts(owning(people(26)), funded(people(26), 'X'), source('X', 3), doing(people(26), six, 150)),
  ],
  ['an unlabelled faucet', joinFacts(owning(people(60)), funded(people(60), 'X', { transfers: 20 }), source('X', 9_000))],
  ['one source, a month apart', joinFacts(owning(two), funded(two, 'X', { apart: 2_592_001 }), source('X', 2), doing(two, six, 60))],
  ['friends who do quests side by side', joinFacts(owning(two), doing(two, deedsOf(20), 10))],
  ['a crowd when a quest opens', joinFacts(owning(people(30)), funded(people(30), 'X', { transfers: 20 }), doing(people(30), six, 5))],
  ['two deeds at the same time', joinFacts(owning(five), funded(five, 'X'), source('X', 5), doing(five, deedsOf(2), 60))],
  ['one deed a thousand times', joinFacts(owning(two), funded(two, 'X'), source('X', 2), doing(two, Array<string>(1000).fill('d'), 60))],
  [
    'the same deeds in the same order, at other times',
    joinFacts(owning(five), funded(five, 'X', { apart: hour }), source('X', 30), doing(five, six, hour)),
  ],
  [
    'friends who send each other funds',
    joinFacts(
      owning(two),
      sending([
        ['a0', 'a1'],
        ['a1', 'a0'],
        ['a0', 'a1'],
      ]),
      doing(two, deedsOf(4), 60),
    ),
  ],
  [
    'funds sent one way, and the same deeds',
    joinFacts(owning(two), sending(Array<[string, string]>(9).fill(['a0', 'a1'])), doing(two, deedsOf(20), 10)),
  ],
  [
    'dust from one source that nobody used',
    joinFacts(owning(five), funded(five, 'X', { transfers: 20, used: false }), source('X', 5), doing(five, six, 60)),
  ],
  ['dust to five over more than a day', joinFacts(owning(five), funded(five, 'X', { transfers: 20, apart: 21_601 }), doing(five, six, 60))],
  [
    'four wallets with dust are no fan-out',
    joinFacts(owning(people(4)), funded(people(4), 'X', { transfers: 20 }), doing(people(4), six, 60)),
  ],
  ['a source that gives more than fees', joinFacts(owning(five), funded(five, 'X', { transfers: 51 }), doing(five, six, 60))],
  [
    'a shop that many pay and that pays back',
    joinFacts(
      owning(people(30)),
      sending(
        people(30)
          .slice(1)
          .flatMap((name): [string, string][] => [
            [name, 'a0'],
            ['a0', name],
          ]),
      ),
      funded(two, 'X'),
      source('X', 2),
    ),
  ],
  [
    'one account with many wallets',
    joinFacts(
      { wallets: people(9).map((name) => ({ account: 'a', wallet: walletOf(name), ref: name })) },
      funded(people(9), 'X'),
      source('X', 9),
    ),
  ],
  ['an account moved into itself', { ...noFacts, moves: [{ from: 'a', to: 'a', ref: 'x' }] }],
]

describe('clusters', () => {
  it.each(found)('%s', (_, facts, expected) => {
    const { clusters } = findClusters(sybilV1, facts)
    expect(
      clusters.map(({ accounts, signals, flag }) => ({
        accounts,
        codes: signals.map(({ code, strength }) => `${code} ${strength}`),
        flag,
      })),
    ).toEqual(expected)
  })

  it.each(innocent)('none: %s', (_, facts) => expect(findClusters(sybilV1, facts).clusters).toEqual([]))

  it('names version and hash of its policy, which any number of it changes', () => {
    const { version, policyHash } = findClusters(sybilV1, noFacts)
    expect([version, policyHash]).toEqual([1, sybilV1.hash])
    expect(publishPolicy({ ...sybilV1.data, link: 61 }).hash).not.toBe(policyHash)
    expect(publishPolicy(JSON.parse(JSON.stringify(sybilV1.data))).hash).toBe(policyHash)
  })

  it('has strengths that keep its promises: no behaviour alone, no single fact about money', () => {
    const { link, timing, sequence, funding, fanOut, transfers, sharedWallet } = sybilV1.data
    expect(Math.max(...timing.steps.map(({ strength }) => strength)) + sequence.strength).toBeLessThan(link)
    for (const strength of [...funding.steps, ...transfers.steps].map((step) => step.strength)) expect(strength).toBeLessThan(link)
    expect(fanOut.strength).toBeLessThan(link)
    expect(sharedWallet).toBeGreaterThanOrEqual(link)
  })
})

describe('what a member reads', () => {
  const facts = joinFacts(owning(five), funded(five, 'eip155:1:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913'), doing(five, six, 60), {
    sources: [{ source: 'eip155:1:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', degree: 5 }],
    wallets: [{ account: 'a1', wallet: walletOf('a0'), ref: 'again' }],
    moves: [{ from: 'a3', to: 'a4', ref: 'move' }],
    ...sending([
      ['a0', 'a1'],
      ['a1', 'a0'],
      ['a1', 'a0'],
    ]),
  })

  it('is every reason with its numbers, in both languages', () => {
    const [cluster] = findClusters(sybilV1, facts).clusters
    expect(cluster?.signals.map(({ text }) => text.en)).toEqual([
      '2 of these accounts were moved into one another.',
      'The wallet a0 has been linked to 2 of these accounts.',
      '5 accounts got their first funds from 0x8335…2913, within 4 minutes.',
      '5 accounts did up to 6 of the same things within 5 minutes of each other.',
      '2 accounts sent funds back and forth, up to once each way between two of them.',
      '5 accounts did 6 or more of the same things in the same order.',
    ])
    expect(cluster?.signals.map(({ text }) => text.ja)).toEqual([
      'このうち 2 個のアカウントの間で移行が行われました。',
      'ウォレット a0 は、このうち 2 個のアカウントに連携されたことがあります。',
      '5 個のアカウントが、4 分以内に 0x8335…2913 から最初の資金を受け取りました。',
      '5 個のアカウントが、最大 6 件の同じ行動を互いに 5 分以内に行いました。',
      '2 個のアカウントが互いに送金し合っています(2 個の間で最大 1 往復)。',
      '5 個のアカウントが、6 件以上の同じ行動を同じ順番で行いました。',
    ])
  })

  it('comes with the evidence of each', () => {
    const signals = findClusters(sybilV1, facts).clusters[0]?.signals ?? []
    expect(signals.find(({ code }) => code === 'shared-funding')?.evidence).toEqual(five.map((account) => `fund ${account}`))
    expect(signals.find(({ code }) => code === 'shared-wallet')?.evidence).toEqual(['again', 'link a0'])
    expect(signals.every(({ evidence }) => evidence.length > 0)).toBe(true)
  })
})

describe('an appeal', () => {
  const farm = (accounts: string[]) =>
    joinFacts(owning(accounts), funded(accounts, 'X'), source('X', accounts.length), doing(accounts, six, 60))

  it('that is upheld takes the flag and keeps the reasons, for exactly these accounts', () => {
    const [cluster] = findClusters(sybilV1, farm(five)).clusters
    expect(cluster?.clusterId).toBe(clusterId(five.toReversed()))
    const upheld = new Set([clusterId(five)])
    expect(findClusters(sybilV1, farm(five), upheld).clusters).toEqual([{ ...cluster, flag: 'none' }])
    expect(findClusters(sybilV1, farm(people(6)), upheld).clusters[0]?.flag).toBe('flagged')
  })
})
