import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { settlesAtFinality } from '#server/verify/context.ts'
import { chainsOf, leavesOf, parseRule, readRule, ruleLimits, ruleSchema } from '#server/verify/rule.ts'
import { describeRule } from '#server/verify/run.ts'

const token = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'
const uniswapSwap =
  'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)'
const event = (params: object = {}, leaf: object = {}) => ({
  kind: 'evm.event',
  chain: 'eip155:8453',
  params: { addresses: [token], event: uniswapSwap, ...params },
  ...leaf,
})
const transaction = (params: object = {}) => ({ kind: 'evm.transaction', chain: 'eip155:1', params: { to: [token], ...params } })
const balance = (params: object = {}) => ({
  kind: 'evm.balance',
  chain: 'eip155:1',
  params: { token: { standard: 'native' }, gte: '1', ...params },
})
const wallet = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'
const transfer = (params: object = {}, leaf: object = {}) => ({
  kind: 'solana.transfer',
  chain: 'solana:localnet',
  params: { gte: '1', ...params },
  ...leaf,
})
const question = {
  id: 'q',
  text: { en: 'Q', ja: '問' },
  choices: [
    { id: 'a', text: { en: 'A', ja: 'ア' } },
    { id: 'b', text: { en: 'B', ja: 'イ' } },
  ],
  answer: 'a',
}
const quiz = (params: object = {}) => ({ kind: 'quiz', params: { questions: [question], ...params } })
const where = (arg: string, op: string, value: unknown) => ({ where: [{ arg, op, value }] })
const nested = (depth: number): unknown => (depth === 1 ? quiz() : { not: nested(depth - 1) })

const good: [string, unknown][] = [
  [
    'an event with every option',
    event(
      {
        ...where('amount0', 'gte', '-10'),
        claimant: 'recipient',
        count: 2,
        sum: { arg: 'amount1', gte: '5' },
        units: { amount0: { decimals: 6, symbol: 'USDC' } },
      },
      { window: { from: 'joined', to: '2030-01-01T00:00:00+09:00' }, finality: 'safe' },
    ),
  ],
  ['a call with a value', transaction({ function: 'function deposit() payable', value: { op: 'gte', value: '1' } })],
  ['a call by selector', transaction({ selector: '0xd0e30db0' })],
  [
    'nested tuples and arrays',
    transaction({
      function: 'function fill((address maker, uint256[] amounts)[] orders)',
      where: [
        { arg: 'orders.*.amounts.0', op: 'gt', value: '0' },
        { arg: 'orders.0.maker', op: 'eq', value: '$linked' },
      ],
    }),
  ],
  ['a balance', balance({ token: { standard: 'erc721', address: token, symbol: 'ART' } })],
  [
    'a Solana transfer',
    transfer({ counterparty: [wallet], mint: { address: wallet, decimals: 6, symbol: 'X' }, sum: { arg: 'amount', gte: '5' } }),
  ],
  ['a quiz', quiz({ correct: 1, attempts: 3, coolDownSeconds: 0, salt: 'x'.repeat(16) })],
  ['combinators', { atLeast: { n: 2, of: [event(), transfer(), { any: [quiz(), { not: balance() }] }] } }],
  ['as deep as may be', nested(ruleLimits.depth)],
  ['as many nodes as may be', { all: Array.from({ length: ruleLimits.nodes - 1 }, () => quiz()) }],
]

