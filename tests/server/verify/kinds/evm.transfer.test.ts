import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf, kinds } from '#server/verify/kinds/index.ts'
import type { EvidenceItem, LogRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { describeRule, planRule } from '#server/verify/run.ts'
import { batch, multicall3, runLog, safeExec, safeLog, selfMulticall } from './calls/encode.ts'
import { type Chain, implementation, judgeOn, states } from './calls/judged.ts'
import { erc20, erc721, erc1155, eth, leaf, many, moved, native, nobody, paid, piece, single, third, usdc } from './calls/moving.ts'
import { chain, contract, head, me, other, second } from './cases.ts'

type Case = [name: string, rule: object, on: Chain, status: string, text?: string]

const cases: Case[] = [
  ['ERC-20 sent', leaf({ token: erc20, gte: '10000000' }), { logs: [moved(90, me, other, 10n * usdc)] }, 'pass', 'sent 10 USDC'],
  [
    'too little',
    leaf({ token: erc20, gte: '10000000' }),
    { logs: [moved(90, me, other, 9_700_000n)] },
    'fail',
    'sent 9.70 USDC, 10 needed',
  ],
  [
    'two that add up',
    leaf({ token: erc20, sum: { arg: 'amount', gte: '10000000' } }),
    { logs: [moved(80, me, other, 4n * usdc), moved(90, me, third, 6n * usdc)] },
    'pass',
  ],
  [
    'two that do not add up',
    leaf({ token: erc20, sum: { arg: 'amount', gte: '10000000' } }),
    { logs: [moved(80, me, other, 4n * usdc), moved(90, me, third, 5n * usdc)] },
    'fail',
  ],
  [
    'to two different people',
    leaf({ token: erc20, distinct: { arg: 'to', gte: 2 } }),
    { logs: [moved(80, me, other, 1n), moved(90, me, third, 1n)] },
    'pass',
  ],
  [
    'twice to one',
    leaf({ token: erc20, distinct: { arg: 'to', gte: 2 } }),
    { logs: [moved(80, me, other, 1n), moved(90, me, other, 1n)] },
    'fail',
  ],
  ['received where sent counts', leaf({ token: erc20 }), { logs: [moved(90, other, me, 10n * usdc)] }, 'fail'],
  ['received', leaf({ token: erc20, direction: 'received' }), { logs: [moved(90, other, me, 10n * usdc)] }, 'pass', 'received 10 USDC'],
  ['the wanted other side', leaf({ token: erc20, counterparty: [other] }), { logs: [moved(90, me, other, 1n)] }, 'pass'],
  [
    'another other side',
    leaf({ token: erc20, counterparty: [other] }),
    { logs: [moved(90, me, third, usdc)] },
    'fail',
    'sent 1 USDC, but to 0xb1b1…b1b1',
  ],
  [
    'between own wallets',
    leaf({ token: erc20 }),
    { logs: [moved(90, me, second, usdc)] },
    'fail',
    'sent 1 USDC, but between your own wallets',
  ],
  ['nothing at all, in the member’s name', leaf({ token: erc20 }), { logs: [moved(90, me, other, 0n)] }, 'fail'],
  ['another token', leaf({ token: erc20 }), { logs: [moved(90, me, other, usdc, { address: third })] }, 'fail'],
  ['a piece where coins are wanted', leaf({ token: erc20 }), { logs: [piece(90, me, other, 7n)] }, 'fail'],
  ['not final', leaf({ token: erc20 }), { logs: [moved(110, me, other, usdc)] }, 'pending'],
  ['before the quest', leaf({ token: erc20 }), { logs: [moved(90, me, other, usdc, { blockTime: 1 })] }, 'fail'],
  ['a piece of a collection', leaf({ token: erc721 }), { logs: [piece(90, me, other, 7n)] }, 'pass', 'sent 1 ART'],
  ['a mint received', leaf({ token: erc721, direction: 'received' }), { logs: [piece(90, nobody, me, 7n)] }, 'pass'],
  ['one of the wanted pieces', leaf({ token: { ...erc721, ids: ['7', '8'] } }), { logs: [piece(90, me, other, 8n)] }, 'pass'],
  ['none of the wanted pieces', leaf({ token: { ...erc721, ids: ['7', '8'] } }), { logs: [piece(90, me, other, 9n)] }, 'fail'],
  ['coins where a piece is wanted', leaf({ token: erc721 }), { logs: [moved(90, me, other, 7n)] }, 'fail'],
  ['ERC-1155', leaf({ token: erc1155, gte: '3' }), { logs: [single(90, me, other, 5n, 3n)] }, 'pass', 'sent 3 ITEM'],
  [
    'ERC-1155 in a batch, only the wanted kinds',
    leaf({ token: { ...erc1155, ids: ['5', '6'] }, gte: '5' }),
    { logs: [many(90, me, other, [5n, 6n, 7n], [2n, 3n, 9n])] },
    'pass',
    'sent 5 ITEM',
  ],
  [
    'ERC-1155 in a batch, too few',
    leaf({ token: { ...erc1155, ids: ['5'] }, gte: '3' }),
    { logs: [many(90, me, other, [5n, 7n], [2n, 9n])] },
    'fail',
    'sent 2 ITEM, 3 needed',
  ],
  ['ERC-1155 lists of two lengths', leaf({ token: erc1155 }), { logs: [many(90, me, other, [5n, 7n], [2n])] }, 'fail'],
  ['ERC-1155 the operator only', leaf({ token: erc1155 }), { logs: [single(90, third, other, 5n, 3n)] }, 'fail'],
  [
    'coins sent',
    leaf({ token: native, gte: String(eth), counterparty: [other] }),
    { transactions: [paid(90, other, eth)] },
    'pass',
    'sent 1 ETH',
  ],
  [
    'coins, too few',
    leaf({ token: native, gte: String(eth) }),
    { transactions: [paid(90, other, eth / 2n)] },
    'fail',
    'sent 0.50 ETH, 1 needed',
  ],
  [
    'coins that came back',
    leaf({ token: native }),
    { transactions: [paid(90, other, eth, { success: false })] },
    'fail',
    'sent 1 ETH, but this transaction failed',
  ],
  ['coins by someone else', leaf({ token: native }), { transactions: [paid(90, other, eth, { from: third })] }, 'fail'],
  ['coins to an own wallet', leaf({ token: native }), { transactions: [paid(90, second, eth)] }, 'fail'],
  [
    'coins from a Safe',
    leaf({ token: native }),
    {
      transactions: [
        paid(90, second, 0n, {
          from: other,
          input: safeExec({ to: other as Hex, value: eth, data: '0x' }),
          accountLogs: [safeLog(second as Hex, true)],
          blockLogs: [runLog(second as Hex, paid(90, other, 0n).txHash)],
        }),
      ],
      state: states.safe(implementation.safe),
    },
    'pass',
    'sent 1 ETH',
  ],
  [
    'coins from a false Safe',
    leaf({ token: native }),
    {
      transactions: [
        paid(90, second, 0n, {
          from: other,
          input: safeExec({ to: other as Hex, value: eth, data: '0x' }),
          accountLogs: [safeLog(second as Hex, true)],
          blockLogs: [runLog(second as Hex, paid(90, other, 0n).txHash)],
        }),
      ],
      state: states.safe(other),
    },
    'fail',
  ],
  [
    'coins in a batch, each where it ends',
    leaf({ token: native, count: 2, sum: { arg: 'amount', gte: String(3n * eth) } }),
    {
      transactions: [
        paid(90, multicall3, 3n * eth, {
          input: batch.aggregate3Value(
            [
              { to: other as Hex, value: eth, data: '0x' },
              { to: third, value: 2n * eth, data: '0x' },
            ],
            false,
          ),
        }),
      ],
    },
    'pass',
  ],
  [
    'the coins of a batch are not counted twice',
    leaf({ token: native, sum: { arg: 'amount', gte: String(4n * eth) } }),
    {
      transactions: [
        paid(90, multicall3, 3n * eth, { input: batch.aggregate3Value([{ to: other as Hex, value: 3n * eth, data: '0x' }], false) }),
      ],
    },
    'fail',
  ],
  [
    'the coins of a multicall are sent once',
    leaf({ token: native, sum: { arg: 'amount', gte: String(2n * eth) } }),
    { transactions: [paid(90, contract, eth, { input: selfMulticall.plain(['0x11223344', '0x55667788']) })], state: states.multicall },
    'fail',
  ],
  [
    'coins received',
    leaf({ token: native, direction: 'received' }),
    { transactions: [paid(90, me, eth, { from: other })] },
    'pass',
    'received 1 ETH',
  ],
  [
    'coins received in vain',
    leaf({ token: native, direction: 'received' }),
    { transactions: [paid(90, me, eth, { from: other, success: false })] },
    'fail',
  ],
  [
    'coins received from oneself',
    leaf({ token: native, direction: 'received' }),
    { transactions: [paid(90, me, eth, { from: second })] },
    'fail',
  ],
]

const context = {
  accountId: 'a',
  wallets: [`eip155:${me}`],
  questStart: '2027-01-15T08:00:00Z',
  joinedAt: '2027-01-15T08:00:00Z',
  version: 1,
}
const queriesOf = (rule: object) => planRule(parseRule(rule), context)[0]?.queries

describe('evm.transfer', () => {
  it.each(cases)('%s', async (_name, rule, on, status, text) => {
    const { verdict } = await judgeOn(rule, on)
    expect([verdict.status, ...(text ? [verdict.trace.seen[0]?.text.en] : [])]).toEqual([status, ...(text ? [text] : [])])
  })

  it('asks only for what names the member, and the other side where it is wanted', () => {
    expect(queriesOf(leaf({ token: erc20, counterparty: [other] }))).toMatchObject([
      { claimant: { by: 'topic', index: 1, wallets: [me] }, topics: [null, [`0x${'0'.repeat(24)}${other.slice(2)}`], null] },
    ])
    expect(queriesOf(leaf({ token: erc1155, direction: 'received' }))).toMatchObject([
      { claimant: { index: 3 } },
      { claimant: { index: 3 } },
    ])
    expect(queriesOf(leaf({ token: native, direction: 'received' }))).toMatchObject([
      { type: 'evm.transactions', role: 'received', to: [] },
    ])
    expect(queriesOf(leaf({ token: native, counterparty: [other] }))).toMatchObject([{ role: 'sent', to: [other] }])
  })

  it('says what is wanted, and what cannot be seen', () => {
    expect(describeRule(parseRule(leaf({ token: erc20, gte: '10000000', counterparty: [other] })))).toEqual({
      en: 'Send at least 10 USDC to 0xb0b0…b0b0 on Base',
      ja: 'Base で 0xb0b0…b0b0 に 10 USDC 以上を送る',
    })
    expect(describeRule(parseRule(leaf({ token: native, direction: 'received' }))).en).toContain('cannot be seen')
    const codes = (params: object) => {
      const rule = parseRule(leaf(params))
      return 'kind' in rule && rule.kind === 'evm.transfer' ? kinds['evm.transfer'].lint(rule.params).map(({ code }) => code) : []
    }
    expect(codes({ token: native, direction: 'received' })).toEqual(['any-counterparty', 'no-minimum', 'top-level-only'])
    expect(codes({ token: erc721, counterparty: [other] })).toEqual([])
  })

  it('captures what was sent', async () => {
    const rule = leaf({ token: erc721 }, { capture: { piece: 'ids.0', whom: 'to' } })
    expect((await judgeOn(rule, { logs: [piece(90, me, other, 7n)] })).verdict.captured).toEqual({ piece: '7', whom: other })
  })

  it('never throws and never passes on logs that do not name the member', () => {
    const hex = fc.uint8Array({ maxLength: 140 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)
    const known = [moved(90, me, other, usdc), single(90, me, other, 5n, 3n), many(90, me, other, [5n], [1n]), piece(90, me, other, 7n)]
    const odd = fc
      .tuple(fc.constantFrom(...known), fc.constantFrom('topics', 'data'), fc.array(hex, { maxLength: 4 }), fc.string())
      .map(
        ([record, field, list, text]): LogRecord =>
          field === 'topics'
            ? { ...record, topics: [record.topics[0] ?? '', ...list] }
            : { ...record, data: text, topics: [record.topics[0] ?? ''] },
      )
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 3 }), fc.constantFrom(erc20, erc721, erc1155), (records, token) => {
        const rule = parseRule(leaf({ token }))
        if (!('kind' in rule) || rule.kind !== 'evm.transfer') throw new Error('no such leaf')
        const query = {
          type: 'evm.logs' as const,
          chain,
          addresses: [contract],
          topic0: '',
          claimant: { by: 'topic' as const, index: 1, wallets: [me] },
        }
        const evidence: EvidenceItem[] = [{ query, records, head, toBlock: '132', complete: true, providers: ['own'] }]
        const scope = { chain, wallets: [me], linked: [], range: {}, finality: 'finalized' as const, questStart: '2027-01-15T08:00:00Z' }
        expect(kindOf('evm.transfer').judge(rule.params, evidence, scope).status).not.toBe('pass')
      }),
      { numRuns: 300 },
    )
  })

  it('binds its evidence', async () => {
    const one = await judgeOn(leaf({ token: erc20 }), { logs: [moved(90, me, other, usdc)] })
    const changed = [
      moved(91, me, other, usdc),
      moved(90, me, third, usdc),
      moved(90, me, other, usdc + 1n),
      moved(90, me, other, usdc, { logIndex: 1 }),
    ]
    for (const record of changed) expect((await judgeOn(leaf({ token: erc20 }), { logs: [record] })).digest).not.toBe(one.digest)
    expect((await judgeOn(leaf({ token: erc20 }), { logs: [moved(90, me, other, usdc)] })).digest).toBe(one.digest)
  })
})
