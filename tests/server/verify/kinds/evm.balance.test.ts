import { encodeAbiParameters } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import type { LogRecord, StateRead } from '#server/verify/query.ts'
import { readRule } from '#server/verify/rule.ts'
import { type Amounts, art, balance, broken, type Case, eth, gold, held, ledger, moved, native, usdc } from './balanceCases.ts'
import { chain, me, other, second, solMe } from './cases.ts'
import { blockRef, type FakeChain, isoAt, verifyOn, walletIn, word } from './fakeChain.ts'

const holding = (final: Amounts, atHead: Amounts = final): FakeChain => ({
  state: (read, block) => word((block <= 100 ? final : atHead)[walletIn(read)] ?? 0n),
})

const nowCases: Case[] = [
  ['exactly enough at finality', balance(), holding({ [me]: 10_000_000n }), 'pass', 'holds 10 USDC'],
  ['enough in the second wallet', balance(), holding({ [second]: 11_000_000n }), 'pass', 'holds 11 USDC'],
  ['native coin', balance({ token: native, gte: String(eth) }), holding({ [me]: eth }), 'pass', 'holds 1 ETH'],
  ['pieces of a collection', balance({ token: art, gte: '2' }), holding({ [me]: 2n }), 'pass', 'holds 2 ART'],
  ['the head where latest is enough', balance({}, { finality: 'latest' }), holding({}, { [me]: 10_000_000n }), 'pass'],
  [
    'halves in two wallets, in total',
    balance({ measure: 'total' }),
    holding({ [me]: 5_000_000n, [second]: 5_000_000n }),
    'pass',
    'holds 10 USDC',
  ],
  ['enough only at the head', balance(), holding({ [me]: 1n }, { [me]: 10_000_000n }), 'pending', 'holds 10 USDC'],
  ['one unit short', balance(), holding({ [me]: 9_999_999n }), 'fail', 'holds 9.999999 USDC, 10 needed'],
  ['halves in two wallets', balance(), holding({ [me]: 5_000_000n, [second]: 6_000_000n }), 'fail', 'holds 6 USDC, 10 needed'],
  ['one short in total', balance({ measure: 'total' }), holding({ [me]: 5_000_000n, [second]: 4_999_999n }), 'fail'],
  ['of someone else', balance(), holding({ [other]: 10_000_000n }), 'fail'],
  ['no such token', balance(), { state: () => '0x' }, 'error'],
  ['a token that refuses', balance(), { state: () => null }, 'error'],
  ['an answer that is no number', balance(), { state: () => `0x${'00'.repeat(64)}` }, 'error'],
  ['no wallet', balance(), { ...holding({}), wallets: [`solana:${solMe}`] }, 'fail'],
  ['nobody answers', balance(), { spoil: (item) => broken(item, 'unreachable') }, 'error'],
  ['one provider only', balance(), { spoil: (item) => broken(item, 'quorum') }, 'pending'],
  ['providers differ', balance(), { spoil: (item) => broken(item, 'disagree') }, 'pending'],
]

const nfts = (owners: Readonly<Record<string, string>>): FakeChain => ({
  state: (read) => {
    const owner = owners[String(BigInt(`0x${(read as Extract<StateRead, { what: 'call' }>).data.slice(10)}`))]
    return owner === undefined ? null : word(owner)
  },
})
const pieces: FakeChain = {
  state: (read) => {
    const { data } = read as Extract<StateRead, { what: 'call' }>
    return word(walletIn(read) === me ? (BigInt(`0x${data.slice(74)}`) === 7n ? 3n : 4n) : 0n)
  },
}

const idCases: Case[] = [
  ['one of the named tokens', balance({ token: { ...art, ids: ['1', '2'] }, gte: '1' }), nfts({ '2': me }), 'pass', 'holds 1 ART'],
  [
    'both over two wallets',
    balance({ token: { ...art, ids: ['1', '2'] }, gte: '2', measure: 'total' }),
    nfts({ '1': second, '2': me }),
    'pass',
  ],
  ['another token of it', balance({ token: { ...art, ids: ['1', '2'] }, gte: '1' }), nfts({ '3': me }), 'fail', 'holds 0 ART, 1 needed'],
  ['the named token of someone else', balance({ token: { ...art, ids: ['1'] }, gte: '1' }), nfts({ '1': other }), 'fail'],
  ['a sum over ids', balance({ token: gold, gte: '7' }), pieces, 'pass', 'holds 7 GOLD'],
  ['a sum over ids that falls short', balance({ token: gold, gte: '8' }), pieces, 'fail', 'holds 7 GOLD, 8 needed'],
]