const bad: [string, unknown, string][] = [
  ['nothing', undefined, 'rule'],
  ['a list', [], 'rule'],
  ['an unknown combinator', { none: [] }, 'rule'],
  ['two combinators', { all: [quiz()], any: [quiz()] }, 'any'],
  ['an empty list', { all: [] }, 'all'],
  ['a bad leaf deep inside', { all: [quiz(), { any: [event({ count: 0 })] }] }, 'all.1.any.0.params.count'],
  ['atLeast beyond its list', { atLeast: { n: 3, of: [quiz(), quiz()] } }, 'atLeast.n'],
  ['atLeast with a surplus field', { atLeast: { n: 1, of: [quiz()], x: 1 } }, 'atLeast.x'],
  ['too deep', nested(ruleLimits.depth + 1), `${'not.'.repeat(ruleLimits.depth - 1)}not`],
  ['1,000 deep', nested(1000), `${'not.'.repeat(ruleLimits.depth - 1)}not`],
  ['too many nodes', { all: Array.from({ length: ruleLimits.nodes }, () => quiz()) }, `all.${ruleLimits.nodes - 1}`],
  ['10,000 nodes', { all: Array.from({ length: 10_000 }, () => quiz()) }, `all.${ruleLimits.nodes - 1}`],
  ['an unknown kind', { kind: 'evm.magic', params: {} }, 'kind'],
  ['a surplus field on a leaf', { ...quiz(), extra: 1 }, 'extra'],
  ['a surplus parameter', event({ addres: [] }), 'params.addres'],
  ['no chain', { ...event(), chain: undefined }, 'chain'],
  ['a chain nobody knows', { ...event(), chain: 'eip155:424242' }, 'chain'],
  ['a chain of another kind', { ...event(), chain: 'solana:localnet' }, 'chain'],
  ['a chain on a quiz', { ...quiz(), chain: 'eip155:1' }, 'chain'],
  ['a time without offset', event({}, { window: { from: '2026-01-01T00:00:00' } }), 'window.from'],
  ['"latest" as a time', event({}, { window: { from: 'latest' } }), 'window.from'],
  ['an unknown finality', event({}, { finality: 'pending' }), 'finality'],
  ['a bad checksum', event({ addresses: ['0x833589FCD6eDb6E08f4c7C32D4f71b54bdA02913'] }), 'params.addresses.0'],
  ['39 hex digits', event({ addresses: [token.slice(0, -1)] }), 'params.addresses.0'],
  ['a precompile', event({ addresses: [`0x${'0'.repeat(39)}1`] }), 'params.addresses.0'],
  ['no address', event({ addresses: [] }), 'params.addresses'],
  ['no event', event({ event: 'function f()' }), 'params.event'],
  ['a broken event', event({ event: 'event Swap(address' }), 'params.event'],
  ['an event with unnamed arguments', event({ event: 'event Swap(address, uint256)' }), 'params.event'],
  ['a filter on an argument that is not there', event(where('amount', 'gte', '1')), 'params.where.0.arg'],
  ['a filter on a prototype field', event(where('constructor', 'eq', '1')), 'params.where.0.arg'],
  ['an amount in hex', event(where('amount0', 'gte', '0x1e')), 'params.where.0.value'],
  ['an amount with an exponent', event(where('amount0', 'gte', '1e18')), 'params.where.0.value'],
  ['an amount with separators', event(where('amount0', 'gte', '1,000')), 'params.where.0.value'],
  ['a JSON number as amount', event(where('amount0', 'gte', 1)), 'params.where.0.value'],
  ['a regular expression', event(where('amount0', 'regex', '(a+)+$')), 'params.where.0.op'],
  ['order on an address', event(where('sender', 'gte', token)), 'params.where.0.op'],
  ['one bound', event(where('amount0', 'between', ['1'])), 'params.where.0.value'],
  ['a bad item of a list', event(where('sender', 'in', [token, 'bob.eth'])), 'params.where.0.value.1'],
  [
    'text compare of an indexed string',
    event({ event: 'event Named(string indexed name)', ...where('name', 'eq', 'x') }),
    'params.where.0.arg',
  ],
  ['a claimant that is no address', event({ claimant: 'amount0' }), 'params.claimant'],
  ['a sum over an address', event({ sum: { arg: 'sender', gte: '1' } }), 'params.sum.arg'],
  ['a unit for nothing', event({ units: { amount9: { decimals: 6, symbol: 'X' } } }), 'params.units.amount9'],
  ['a view function', transaction({ function: 'function balanceOf(address owner) view returns (uint256)' }), 'params.function'],
  ['arguments without a function', transaction(where('wad', 'gte', '1')), 'params.where'],
  ['function and selector', transaction({ function: 'function deposit() payable', selector: '0xd0e30db0' }), 'params.selector'],
  ['a negative value', transaction({ value: { op: 'gte', value: '-1' } }), 'params.value.value'],
  ['2^256', balance({ gte: (2n ** 256n).toString() }), 'params.gte'],
  ['leading zero', balance({ gte: '01' }), 'params.gte'],
  ['a token without decimals', balance({ token: { standard: 'erc20', address: token, symbol: 'X' } }), 'params.token.decimals'],
  ['an EVM address on Solana', transfer({ counterparty: [token] }), 'params.counterparty.0'],
  ['a key of 31 bytes', transfer({ counterparty: ['1'.repeat(31)] }), 'params.counterparty.0'],
  ['an answer that is no choice', quiz({ questions: [{ ...question, answer: 'c' }] }), 'params.questions.0.answer'],
  ['two questions of one id', quiz({ questions: [question, question] }), 'params.questions'],
  ['more right answers than questions', quiz({ correct: 2 }), 'params.correct'],
]

