import fc from 'fast-check'
import { type AbiFunction, encodeFunctionData, type Hex, parseAbiItem } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf, kinds } from '#server/verify/kinds/index.ts'
import type { EvidenceItem, TransactionRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { cpuTime } from '#tests/support/cpuTime.ts'
import { batch, entryPoint7, handleOps, multicall3, safeExec, selfMulticall } from './calls/encode.ts'
import { judgeOn, states } from './calls/judged.ts'
import { type Case, dataOf, eth, leaf, mint, mintCall, minted, none, sent, target, wallet } from './calls/minting.ts'
import { chain, contract, head, me, other, second } from './cases.ts'

const dataOfAllowance = (spender: Hex) =>
  encodeFunctionData({ abi: [parseAbiItem('function approve(address spender, uint256 amount)')], args: [spender, 5n] })

const cases: Case[] = [
  [
    'a call inside multicall(bytes[])',
    leaf(),
    sent(target, selfMulticall.plain(['0x12345678', dataOf()])),
    states.multicall,
    'pass',
    'made a “mint”',
  ],
  ['inside multicall(uint256,bytes[])', leaf(), sent(target, selfMulticall.deadline([dataOf()])), states.multicall, 'pass'],
  ['inside multicall(bytes32,bytes[])', leaf(), sent(target, selfMulticall.blockhash([dataOf()])), states.multicall, 'pass'],
  [
    'inside a multicall of a contract that takes anything',
    leaf(),
    sent(target, selfMulticall.plain([dataOf()])),
    states.takesAll,
    'fail',
    'inside a multicall that this contract does not have',
  ],
  ['inside a multicall, the contract not read', leaf(), sent(target, selfMulticall.plain([dataOf()])), none, 'error'],
  [
    'in a multicall that failed',
    leaf(),
    sent(target, selfMulticall.plain([dataOf()]), { success: false }),
    states.multicall,
    'fail',
    'this call failed inside its transaction',
  ],
  [
    'one value seen twice counts once',
    leaf({ count: 2, value: { op: 'gte', value: '1' } }),
    sent(target, selfMulticall.plain([dataOf(), dataOf()]), { value: '1' }),
    states.multicall,
    'fail',
  ],
  ['two calls of one multicall', leaf({ count: 2 }), sent(target, selfMulticall.plain([dataOf(), dataOf()])), states.multicall, 'pass'],
  ['through Multicall3', leaf(), sent(multicall3, batch.aggregate([mintCall()])), none, 'pass'],
  [
    'through Multicall3, allowed to fail',
    leaf(),
    sent(multicall3, batch.aggregate3([mintCall()], true)),
    none,
    'fail',
    'this call was allowed to fail, and nothing shows that it did not',
  ],
  [
    'the value of that very call',
    leaf({ value: { op: 'gte', value: String(eth) } }),
    sent(multicall3, batch.aggregate3Value([mintCall(5n, eth), { ...mintCall(6n), value: eth }], false), { value: String(2n * eth) }),
    none,
    'pass',
    'made a “mint” of 1 ETH',
  ],
  [
    'not the value of the whole',
    leaf({ value: { op: 'gte', value: String(2n * eth) } }),
    sent(multicall3, batch.aggregate3Value([mintCall(5n, eth), mintCall(6n, eth)], false), { value: String(2n * eth) }),
    none,
    'fail',
    'made a “mint” of 1 ETH, 2 needed',
  ],
  [
    'a batch where only the wallet itself counts',
    leaf({ direct: true }),
    sent(multicall3, batch.aggregate([mintCall()])),
    none,
    'fail',
    'made within a batch or by a smart account: only calls that the wallet sends itself count',
  ],
  [
    'an allowance alone',
    leaf(),
    sent(other as Hex, dataOfAllowance(target)),
    none,
    'fail',
    'only allows 0xc0c0…c0c0 to use your tokens: nothing was done with them yet',
  ],
  [
    'sent for a Safe that is not linked',
    leaf(),
    sent(other as Hex, safeExec(mintCall())),
    none,
    'fail',
    'sent by your wallet, but done by the smart account 0xb0b0…b0b0, which is not linked',
  ],
  [
    'bundled for an account that is not linked',
    leaf(),
    sent(entryPoint7, handleOps.seven([{ sender: other as Hex, nonce: 3n, data: minted }])),
    none,
    'fail',
    'sent by your wallet, but done by the smart account 0xb0b0…b0b0, which is not linked',
  ],
  ['the wallet itself where only that counts', leaf({ direct: true }), sent(target, dataOf()), none, 'pass'],
  [
    'a deployment',
    leaf({ to: undefined, function: undefined, created: true }),
    sent(target, '0x6000', { to: '', created: other }),
    none,
    'pass',
    'deployed a contract',
  ],
  [
    'a deployment that failed',
    leaf({ to: undefined, function: undefined, created: true }),
    sent(target, '0x', { to: '', success: false }),
    none,
    'fail',
  ],
  [
    'a call where a deployment is wanted',
    leaf({ to: undefined, function: undefined, created: true }),
    sent(target, dataOf()),
    none,
    'fail',
  ],
  [
    'somebody else’s deployment',
    leaf({ to: undefined, function: undefined, created: true }),
    sent(target, '0x', { to: '', created: other, from: other }),
    none,
    'fail',
  ],
]

const order = 'function fill((address maker, uint256[] amounts, uint8 flags)[] orders, string memo)'
const filled = (orders: { maker: Hex; amounts: bigint[]; flags: number }[], memo = 'hello 42') =>
  sent(target, encodeFunctionData({ abi: [parseAbiItem(order) as AbiFunction], args: [orders, memo] }))
const [mine, theirs] = [wallet, other as Hex].map((maker) => ({ maker, amounts: [1n, 20n], flags: 5 })) as [never, never]
const filters: [string, [arg: string, op: string, value: unknown], TransactionRecord, boolean][] = [
  ['some', ['orders.*.maker', 'eq', '$account'], filled([theirs, mine]), true],
  ['some by its name', ['orders.some.maker', 'eq', '$account'], filled([theirs, theirs]), false],
  ['every', ['orders.every.maker', 'eq', '$account'], filled([mine, mine]), true],
  ['every but one', ['orders.every.maker', 'eq', '$account'], filled([mine, theirs]), false],
  ['every of none', ['orders.every.maker', 'eq', '$account'], filled([]), false],
  ['at', ['orders.1.maker', 'eq', '$account'], filled([theirs, mine]), true],
  ['every then some', ['orders.every.amounts.some', 'gte', '20'], filled([mine, theirs]), true],
  ['every then every', ['orders.every.amounts.every', 'gte', '2'], filled([mine]), false],
  ['bits that are set', ['orders.0.flags', 'bitmask', ['4', '4']], filled([mine]), true],
  ['bits that are not set', ['orders.0.flags', 'bitmask', ['6', '6']], filled([mine]), false],
  ['a pattern', ['memo', 'regex', '^hello \\d+$'], filled([mine]), true],
  ['another pattern', ['memo', 'regex', '^\\d'], filled([mine]), false],
  ['a pattern that makes others slow', ['memo', 'regex', '^(a+)+$'], filled([mine], `${'a'.repeat(9_000)}!`), false],
]

describe('evm.transaction', () => {
  it.each(cases)('%s', async (_name, rule, record, state, status, text) => {
    const { verdict, bundle } = await judgeOn(rule, { transactions: [record], state })
    expect([verdict.status, ...(text ? [verdict.trace.seen[0]?.text.en] : [])]).toEqual([status, ...(text ? [text] : [])])
    expect(status === 'pass' ? bundle.leaves[0]?.facts.length : 1).toBeGreaterThan(0)
  })

  it('says nothing of what has nothing to do with it', async () => {
    const unrelated = [dataOfAllowance(other as Hex), safeExec({ ...mintCall(), data: '0x12345678' })]
    for (const data of unrelated) {
      const { verdict } = await judgeOn(leaf(), { transactions: [sent(other as Hex, data)] })
      expect([verdict.status, verdict.trace.seen]).toEqual(['fail', []])
    }
  })

  it.each(filters)('compares %s', async (_name, [arg, op, value], record, passes) => {
    const rule = leaf({ function: order, where: [{ arg, op, value }] })
    expect((await judgeOn(rule, { transactions: [record] })).verdict.status).toBe(passes ? 'pass' : 'fail')
  })

  it('captures what stands deep in the arguments', async () => {
    const nested = leaf({ function: order }, { capture: { maker: 'orders.0.maker' } })
    expect((await judgeOn(nested, { transactions: [filled([mine])] })).verdict.captured).toEqual({ maker: me })
  })

  it('refuses what can never be judged', () => {
    const message = (params: object) => {
      const read = kinds['evm.transaction'].params.safeParse({ to: [contract], function: mint, ...params })
      return read.success ? null : read.error.issues[0]?.message
    }
    expect(message({ to: undefined })).toContain('called contracts')
    expect(message({ created: true })).toContain('called contracts')
    expect(message({ to: undefined, created: true })).toContain('deployment')
    expect(message({ function: order, where: [{ arg: 'memo', op: 'regex', value: '(?=x)' }] })).toContain('RE2')
    expect(message({ function: order, where: [{ arg: 'memo', op: 'regex', value: 'x'.repeat(201) }] })).toContain('200')
    expect(message({ where: [{ arg: 'amount', op: 'regex', value: '1' }] })).toContain('not possible')
    expect(message({ where: [{ arg: 'amount', op: 'bitmask', value: ['1'] }] })).toContain('mask')
    expect(message({ function: order, where: [{ arg: 'orders.all.maker', op: 'eq', value: '$account' }] })).toContain('no such argument')
  })

  it('judges a megabyte and ten thousand levels in a moment', () => {
    const word = (value: number) => value.toString(16).padStart(64, '0')
    const level = (depth: number) => `ac9650d8${word(0x20)}${word(1)}${word(0x20)}${word(depth * 132)}`
    const deep = `0x${Array.from({ length: 10_000 }, (_, index) => level(10_000 - index)).join('')}${'0'.repeat(264)}` as Hex
    const many = encodeFunctionData({
      abi: [parseAbiItem('function fill(uint256[] amounts)') as AbiFunction],
      args: [Array.from({ length: 31_000 }, () => 1n)],
    })
    const wide = selfMulticall.plain(Array.from({ length: 10_000 }, () => dataOf()))
    const { evidence, scope } = reading([
      sent(target, deep),
      sent(target, `${dataOf()}${'ab'.repeat(1_000_000)}` as Hex),
      sent(target, wide),
      sent(target, many),
    ])
    for (const item of evidence)
      for (const record of item.records) {
        const one = [{ ...item, records: [record] }] as EvidenceItem[]
        for (const params of [paramsOf({}), paramsOf({ function: 'function fill(uint256[] amounts)' })]) {
          expect(cpuTime(() => kindOf('evm.transaction').judge(params, one, scope)).ms).toBeLessThan(100)
        }
      }
  })

  it('never throws and never passes on what is not the call', () => {
    const hex = fc.uint8Array({ maxLength: 300 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)
    const wrapped = fc.constantFrom(
      selfMulticall.plain([dataOf()]),
      batch.aggregate3([mintCall()], true),
      safeExec(mintCall()),
      handleOps.seven([]),
      minted,
    )
    const odd = fc.record({
      from: fc.constantFrom(me, other, second, ''),
      to: fc.constantFrom(contract, me, second, multicall3, entryPoint7, other),
      input: fc.oneof(hex, wrapped, fc.string()),
      value: fc.constantFrom('0', '-1', 'x', '1e3'),
      success: fc.boolean(),
      accountLogs: fc.array(
        fc.record({ logIndex: fc.nat(), address: fc.constantFrom(second, entryPoint7), topics: fc.array(hex), data: hex }),
        { maxLength: 2 },
      ),
    })
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 3 }), (records) => {
        const { evidence, scope } = reading(records.map((one) => ({ ...sent(target, '0x'), ...one })))
        expect(kindOf('evm.transaction').judge(paramsOf({}), evidence, scope).status).not.toBe('pass')
      }),
      { numRuns: 300 },
    )
  })
})

function paramsOf(more: object) {
  const rule = parseRule(leaf(more))
  if (!('kind' in rule) || rule.kind !== 'evm.transaction') throw new Error('no such leaf')
  return rule.params
}

function reading(records: TransactionRecord[]) {
  const query = { type: 'evm.transactions' as const, chain, role: 'sent' as const, to: [contract], wallets: [me, second] }
  const evidence: EvidenceItem[] = [{ query, records, head, toBlock: '132', complete: true, providers: ['own'] }]
  return {
    evidence,
    scope: { chain, wallets: [me, second], linked: [], range: {}, finality: 'finalized' as const, questStart: '2027-01-15T08:00:00Z' },
  }
}