const rising: FakeChain = { state: (read, block) => word(walletIn(read) === me && block >= 50 ? 10_000_000n : 0n) }
const pastCases: Case[] = [
  ['at a block', balance({ at: { block: '50' } }), rising, 'pass', 'holds 10 USDC'],
  ['the block before', balance({ at: { block: '49' } }), rising, 'fail', 'holds 0 USDC, 10 needed'],
  ['at a time', balance({ at: { time: isoAt(50) } }), rising, 'pass'],
  ['a second before', balance({ at: { time: isoAt(49) } }), rising, 'fail'],
  ['at the start of the quest', balance({ at: { time: 'quest-start' } }), rising, 'fail'],
  ['a block that is not final', balance({ at: { block: '101' } }), rising, 'pending'],
  ['a time to come', balance({ at: { time: isoAt(5000) } }), rising, 'pending'],
  [
    'state that the node no longer has',
    balance({ at: { block: '50' } }),
    { ...rising, spoil: (item) => broken(item, 'unreachable', 'pruned') },
    'error',
  ],
]

const traited = (of: Readonly<Record<string, readonly [id: bigint, rarity: bigint][]>>): FakeChain => ({
  state: (read) => {
    const { data } = read as Extract<StateRead, { what: 'call' }>
    const mine = of[walletIn(read)] ?? []
    if (data.startsWith('0x70a08231')) return word(BigInt(mine.length))
    if (data.startsWith('0x2f745c59')) return word(mine[Number(BigInt(`0x${data.slice(74)}`))]?.[0] ?? 0n)
    const id = BigInt(`0x${data.slice(10)}`)
    const rarity = Object.values(of)
      .flat()
      .find(([one]) => one === id)?.[1]
    return rarity === undefined ? null : encodeAbiParameters([{ type: 'uint8' }, { type: 'string' }], [Number(rarity), 'x'])
  },
})
const trait = {
  function: 'function traitsOf(uint256 tokenId) view returns (uint8 rarity, string name)',
  where: [{ arg: 'rarity', op: 'gte', value: '3' }],
}
const rare = (params: object = {}) => balance({ token: { ...art, trait }, gte: '1', ...params })
const traitCases: Case[] = [
  [
    'a rare one among others',
    rare(),
    traited({
      [me]: [
        [1n, 1n],
        [5n, 3n],
      ],
    }),
    'pass',
    'holds 1 ART with rarity ≥ 3',
  ],
  ['at an older block', rare({ at: { block: '50' } }), traited({ [me]: [[5n, 3n]] }), 'pass'],
  ['two over both wallets', rare({ gte: '2', measure: 'total' }), traited({ [me]: [[1n, 3n]], [second]: [[2n, 4n]] }), 'pass'],
  [
    'common ones only',
    rare(),
    traited({
      [me]: [
        [1n, 1n],
        [5n, 2n],
      ],
    }),
    'fail',
    'holds 0 ART with rarity ≥ 3, 1 needed',
  ],
  ['a rare one of someone else', rare(), traited({ [me]: [[1n, 1n]], [other]: [[5n, 3n]] }), 'fail'],
  ['one rare where two are needed', rare({ gte: '2' }), traited({ [me]: [[1n, 3n]] }), 'fail', 'holds 1 ART with rarity ≥ 3, 2 needed'],
  ['no such collection', rare(), { state: () => '0x' }, 'error'],
  [
    'more tokens than are looked at',
    rare(),
    traited({ [me]: Array.from({ length: 101 }, (_, index) => [BigInt(index + 1), 1n] as const) }),
    'error',
  ],
]

describe.each([
  ['now', nowCases],
  ['by token id', idCases],
  ['at a moment that is past', pastCases],
  ['with a trait', traitCases],
] as const)('evm.balance %s', (_name, cases) => {
  it.each(cases)('%s', async (_case, rule, world, status, seen) => {
    const { verdict } = await verifyOn(world, rule)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    for (const { text } of verdict.trace.seen) expect(text.ja).not.toBe('')
    if (status === 'error' || status === 'pending') expect(verdict.trace.next).toBeDefined()
  })
})