describe('rules', () => {
  it.each(good)('takes %s', (_name, input) => {
    expect(parseRule(input)).toEqual(input)
  })

  it.each(bad)('refuses %s', (_name, input, field) => {
    expect(() => parseRule(input)).toThrow(expect.objectContaining({ code: 'quest.malformed', meta: expect.objectContaining({ field }) }))
  })

  it('never throws anything else, whatever JSON comes', () => {
    const leaf = fc.record({ kind: fc.constantFrom('evm.event', 'quiz', 'x'), chain: fc.string(), params: fc.jsonValue() })
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        leaf,
        fc.jsonValue(),
        fc.record({ all: fc.array(tie('node')) }),
        fc.record({ not: tie('node') }),
        fc.record({ atLeast: fc.record({ n: fc.integer(), of: fc.array(tie('node')) }) }),
      ),
    })).node
    fc.assert(fc.property(tree, (input) => ['rule', 'issues'].includes(Object.keys(readRule(input))[0] ?? '')))
  })

  it('stands inside another schema with whole paths', () => {
    const step = z.strictObject({ rule: ruleSchema })
    const refused = step.safeParse({ rule: { all: [event({ count: 'x' })] } })
    expect(refused.error?.issues[0]?.path).toEqual(['rule', 'all', 0, 'params', 'count'])
    expect(step.parse({ rule: quiz() }).rule).toEqual(quiz())
  })

  it('tells its leaves, chains and whether it settles at finality', () => {
    const rule = parseRule({ all: [event(), { any: [transfer(), { not: quiz() }] }, { atLeast: { n: 1, of: [event()] } }] })
    expect(leavesOf(rule).map(({ path }) => path)).toEqual(['all.0', 'all.1.any.0', 'all.1.any.1.not', 'all.2.atLeast.0'])
    expect(chainsOf(rule)).toEqual(['eip155:8453', 'solana:localnet'])
    expect(settlesAtFinality(rule)).toBe(true)
    expect(settlesAtFinality(parseRule({ any: [quiz(), event({}, { finality: 'latest' })] }))).toBe(false)
  })

  it('describes itself in both languages', () => {
    const swap = event({
      ...where('amount0', 'gte', '10000000'),
      units: { amount0: { decimals: 6, symbol: 'USDC' } },
      action: { en: 'swapped', ja: 'スワップ' },
    })
    expect(describeRule(parseRule({ all: [swap, transfer({ gte: '100000000', counterparty: [wallet] })] }))).toEqual({
      en: 'All of: Have swapped at least 10 USDC on Base; Send at least 0.10 SOL to 7EcDhS…FLtV on Local Solana',
      ja: 'すべて達成:Base で 10 USDC 以上をスワップする、ローカル Solana で 7EcDhS…FLtV に 0.10 SOL 以上を送る',
    })
  })
})
