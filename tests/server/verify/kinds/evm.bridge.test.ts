import fc from 'fast-check'
import { encodeAbiParameters, type Hex, keccak256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { leastArrival } from '#server/verify/kinds/bridgePairs.ts'
import { kinds } from '#server/verify/kinds/index.ts'
import type { HeadRef, LogRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { chain, contract, head, log, me, other, second } from './cases.ts'
import { mutated } from './mutation.ts'
import { judgeInRounds, memberContext } from './rounds.ts'

const there = 'eip155:10'
const gate = `0x${'d0'.repeat(20)}`
const sentEvent = 'event Sent(uint256 indexed id, address indexed from, uint32 to, uint256 amount)'
const arrivedEvent = 'event Arrived(uint64 indexed id, bytes32 receiver, uint256 amount)'
const usdc = 1_000_000n
const word = (address: string) => `0x${'0'.repeat(24)}${address.slice(2)}`

const sent = (block: number, more: object = {}, record: Partial<LogRecord> = {}) =>
  log(block, sentEvent, { id: 7n, from: me, to: 10, amount: 10n * usdc, ...more }, { logIndex: block, ...record })
const arrived = (block: number, more: object = {}, record: Partial<LogRecord> = {}) =>
  log(block, arrivedEvent, { id: 7n, receiver: word(me), amount: 10n * usdc, ...more }, { address: gate, logIndex: block, ...record })

const base = {
  out: { addresses: [contract], event: sentEvent, claimant: 'from', where: [{ arg: 'to', op: 'eq', value: '10' }] },
  destination: { chain: there, addresses: [gate], event: arrivedEvent, claimant: 'receiver' },
  join: [{ out: 'id', in: 'id' }],
  maxDelay: 20,
  amount: { out: 'amount', in: 'amount', toleranceBps: 100 },
  units: { amount: { decimals: 6, symbol: 'USDC' } },
  action: { en: 'bridged', ja: 'ブリッジ' },
}
const leaf = (more: object = {}, around: object = {}) => ({ kind: 'evm.bridge', chain, params: { ...base, ...more }, ...around })

type Given = {
  out?: LogRecord[]
  in?: LogRecord[]
  head?: HeadRef
  problem?: { reason: 'disagree' | 'unreachable'; retryable: boolean; detail: string }
}
const judge = (rule: object, given: Given) =>
  judgeInRounds(rule, (query) =>
    'chain' in query && query.chain === there
      ? { records: given.in ?? [], ...(given.head ? { head: given.head } : {}), ...(given.problem ? { problem: given.problem } : {}) }
      : { records: given.out ?? [] },
  )

const late: HeadRef = { ...head, finalized: { ...head.finalized, number: '60' }, safe: { ...head.safe, number: '60' } }
const pair = { out: [sent(70)], in: [arrived(80)] }
const twice = { out: [sent(70), sent(72)], in: [arrived(80), arrived(82)] }
const plain = 'event Plain(string memo, uint256 amount)'
const memoPair = {
  out: [log(70, 'event Out(address indexed from, string memo)', { from: me, memo: 'order 5' })],
  in: [log(80, plain, { memo: 'order 5', amount: 1n }, { address: gate })],
}
const byMemo = {
  out: { addresses: [contract], event: 'event Out(address indexed from, string memo)', claimant: 'from' },
  destination: { chain: there, addresses: [gate], event: plain },
  join: [{ out: 'memo', in: 'memo' }],
  amount: undefined,
  units: undefined,
}

const passing: [string, object, Given][] = [
  ['both sides final', leaf(), pair],
  ['at the last second', leaf(), { out: [sent(70)], in: [arrived(90)] }],
  ['less within the tolerance', leaf(), { out: [sent(70)], in: [arrived(80, { amount: 9_900_000n })] }],
  ['more than was sent', leaf(), { out: [sent(70)], in: [arrived(80, { amount: 11n * usdc })] }],
  ['a clock that is behind', leaf(), { out: [sent(90)], in: [arrived(80)] }],
  ['at another wallet of the member', leaf(), { out: [sent(70)], in: [arrived(80, { receiver: word(second) })] }],
  ['the sender as the member', leaf({ out: { ...base.out, claimant: undefined } }), pair],
  ['two keys', leaf({ count: 2 }), { out: [sent(70), sent(71, { id: 8n })], in: [arrived(80), arrived(81, { id: 8n })] }],
  [
    'a sum over keys',
    leaf({ sum: { arg: 'amount', gte: '20000000' } }),
    { out: [sent(70), sent(71, { id: 8n })], in: [arrived(80), arrived(81, { id: 8n })] },
  ],
  ['the second of two with one key, where the first was late', leaf(), { out: [sent(50), sent(70)], in: [arrived(80)] }],
  ['text that no topic holds', leaf(byMemo), memoPair],
  [
    'other decimals',
    leaf({ amount: { ...base.amount, decimals: { out: 6, in: 18 } } }),
    { out: [sent(70)], in: [arrived(80, { amount: 99n * 10n ** 17n })] },
  ],
  ['not final, where latest is enough', leaf({}, { finality: 'latest' }), { ...pair, head: late }],
]

const failing: [string, object, Given, string, string?][] = [
  ['nothing', leaf(), {}, 'fail'],
  ['somebody else', leaf(), { ...pair, out: [sent(70, { from: other })] }, 'fail'],
  ['to another chain', leaf(), { ...pair, out: [sent(70, { to: 137 })] }, 'fail', 'bridged, but to was 137; needed: to = 10'],
  ['from another contract', leaf(), { ...pair, out: [sent(70, {}, { address: other })] }, 'fail'],
  [
    'arrived at another contract',
    leaf(),
    { ...pair, in: [arrived(80, {}, { address: other })] },
    'fail',
    'bridged 10 USDC, but it did not arrive on OP Mainnet within 20 seconds',
  ],
  [
    'another key',
    leaf(),
    { ...pair, in: [arrived(80, { id: 8n })] },
    'fail',
    'bridged 10 USDC, but it did not arrive on OP Mainnet within 20 seconds',
  ],
  [
    'a stranger received it',
    leaf(),
    { ...pair, in: [arrived(80, { receiver: word(other) })] },
    'fail',
    'bridged 10 USDC, but it arrived on OP Mainnet at 0xb0b0…b0b0, which is not your wallet',
  ],
  [
    'too late',
    leaf(),
    { ...pair, in: [arrived(91)] },
    'fail',
    'bridged 10 USDC, but it arrived on OP Mainnet after 21 seconds, at most 20 seconds allowed',
  ],
  [
    'too little',
    leaf(),
    { ...pair, in: [arrived(80, { amount: 9_899_999n })] },
    'fail',
    'bridged 10 USDC, but it arrived on OP Mainnet with 9.899999 USDC, 9.90 USDC needed',
  ],
  [
    'other decimals, one unit short',
    leaf({ amount: { ...base.amount, decimals: { out: 6, in: 18 } } }),
    { ...pair, in: [arrived(80, { amount: 99n * 10n ** 17n - 1n })] },
    'fail',
  ],
  [
    'long before it was sent',
    leaf({ maxDelay: 2_000_000 }),
    { ...pair, in: [{ ...arrived(80), blockTime: sent(70).blockTime - 301 }] },
    'fail',
    'bridged 10 USDC, but it arrived on OP Mainnet before it was sent',
  ],
  [
    'a condition of the arrival',
    leaf({ destination: { ...base.destination, where: [{ arg: 'amount', op: 'gte', value: '11000000' }] } }),
    pair,
    'fail',
  ],
  ['one key used twice, where two are needed', leaf({ count: 2 }), twice, 'fail'],
  ['one key used twice, as a sum', leaf({ sum: { arg: 'amount', gte: '20000000' } }), twice, 'fail'],
  ['two that left, one that arrived', leaf({ count: 2 }), { ...pair, out: [sent(70), sent(71, { id: 8n })] }, 'fail'],
  ['sent before the window', leaf({}, { window: { from: '2027-01-15T08:02:00Z' } }), pair, 'fail'],
  ['still on its way', leaf({ maxDelay: 100 }), { out: [sent(70)] }, 'pending', 'bridged 10 USDC'],
  ['one on its way where another is missing', leaf({ maxDelay: 100, count: 2 }), { out: [sent(70)] }, 'fail'],
  ['final where it left, not where it arrived', leaf(), { ...pair, head: late }, 'pending'],
  ['final where it arrived, not where it left', leaf({ maxDelay: 100 }), { out: [sent(101)], in: [arrived(90)] }, 'pending'],
  [
    'providers of the destination disagree',
    leaf(),
    { out: [sent(70)], problem: { reason: 'disagree', retryable: true, detail: '' } },
    'pending',
  ],
  ['the destination is down', leaf(), { out: [sent(70)], problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
]

describe('evm.bridge', () => {
  it.each(passing)('passes: %s', (_name, rule, given) => {
    const { status, bundle } = judge(rule, given)
    expect(status).toBe('pass')
    expect(bundle.leaves[0]?.facts[0]?.decoded).toMatchObject({ arrival: { chain: there } })
  })

  it.each(failing)('does not pass: %s', (_name, rule, given, status, text) => {
    const judged = judge(rule, given)
    expect(judged.status).toBe(status)
    if (text) expect(judged.trace.seen[0]?.text.en).toBe(text)
  })

  it('asks the destination for the keys that left, by topic where one is indexed, otherwise for the time in question', () => {
    const [, second] = judge(leaf(), { out: [sent(70), sent(71, { id: 8n })] }).asked
    const topic = (id: bigint) => `0x${id.toString(16).padStart(64, '0')}`
    expect(second).toEqual([
      expect.objectContaining({
        chain: there,
        topics: [[topic(7n), topic(8n)]],
        claimant: { by: 'anyone', index: 0, wallets: [] },
        fromTime: sent(70).blockTime - 300,
      }),
    ])
    expect(second?.[0]).not.toHaveProperty('toTime')
    const [, byTime] = judge(leaf(byMemo), memoPair).asked
    expect(byTime).toEqual([expect.objectContaining({ chain: there, fromTime: 1_800_000_070 - 300, toTime: 1_800_000_070 + 20 })])
    expect(byTime?.[0]).not.toHaveProperty('topics')
    expect(judge(leaf(), {}).asked).toHaveLength(1)
    expect(judge(leaf(), { out: [sent(70, { from: other })] }).asked).toHaveLength(1)
  })

  it('joins by the hash of several arguments, as messages are named', () => {
    const event = 'event Message(address indexed target, address sender, bytes message, uint256 nonce)'
    const args = { target: gate as Hex, sender: me as Hex, message: '0x1234' as Hex, nonce: 3n }
    const relay = '0xcbd4ece9'
    const types = [{ type: 'address' }, { type: 'address' }, { type: 'bytes' }, { type: 'uint256' }]
    const encoded = encodeAbiParameters(types, [args.target, args.sender, args.message, args.nonce])
    const hash = keccak256(`${relay}${encoded.slice(2)}`)
    const rule = leaf({
      out: { addresses: [contract], event, claimant: 'sender' },
      destination: { chain: there, addresses: [gate], event: 'event Relayed(bytes32 indexed hash)' },
      join: [{ out: { keccak: ['target', 'sender', 'message', 'nonce'], prefix: relay }, in: 'hash' }],
      amount: undefined,
      units: undefined,
    })
    const relayed = (of: Hex) => log(80, 'event Relayed(bytes32 indexed hash)', { hash: of }, { address: gate })
    const given = { out: [log(70, event, args)], in: [relayed(hash)] }
    expect(judge(rule, given)).toMatchObject({ status: 'pass', asked: [{}, [{ topics: [[hash]] }]] })
    expect(judge(rule, { ...given, in: [relayed(keccak256(encoded))] }).status).toBe('fail')
  })

  it('rounds what must arrive up, never down', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 30n }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 24 }),
        (sent, bps, inDecimals) => {
          const least = leastArrival(sent, { out: 'a', in: 'a', toleranceBps: bps, decimals: { out: 6, in: inDecimals } })
          const exact = sent * BigInt(10_000 - bps) * 10n ** BigInt(inDecimals)
          const size = 10_000n * 10n ** 6n
          expect(least * size >= exact && (least - 1n) * size < exact).toBe(true)
        },
      ),
    )
  })

  it('refuses what cannot be joined, and warns of weak keys', () => {
    const refused: [object, RegExp][] = [
      [{ join: [{ out: 'id', in: 'receiver' }] }, /join\.0\.out/],
      [{ join: [{ out: 'nothing', in: 'id' }] }, /join\.0\.out/],
      [{ join: [{ out: 'id', in: 'nothing' }] }, /join\.0\.in/],
      [{ join: [{ out: { keccak: ['id'] }, in: 'amount' }] }, /join\.0\.in/],
      [{ join: [{ out: { keccak: ['nothing'] }, in: 'receiver' }] }, /join\.0\.out\.keccak\.0/],
      [{ join: [] }, /join/],
      [{ destination: { ...base.destination, chain: 'eip155:424242' } }, /destination\.chain/],
      [{ destination: { ...base.destination, claimant: 'amount' } }, /destination\.claimant/],
      [{ amount: { ...base.amount, in: 'receiver' } }, /amount\.in/],
      [{ maxDelay: 0 }, /maxDelay/],
    ]
    for (const [more, field] of refused) expect(() => parseRule(leaf(more)), JSON.stringify(more)).toThrow(field)
    const codes = (more: object) => kinds['evm.bridge'].lint({ ...base, ...more } as never).map(({ code }) => code)
    expect(codes({})).toEqual(['no-minimum'])
    expect(codes({ join: [{ out: 'from', in: 'receiver' }] })).toEqual(['no-minimum', 'weak-key'])
    const { example } = kinds['evm.bridge'].form
    expect(() => parseRule({ kind: 'evm.bridge', ...example })).not.toThrow()
  })

  it('says what is wanted', () => {
    const out = { ...base.out, where: [{ arg: 'amount', op: 'gte', value: '5000000' }] }
    expect(judge(leaf({ out }), pair).trace).toMatchObject({
      wanted: {
        en: 'Have bridged at least 5 USDC on Base, arriving on OP Mainnet within 20 seconds',
        ja: 'Base で 5 USDC 以上をブリッジする、20 秒以内に OP メインネット へ到着',
      },
      seen: [{ text: { en: 'bridged 10 USDC to OP Mainnet', ja: 'OP メインネット へ 10 USDC をブリッジしました' } }],
    })
  })

  it('neither throws nor passes on what does not join, and binds every byte', () => {
    const { digest, rule, items } = judge(leaf(), pair)
    fc.assert(
      fc.property(mutated(items.map(({ records }) => records)), (records) => {
        const changed = items.map((item, index) => ({ ...item, records: records[index] }) as never)
        const again = judgeEvidence(rule, { context: memberContext }, [{ path: '', items: changed }])
        expect(['pass', 'fail', 'pending', 'error']).toContain(again.verdict.status)
        expect(again.digest).not.toBe(digest)
        if (again.verdict.status !== 'pass') return
        // What may change without another verdict: places, hashes, and bytes that no argument stands in.
        const [out, arrival] = again.bundle.leaves[0]?.items.map((item) => item.records[0] as LogRecord) ?? []
        const read = (one?: LogRecord) => [one?.address, ...(one?.topics ?? []).map((topic) => topic.slice(26))]
        expect([read(out), read(arrival)]).toEqual([read(sent(70)), read(arrived(80))])
      }),
    )
  }, 30_000)
})
