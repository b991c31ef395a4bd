import { encodeAbiParameters } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { sampledBlocks, slicesOf } from '#server/verify/kinds/sampledBlocks.ts'
import type { LogRecord, StateRead } from '#server/verify/query.ts'
import { readRule } from '#server/verify/rule.ts'
import { chain, contract, log, me, other, second, solMe } from './cases.ts'
import { blockRef, type FakeChain, isoAt, verifyOn, walletIn, word } from './fakeChain.ts'

const eth = 10n ** 18n
const usd = { standard: 'erc20', address: contract, decimals: 6, symbol: 'USDC' }
const art = { standard: 'erc721', address: contract, symbol: 'ART' }
const gold = { standard: 'erc1155', address: contract, symbol: 'GOLD', ids: ['7', '9'] }
const native = { standard: 'native' }
const balance = (params: object = {}, around: object = {}) => ({
  kind: 'evm.balance',
  chain,
  params: { token: usd, gte: '10000000', ...params },
  ...around,
})

type Amounts = Readonly<Record<string, bigint>>
const holding = (final: Amounts, atHead: Amounts = final): FakeChain => ({
  state: (read, block) => word((block <= 100 ? final : atHead)[walletIn(read)] ?? 0n),
})

type Case = [string, object, FakeChain, string, string?]

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

function broken<T extends object>(item: T, reason: 'unreachable' | 'quorum' | 'disagree', detail = ''): T {
  return { ...item, records: [], complete: false, problem: { reason, retryable: true, detail } }
}

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

const transfer = 'event Transfer(address indexed from, address indexed to, uint256 value)'
const moved = (block: number, from: string, to: string, value: bigint, more: Partial<LogRecord> = {}): LogRecord => ({
  ...log(1, transfer, { from, to, value }),
  blockNumber: String(block),
  blockHash: blockRef(block).hash,
  blockTime: blockRef(block).time,
  ...more,
})
/** A token whose balances are those at the start and what its logs did. */
const ledger = (atStart: Amounts, logs: LogRecord[], more: Partial<FakeChain> = {}): FakeChain => ({
  latest: 1000,
  finalized: 990,
  logs,
  state: (read, block) => {
    const wallet = walletIn(read)
    const topic = word(wallet)
    const sum = logs
      .filter(({ blockNumber }) => Number(blockNumber) <= block)
      .reduce((all, { topics, data }) => all + (topics[2] === topic ? BigInt(data) : 0n) - (topics[1] === topic ? BigInt(data) : 0n), 0n)
    return word((atStart[wallet] ?? 0n) + sum)
  },
  ...more,
})
const whole = { window: { from: isoAt(100), to: isoAt(900) } }
const held = (params: object = {}, around: object = whole) => balance({ at: 'window', ...params }, around)
const usdc = 1_000_000n

const heldCases: Case[] = [
  ['all the time, untouched', held(), ledger({ [me]: 10n * usdc }, []), 'pass', 'never held less than 10 USDC'],
  [
    'more and less, never below',
    held(),
    ledger({ [me]: 12n * usdc }, [moved(200, me, other, 2n * usdc), moved(300, other, me, 5n * usdc)]),
    'pass',
    'never held less than 10 USDC',
  ],
  ['given away after the end', held(), ledger({ [me]: 10n * usdc }, [moved(901, me, other, usdc)]), 'pass'],
  [
    'come and gone in one block',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(200, me, other, usdc), moved(200, other, me, usdc, { logIndex: 1 })]),
    'pass',
  ],
  [
    'moved between own wallets, in total',
    held({ measure: 'total' }),
    ledger({ [me]: 10n * usdc }, [moved(200, me, second, 9n * usdc)]),
    'pass',
  ],
  ['for so many seconds up to now', held({ at: { heldFor: 600 } }, {}), ledger({}, [moved(390, other, me, 10n * usdc)]), 'pass'],
  [
    'moved between own wallets',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(200, me, second, 9n * usdc)]),
    'fail',
    'held only 1 USDC at block 200, 10 USDC needed',
  ],
  [
    'bought one block late',
    held(),
    ledger({}, [moved(101, other, me, 10n * usdc)]),
    'fail',
    'held only 0 USDC at block 100, 10 USDC needed',
  ],
  [
    'sold in the last block',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(900, me, other, 1n)]),
    'fail',
    'held only 9.999999 USDC at block 900, 10 USDC needed',
  ],
  [
    'lent for one block in between',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(500, me, other, usdc), moved(501, other, me, usdc)]),
    'fail',
    'held only 9 USDC at block 500, 10 USDC needed',
  ],
  ['bought too late for so many seconds', held({ at: { heldFor: 600 } }, {}), ledger({}, [moved(391, other, me, 10n * usdc)]), 'fail'],
  [
    'so far',
    held({}, { window: { from: isoAt(100), to: isoAt(5000) } }),
    ledger({ [me]: 10n * usdc }, []),
    'pending',
    'never held less than 10 USDC',
  ],
  ['already broken', held({}, { window: { from: isoAt(100), to: isoAt(5000) } }), ledger({}, []), 'fail'],
  ['before it begins', held({}, { window: { from: isoAt(3000), to: isoAt(5000) } }), ledger({ [me]: 10n * usdc }, []), 'pending'],
  ['a window without an end', held({}, {}), ledger({ [me]: 10n * usdc }, []), 'error'],
  [
    'a token that rebases',
    held(),
    ledger({ [me]: 10n * usdc }, [], { state: (read, block) => word(walletIn(read) === me ? 20n * usdc + BigInt(block) : 0n) }),
    'error',
  ],
  ['a transfer that is missing', held(), { ...ledger({ [me]: 10n * usdc }, [moved(300, other, me, usdc)]), logs: [] }, 'error'],
  [
    'logs that were not read to the end',
    held(),
    ledger({ [me]: 10n * usdc }, [], { spoil: (item) => (item.query.type === 'evm.logs' ? { ...item, complete: false } : item) }),
    'pending',
  ],
  ['a token that was not there yet', held(), ledger({}, [], { state: (_, block) => (block < 500 ? '0x' : word(0n)) }), 'fail'],
]