describe('evm.balance', () => {
  it('names the archive node that old state needs', async () => {
    const old = await verifyOn({ ...rising, spoil: (item) => broken(item, 'unreachable', 'pruned') }, balance({ at: { block: '50' } }))
    expect(old.verdict.trace.next?.en).toContain('archive node')
  })

  it('takes nothing but the answers to its own questions', async () => {
    type Spoil = NonNullable<FakeChain['spoil']>
    const inRecords =
      (type: string, change: (record: object) => object): Spoil =>
      (item) =>
        item.query.type === type ? ({ ...item, records: item.records.map(change) } as typeof item) : item
    const inBlock = (more: object) =>
      inRecords('evm.state', (record) => ({ ...record, block: { ...(record as { block: object }).block, ...more } }))
    const good = ledger({ [me]: 12n * usdc }, [moved(200, me, other, 2n * usdc)])
    const rules = { now: balance(), held: held() }
    const spoils: [keyof typeof rules, string, Spoil][] = [
      ['now', 'another chain', (item) => ({ ...item, query: { ...item.query, chain: 'eip155:1' } }) as typeof item],
      ['now', 'the head’s block', inBlock(blockRef(1000))],
      ['now', 'a block of another hash', inBlock({ hash: blockRef(1).hash })],
      ['now', 'a block without a number', inBlock({ number: 'x' })],
      ['now', 'no records', inRecords('evm.state', () => ({}))],
      ['held', 'another chain', (item) => ({ ...item, query: { ...item.query, chain: 'eip155:1' } }) as typeof item],
      ['held', 'blocks above finality', inBlock({ number: '995' })],
      ['held', 'logs of another contract', inRecords('evm.logs', (record) => ({ ...record, address: other }))],
      ['held', 'logs of another event', inRecords('evm.logs', (record) => ({ ...record, topics: [`0x${'1'.repeat(64)}`] }))],
      [
        'held',
        'logs of other wallets',
        inRecords('evm.logs', (record) => ({ ...record, topics: (record as LogRecord).topics.map(() => word(other)) })),
      ],
    ]
    for (const rule of Object.values(rules)) expect((await verifyOn(good, rule)).verdict.status).toBe('pass')
    for (const [rule, name, spoil] of spoils)
      expect((await verifyOn({ ...good, spoil }, rules[rule])).verdict.status, `${rule}: ${name}`).not.toBe('pass')
  })

  it('says in words what it wants and warns of what is cheap', () => {
    const params = (more: object) => ({ token: native, gte: String(eth), ...more }) as never
    const { describe: describeIt, lint } = kindOf('evm.balance')
    expect(describeIt(params({ at: 'window' }), { chain }).en).toContain('looked at in at least 16 blocks that nobody knows beforehand')
    expect(describeIt(params({ at: { heldFor: 2_592_000 } }), { chain }).en).toContain('for 30 days up to now')
    expect(describeIt(params({ at: { block: '5' }, measure: 'total' }), { chain })).toEqual({
      en: 'Hold at least 1 ETH on Base at block 5, in all your wallets together',
      ja: 'ブロック 5 の時点で、Base で 1 ETH 以上を保有する(連携済みウォレットの合計)',
    })
    expect(lint(params({ at: 'window' })).map(({ code }) => code)).toEqual(['sampled'])
    expect(lint(params({})).map(({ code }) => code)).toEqual(['one-moment'])
    expect(lint(params({ gte: '0', at: { block: '5' } })).map(({ code }) => code)).toEqual(['no-minimum'])
  })

  it.each([
    ['samples of a token', { at: 'window', samples: 8 }, 'params.samples'],
    ['samples of one moment', { token: native, samples: 8 }, 'params.samples'],
    [
      'a trait without its view',
      { token: { ...art, trait: { ...trait, function: 'function x() view returns (uint8 rarity)' } } },
      'params.token.trait.function',
    ],
    [
      'a trait that is not answered',
      { token: { ...art, trait: { ...trait, where: [{ arg: 'size', op: 'gte', value: '1' }] } } },
      'params.token.trait.where.0.arg',
    ],
    ['a trait over a time', { token: { ...art, trait }, at: 'window' }, 'params.at'],
    ['ERC-1155 without ids', { token: { ...gold, ids: undefined } }, 'params.token.ids'],
    ['a block that is no number', { at: { block: 'x' } }, 'params.at.block'],
  ])('refuses %s', (_name, params, path) => {
    const read = readRule(balance(params))
    expect('issues' in read && read.issues[0]?.path.join('.')).toBe(path)
  })
})
