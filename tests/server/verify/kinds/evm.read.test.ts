import { decodeFunctionData, encodeAbiParameters, type Hex, parseAbiItem, parseAbiParameters } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import type { StateRead } from '#server/verify/query.ts'
import { readRule } from '#server/verify/rule.ts'
import { chain, contract, me, second, solMe } from './cases.ts'
import { type FakeChain, isoAt, verifyOn, walletIn, word } from './fakeChain.ts'

const votes = 'function getVotes(address account) view returns (uint256 votes)'
const read = (params: object = {}, around: object = {}) => ({
  kind: 'evm.read',
  chain,
  params: {
    to: contract,
    function: votes,
    args: ['$account'],
    where: [{ arg: 'votes', op: 'gte', value: '100' }],
    units: { votes: { decimals: 0, symbol: 'UNI' } },
    label: { en: 'your voting power', ja: 'あなたの投票権' },
    ...params,
  },
  ...around,
})

const answering = (values: Readonly<Record<string, bigint>>): FakeChain => ({ state: (one) => word(values[walletIn(one)] ?? 0n) })
const always = (value: string | null): FakeChain => ({ state: () => value })

const position =
  'function positions((address owner, uint256[] ids) key, bytes32 kind) view returns ((int24 low, int24 high) range, bool[], string)'
const answered = encodeAbiParameters(parseAbiParameters('(int24,int24), bool[], string'), [[-60, 60], [false, true], 'open'])
const tuple = (where: object[], args: unknown[] = [{ owner: '$account', ids: ['1', '2'] }, `0x${'ab'.repeat(32)}`]) =>
  read({ function: position, args, where, units: undefined, label: undefined })

const cases: [string, object, FakeChain, string, string?][] = [
  ['enough', read(), answering({ [me]: 100n }), 'pass', 'your voting power: votes = 100 UNI'],
  ['enough of a linked wallet', read(), answering({ [second]: 120n }), 'pass'],
  ['at an older block', read({ at: { block: '50' } }), { state: (_, block) => word(block === 50 ? 100n : 0n) }, 'pass'],
  ['at a time', read({ at: { time: isoAt(50) } }), { state: (_, block) => word(block === 50 ? 100n : 0n) }, 'pass'],
  [
    'at the head where latest is enough',
    read({}, { finality: 'latest' }),
    { state: (_, block) => word(block === 132 ? 100n : 0n) },
    'pass',
  ],
  [
    'a field of a tuple',
    tuple([{ arg: 'range.low', op: 'lt', value: '0' }]),
    always(answered),
    'pass',
    'positions(…) of 0xc0c0…c0c0: range.low = -60',
  ],
  ['an element of an output without a name', tuple([{ arg: '_1.*', op: 'eq', value: true }]), always(answered), 'pass'],
  ['a text', tuple([{ arg: '_2', op: 'eq', value: 'open' }]), always(answered), 'pass'],
  [
    'tuple arguments as a list',
    tuple([{ arg: 'range.high', op: 'gt', value: '0' }], [['$account', ['1']], `0x${'ab'.repeat(32)}`]),
    always(answered),
    'pass',
  ],
  ['only at the head', read(), { state: (_, block) => word(block > 100 ? 100n : 0n) }, 'pending', 'your voting power: votes = 100 UNI'],
  ['a block to come', read({ at: { block: '101' } }), always(word(100n)), 'pending'],
  ['one short', read(), answering({ [me]: 97n, [second]: 3n }), 'fail', 'your voting power: votes was 97 UNI; needed: votes ≥ 100 UNI'],
  ['refused', read(), always(null), 'fail', 'your voting power: the contract refuses this call'],
  [
    'refused for one wallet, too little for the other',
    read(),
    { state: (one) => (walletIn(one) === me ? null : word(5n)) },
    'fail',
    'your voting power: votes was 5 UNI; needed: votes ≥ 100 UNI',
  ],
  ['no contract there', read(), always('0x'), 'error'],
  ['an answer of another form', read(), always('0x1234'), 'error'],
  ['no wallet', read(), { ...always(word(100n)), wallets: [`solana:${solMe}`] }, 'fail'],
]