const coins = (amount: (block: number) => bigint): FakeChain => ({
  latest: 1000,
  finalized: 990,
  state: (read, block) => `0x${(walletIn(read) === me ? amount(block) : 0n).toString(16)}`,
})
const heldCoins = held({ token: native, gte: String(eth) })
const nativeCases: Case[] = [
  ['held at all sampled blocks', heldCoins, coins(() => eth), 'pass', 'held at least 1 ETH at all 53 sampled blocks'],
  ['gone for a tenth of the time', heldCoins, coins((block) => (block > 500 && block < 580 ? 0n : eth)), 'fail'],
  ['bought one block late', heldCoins, coins((block) => (block > 100 ? eth : 0n)), 'fail', 'held only 0 ETH at block 100, 1 ETH needed'],
  ['sold at the end', heldCoins, coins((block) => (block < 900 ? eth : 0n)), 'fail', 'held only 0 ETH at block 900, 1 ETH needed'],
  [
    'for so many seconds up to now',
    held({ token: native, gte: String(eth), at: { heldFor: 600 }, samples: 4 }, {}),
    coins((block) => (block < 390 ? 0n : eth)),
    'pass',
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
  ['held for a time, by transfers', heldCases],
  ['held for a time, by samples', nativeCases],
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
  it('names what must be done about old state and rebasing tokens', async () => {
    const old = await verifyOn({ ...rising, spoil: (item) => broken(item, 'unreachable', 'pruned') }, balance({ at: { block: '50' } }))
    expect(old.verdict.trace.next?.en).toContain('archive node')
    const rebasing = await verifyOn(ledger({}, [], { state: (_, block) => word(20n * usdc + BigInt(block)) }), held())
    expect(rebasing.verdict.trace.next?.en).toContain('cannot be shown by its transfers')
  })

  it('adds up pieces and wraps in a held interval', async () => {
    const batch = 'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)'
    const args = { operator: other, from: me, to: other, ids: [7n, 8n, 9n], values: [1n, 5n, 1n] }
    const sentAway = { ...log(1, batch, args), blockNumber: '300', blockHash: blockRef(300).hash, blockTime: blockRef(300).time }
    const world: FakeChain = {
      latest: 1000,
      finalized: 990,
      logs: [sentAway],
      state: (read, block) => word(walletIn(read) === me ? (block < 300 ? 3n : 2n) : 0n),
    }
    const rule = (gte: string) => held({ token: gold, gte })
    expect((await verifyOn(world, rule('4'))).verdict.status).toBe('pass')
    expect((await verifyOn(world, rule('5'))).verdict.trace.seen[0]?.text.en).toBe('held only 4 GOLD at block 300, 5 GOLD needed')

    const wrap = {
      ...log(1, 'event Deposit(address indexed dst, uint256 value)', { dst: me, value: usdc }),
      blockNumber: '300',
      blockHash: blockRef(300).hash,
    }
    const wrapped: FakeChain = {
      ...world,
      logs: [wrap],
      state: (read, block) => word(walletIn(read) === me ? (block < 300 ? 10n : 11n) * usdc : 0n),
    }
    expect((await verifyOn(wrapped, held({ token: { ...usd, wrapped: true } }))).verdict.status).toBe('pass')
    expect((await verifyOn(wrapped, held())).verdict.status).toBe('error')
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

  it('samples blocks that depend on hashes after them, the same at every look', () => {
    const slices = slicesOf(100n, 900n, 16)
    expect(slices.width).toBe(32n)
    const hashes = new Map(slices.boundaries.map((block) => [block, blockRef(Number(block)).hash]))
    const ends = { from: 100n, to: blockRef(900) }
    const sampled = sampledBlocks(slices, hashes, ends)
    expect(sampled.length).toBeGreaterThanOrEqual(16)
    for (const block of sampled) expect(block > 100n && block < 900n).toBe(true)
    // A later look at an interval that moved on finds the same blocks where both look.
    const later = slicesOf(110n, 910n, 16)
    const again = sampledBlocks(later, new Map(later.boundaries.map((block) => [block, blockRef(Number(block)).hash])), {
      from: 110n,
      to: blockRef(910),
    })
    const inBoth = (blocks: readonly bigint[]) => blocks.filter((block) => block > 128n && block < 896n)
    expect(inBoth(again)).toEqual(inBoth(sampled))
    const others = new Map(slices.boundaries.map((block) => [block, blockRef(Number(block) + 5000).hash]))
    expect(sampledBlocks(slices, others, ends)).not.toEqual(sampled)
    expect(slicesOf(5n, 5n, 16).boundaries).toEqual([])
    expect(slicesOf(5n, 9n, 16)).toEqual({ width: 1n, boundaries: [6n, 7n, 8n, 9n] })
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