describe('evm.read', () => {
  it.each(cases)('%s', async (_name, rule, world, status, seen) => {
    const { verdict } = await verifyOn(world, rule)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    if (status === 'error' || status === 'pending') expect(verdict.trace.next).toBeDefined()
  })

  it('calls once for each linked wallet, with that wallet wherever $account stands', async () => {
    const { asked } = await verifyOn(always(answered), tuple([{ arg: 'range.low', op: 'lt', value: '0' }]))
    const calls = asked.flatMap((query) => (query.type === 'evm.state' && query.at === 'finalized' ? [query.read] : []))
    const args = calls.map(
      (one) => decodeFunctionData({ abi: [parseAbiItem(position)], data: (one as Extract<StateRead, { what: 'call' }>).data as Hex }).args,
    )
    expect(
      args.map((list) => JSON.stringify(list, (_, value) => (typeof value === 'bigint' ? String(value) : value)).toLowerCase()),
    ).toEqual([me, second].map((owner) => JSON.stringify([{ owner, ids: ['1', '2'] }, `0x${'ab'.repeat(32)}`])))
  })

  it('captures outputs, and takes what an earlier step captured as an argument', async () => {
    const capturing = read({}, { capture: { power: 'votes' } })
    expect((await verifyOn(answering({ [me]: 100n }), capturing)).verdict.captured).toEqual({ power: '100' })
    const later = { function: 'function ownerOf(uint256 id) view returns (address owner)', args: ['$prev.power'], units: undefined }
    const owner = read({ ...later, where: [{ arg: 'owner', op: 'eq', value: '$account' }] })
    const rule = (captured: Record<string, string>) => verifyOn({ state: () => word(me), captured }, owner)
    expect((await rule({ power: '100' })).verdict.status).toBe('pass')
    expect((await rule({ power: '0xzz' })).verdict.status).toBe('error')
    expect((await rule({})).verdict.status).toBe('fail')
  })

  it('says in words what it asks, and warns when it asks nothing about the member', () => {
    const { describe: describeIt, lint } = kindOf('evm.read')
    const params = read().params as never
    expect(describeIt(params, { chain })).toEqual({
      en: 'On Base, your voting power: votes ≥ 100 UNI',
      ja: 'Base で、あなたの投票権が次を満たす: votes ≥ 100 UNI',
    })
    expect(lint(params)).toEqual([])
    expect(lint(read({ args: [contract] }).params as never).map(({ code }) => code)).toEqual(['not-about-member'])
  })

  it.each([
    ['a function that changes state', { function: 'function getVotes(address account) returns (uint256 votes)' }, 'params.function'],
    ['a view that answers nothing', { function: 'function getVotes(address account) view' }, 'params.function'],
    ['no Solidity', { function: 'function (' }, 'params.function'],
    ['too few arguments', { args: [] }, 'params.args'],
    ['a wrong checksum', { args: ['0xC0C0c0c0C0C0c0C0C0c0C0C0C0c0c0C0C0c0c0Cc'] }, 'params.args.0'],
    ['a number where an address belongs', { args: ['5'] }, 'params.args.0'],
    ['an output that is not there', { where: [{ arg: 'power', op: 'gte', value: '1' }] }, 'params.where.0.arg'],
    ['a unit of nothing', { units: { power: { decimals: 0, symbol: 'X' } } }, 'params.units.power'],
    ['no condition', { where: [] }, 'params.where'],
  ])('refuses %s', (_name, params, path) => {
    const found = readRule(read(params))
    expect('issues' in found && found.issues[0]?.path.join('.')).toBe(path)
  })

  it.each([
    ['a value that does not fit', 'uint8 x', '256'],
    ['a negative one', 'uint256 x', '-1'],
    ['below the least', 'int8 x', '-129'],
    ['half a byte', 'bytes x', '0xabc'],
    ['too few bytes', 'bytes4 x', '0xabcdef'],
    ['a text for a truth', 'bool x', 'true'],
    ['one where a list belongs', 'uint256[] x', '1'],
    ['a list that is too short', 'uint256[2] x', ['1']],
    ['a field too many', '(uint256 a) x', { a: '1', b: '2' }],
    ['a field too few', '(uint256 a, uint256 b) x', { a: '1' }],
    ['a field of another type', '(uint256 a, address b) x', ['1', '2']],
  ])('refuses %s as an argument', (_name, type, value) => {
    const rule = read({ function: `function f(${type}) view returns (uint256 votes)`, args: [value] })
    expect('issues' in readRule(rule)).toBe(true)
  })
})
