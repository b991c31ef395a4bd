import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '#server/verify/kinds/index.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence, planRule } from '#server/verify/run.ts'
import { executed, op, opsBegin, v07 } from './accountLogs.ts'
import { chain, contract, type Given, head, judgeLeaf, log, me, other, second } from './cases.ts'
import { mutated } from './mutation.ts'

const signature =
  'event Swap(address indexed sender, address indexed recipient, int256 amount0, uint24 fee, bool exact, string memo, (address maker, uint256[] parts) order)'
const usdc = 1_000_000n
const args = (more: object = {}) => ({
  sender: other,
  recipient: me,
  amount0: 12n * usdc,
  fee: 500,
  exact: true,
  memo: 'hello world',
  order: { maker: me, parts: [1n, 2n, 3n] },
  ...more,
})
const swap = (block: number, more: object = {}, record: object = {}) => log(block, signature, args(more), record)
const params = (more: object = {}) => ({
  addresses: [contract],
  event: signature,
  units: { amount0: { decimals: 6, symbol: 'USDC' } },
  action: { en: 'swapped', ja: 'スワップ' },
  ...more,
})
const leaf = (more: object = {}, around: object = {}) => ({ kind: 'evm.event', chain, params: params(more), ...around })
const min = { where: [{ arg: 'amount0', op: 'gte', value: '10000000' }] }
const where = (arg: string, op: string, value: unknown) => ({ where: [{ arg, op, value }] })

const bundled = { txFrom: other, txTo: v07 }

const passing: [string, object, Given][] = [
  ['a final log of the sender', leaf(), { records: [swap(90)] }],
  ['exactly at the finalized block', leaf(), { records: [swap(100)] }],
  ['exactly the minimum', leaf(min), { records: [swap(90, { amount0: 10n * usdc })] }],
  ['a safe log when safe is enough', leaf({}, { finality: 'safe' }), { records: [swap(120)] }],
  ['the newest log when latest is enough', leaf({}, { finality: 'latest' }), { records: [swap(132)] }],
  ['the recipient as claimant, whoever sent it', leaf({ claimant: 'recipient' }), { records: [swap(90, {}, { txFrom: other })] }],
  ['a linked wallet', leaf(), { records: [swap(90, {}, { txFrom: second })] }],
  ['two logs of two wallets', leaf({ count: 2 }), { records: [swap(80), swap(90, {}, { txFrom: second })] }],
  ['a sum over logs', leaf({ sum: { arg: 'amount0', gte: '24000000' } }), { records: [swap(80), swap(90)] }],
  ['one of two contracts', leaf({ addresses: [other, contract] }), { records: [swap(90)] }],
  [
    'a checksummed address in the rule',
    leaf({ addresses: ['0xC0C0c0c0C0C0c0C0C0c0C0C0C0c0c0C0C0c0c0C0'.toLowerCase()] }),
    { records: [swap(90)] },
  ],
  [
    'a smart account in a bundle that somebody else sent',
    leaf(),
    { records: [swap(90, {}, { ...bundled, logIndex: 3, accountLogs: [opsBegin(2), op(5, me)] })] },
  ],
  ['a Safe that a relayer called', leaf(), { records: [swap(90, {}, { txFrom: other, txTo: me, accountLogs: [executed(4, me)] })] }],
  ['an address within a tuple', leaf({ claimant: 'order.maker' }), { records: [swap(90, {}, { txFrom: other })] }],
  ['although a read of another wallet stopped early', leaf(), { records: [swap(90)], complete: false }],
  ...(
    [
      ['amount0', 'between', ['12000000', '12000000']],
      ['amount0', 'gt', '11999999'],
      ['amount0', 'lt', '12000001'],
      ['amount0', 'lte', '12000000'],
      ['amount0', 'ne', '0'],
      ['fee', 'in', ['100', '500']],
      ['fee', 'notIn', ['3000']],
      ['recipient', 'eq', '$account'],
      ['recipient', 'in', ['$linked']],
      ['sender', 'ne', '$linked'],
      ['exact', 'eq', true],
      ['memo', 'contains', 'lo wo'],
      ['memo', 'startsWith', 'hello'],
      ['order.maker', 'eq', '$account'],
      ['order.parts.1', 'eq', '2'],
      ['order.parts.*', 'eq', '3'],
    ] as const
  ).map(([arg, op, value]): [string, object, Given] => [`${arg} ${op} ${value}`, leaf(where(arg, op, value)), { records: [swap(90)] }]),
]

/** A pool logs what it pays out as a negative number. */
const paidOut: [string, op: 'lt' | 'lte', amount0: bigint, string, en: string, ja: string][] = [
  ['enough', 'lte', -12n * usdc, 'pass', 'swapped 12 USDC', '12 USDC をスワップしました'],
  ['too little', 'lte', -9_700_000n, 'fail', 'swapped 9.70 USDC, 10 needed', '9.70 USDC をスワップしました(必要: 10 USDC)'],
  [
    'the other way',
    'lte',
    12n * usdc,
    'fail',
    'swapped, but amount0 was 12 USDC; needed: amount0 ≤ -10 USDC',
    'スワップしましたが、amount0 は 12 USDC でした(必要: amount0 ≤ -10 USDC)',
  ],
  [
    'just as much where more is needed',
    'lt',
    -10n * usdc,
    'fail',
    'swapped 10 USDC, 10 needed',
    '10 USDC をスワップしました(必要: 10 USDC)',
  ],
]

const failing: [string, object, Given, string][] = [
  ['nothing there', leaf(), { records: [] }, 'fail'],
  ['someone else', leaf(), { records: [swap(90, {}, { txFrom: other })] }, 'fail'],
  ['the sender where the recipient counts', leaf({ claimant: 'recipient' }), { records: [swap(90, { recipient: other })] }, 'fail'],
  ['a log of another contract', leaf(), { records: [swap(90, {}, { address: other })] }, 'fail'],
  [
    'another event with as many topics',
    leaf(),
    { records: [log(90, 'event Other(address indexed a, address indexed b)', { a: me, b: me })] },
    'fail',
  ],
  ['data cut short', leaf(), { records: [{ ...swap(90), data: swap(90).data.slice(0, 66) }] }, 'fail'],
  ['one too little', leaf(min), { records: [swap(90, { amount0: 10n * usdc - 1n })] }, 'fail'],
  ['a negative amount', leaf(min), { records: [swap(90, { amount0: -20n * usdc })] }, 'fail'],
  ['before the quest started', leaf(), { records: [{ ...swap(90), blockTime: 1_799_999_999 }] }, 'fail'],
  ['after the window', leaf({}, { window: { to: '2027-01-15T08:01:29Z' } }), { records: [swap(90)] }, 'fail'],
  ['one of two', leaf({ count: 2 }), { records: [swap(90)] }, 'fail'],
  ['half of the sum', leaf({ sum: { arg: 'amount0', gte: '24000000' } }), { records: [swap(90)] }, 'fail'],
  [
    'a bundle that the member sent for someone else',
    leaf(),
    { records: [swap(90, {}, { txTo: v07, logIndex: 3, accountLogs: [opsBegin(2), op(5, other)] })] },
    'fail',
  ],
  [
    'the operation of someone else in the same bundle',
    leaf(),
    { records: [swap(90, {}, { ...bundled, logIndex: 3, accountLogs: [opsBegin(2), op(5, other), op(6, me)] })] },
    'fail',
  ],
  ['a bundle, and which operation made it is not known', leaf(), { records: [swap(90, {}, { txTo: v07 })] }, 'fail'],
  [
    'a Safe that the member called for its owners',
    leaf(),
    { records: [swap(90, {}, { txTo: other, accountLogs: [executed(4, other)] })] },
    'fail',
  ],
  [
    'another address within the tuple',
    leaf({ claimant: 'order.maker' }),
    { records: [swap(90, { order: { maker: other, parts: [] } })] },
    'fail',
  ],
  ['the same log twice', leaf({ count: 2 }), { records: [swap(90), swap(90)] }, 'fail'],
  ['an index beyond the array', leaf(where('order.parts.3', 'eq', '3')), { records: [swap(90)] }, 'fail'],
  ['not final yet', leaf(), { records: [swap(101)] }, 'pending'],
  ['two, one of them not final', leaf({ count: 2 }), { records: [swap(90), swap(110)] }, 'pending'],
  ['history not read to the end', leaf(), { records: [], complete: false }, 'pending'],
  ['providers that disagree', leaf(), { problem: { reason: 'disagree', retryable: true, detail: '' } }, 'pending'],
  ['one provider where two are needed', leaf(), { problem: { reason: 'quorum', retryable: true, detail: '' } }, 'pending'],
  ['an unreachable chain', leaf(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['a question the chain refuses', leaf(), { problem: { reason: 'refused', retryable: false, detail: '' } }, 'error'],
  ['no EVM wallet', leaf(), { wallets: [], records: [swap(90)] }, 'fail'],
]

const member = { accountId: 'a', questStart: '2027-01-15T08:00:00Z', joinedAt: '2027-01-15T08:00:00Z', version: 1 }

describe('evm.event', () => {
  it.each(passing)('passes: %s', (_name, rule, given) => {
    const { verdict, bundle } = judgeLeaf(rule, given)
    expect(verdict.status).toBe('pass')
    expect(bundle.leaves[0]?.facts.length).toBeGreaterThan(0)
  })

  it.each(paidOut)('says without its sign what a pool paid out: %s', (_name, op, amount0, status, en, ja) => {
    const { verdict } = judgeLeaf(leaf(where('amount0', op, '-10000000')), { records: [swap(90, { amount0 })] })
    expect([verdict.status, verdict.trace.seen[0]?.text]).toEqual([status, { en, ja }])
    const least = op === 'lt' ? ['more than 10 USDC', '10 USDC を超える量'] : ['at least 10 USDC', '10 USDC 以上']
    expect([verdict.trace.wanted.en, verdict.trace.wanted.ja]).toEqual(least.map((text) => expect.stringContaining(text)))
  })

  it.each(failing)('does not pass: %s', (_name, rule, given, status) => {
    expect(judgeLeaf(rule, given).verdict.status).toBe(status)
  })

  it('says in words what was missing, in both languages', () => {
    const seen = (rule: object, record: object) => judgeLeaf(rule, { records: [record] }).verdict.trace.seen[0]?.text
    expect(seen(leaf(min), swap(90, { amount0: 9_700_000n }))).toEqual({
      en: 'swapped 9.70 USDC, 10 needed',
      ja: '9.70 USDC をスワップしました(必要: 10 USDC)',
    })
    expect(
      seen(leaf({ where: [...min.where, { arg: 'recipient', op: 'eq', value: '$account' }] }), swap(90, { recipient: other })),
    ).toEqual({
      en: 'swapped, but recipient was 0xb0b0…b0b0; needed: recipient = your wallet',
      ja: 'スワップしましたが、recipient は 0xb0b0…b0b0 でした(必要: recipient = あなたのウォレット)',
    })
    const pending = judgeLeaf(leaf(), { records: [swap(112)] }).verdict.trace
    expect(pending.seen.at(-1)?.text).toEqual({ en: '20 of 32 confirmations', ja: '承認 20 / 32' })
    expect(judgeLeaf(leaf(), { records: [swap(100)] }).verdict.trace.wanted).toEqual({
      en: 'Have swapped on Base',
      ja: 'Base でスワップする',
    })
  })

  it('asks by topic when an indexed argument is the member, by word when it stands in the data, else by sender', () => {
    const claimantOf = (rule: object) => {
      const context = { ...member, wallets: [`eip155:${me}`] }
      const query = planRule(parseRule(rule), context)[0]?.queries[0]
      return query?.type === 'evm.logs' ? query.claimant : null
    }
    expect(claimantOf(leaf())).toEqual({ by: 'sender', index: 0, wallets: [me] })
    expect(claimantOf(leaf({ claimant: 'recipient' }))).toEqual({ by: 'topic', index: 2, wallets: [me] })
    const event = 'event Made((uint256 a, uint256[2] b) head, bytes tail, address indexed x, address who)'
    expect(claimantOf(leaf({ event, units: undefined, claimant: 'who' }))).toEqual({ by: 'word', index: 4, wallets: [me] })
  })

  it('says for whom a member acted when it was not for themselves', () => {
    const record = swap(90, {}, { txTo: v07, logIndex: 3, accountLogs: [opsBegin(2), op(5, other)] })
    expect(judgeLeaf(leaf(), { records: [record] }).verdict.trace.seen[0]?.text).toEqual({
      en: 'sent by your wallet, but done by the smart account 0xb0b0…b0b0, which is not linked',
      ja: 'あなたのウォレットが送信しましたが、実行したのは連携されていないスマートアカウント 0xb0b0…b0b0 です',
    })
  })

  it('takes the log of no other chain', () => {
    const rule = parseRule(leaf())
    const context = { ...member, wallets: [`eip155:${me}`] }
    const [planned] = planRule(rule, context)
    const item = (chain: string) =>
      ({ query: { ...planned?.queries[0], chain }, records: [swap(90)], head, toBlock: '132', complete: true, providers: ['own'] }) as never
    expect(judgeEvidence(rule, { context }, [{ path: '', items: [item(chain)] }]).verdict.status).toBe('pass')
    expect(judgeEvidence(rule, { context }, [{ path: '', items: [item('eip155:1')] }]).verdict.status).not.toBe('pass')
  })

  it('warns of what is farmed, spoofed or nobody’s', () => {
    const codes = (given: object) => kinds['evm.event'].lint(params(given) as never).map(({ code }) => code)
    expect(codes({})).toEqual(['no-minimum', 'no-claimant'])
    expect(codes({ ...min, claimant: 'recipient' })).toEqual([])
    expect(codes({ max: { arg: 'amount0', gte: '1' }, claimant: 'recipient' })).toEqual([])
    expect(codes({ event: 'event Deposit(address indexed who)', claimant: 'who', units: undefined })).toEqual(['spoofable-event'])
    expect(codes({ ...min, addresses: Array(6).fill(contract) })).toEqual(['no-claimant', 'wide'])
  })

  it('asks for older logs when an answer holds only the newest, and says when there are too many', () => {
    const rule = parseRule(leaf({ count: 3 }))
    const context = { ...member, wallets: [`eip155:${me}`] }
    const logs = [swap(90), swap(91), swap(92)]
    const answer = (query: object, records: object[], complete: boolean) =>
      ({ query, records, head, toBlock: '132', complete, providers: ['own'] }) as never
    const first = planRule(rule, context)[0]?.queries[0] ?? {}
    const cut = answer(first, logs.slice(1), false)
    const [, older = {}] = planRule(rule, context, [{ path: '', items: [cut] }])[0]?.queries ?? []
    expect(older).toEqual({ ...first, toBlock: '91' })
    const judged = (...items: never[]) => judgeEvidence(rule, { context }, [{ path: '', items }]).verdict
    expect(judged(cut)).toMatchObject({ status: 'error', trace: { next: { en: expect.stringContaining('More than 2') } } })
    expect(judged(cut, answer(older, logs.slice(0, 2), true)).status).toBe('pass')
    expect(judged(cut, answer(older, logs.slice(1, 2), true)).status).toBe('fail')
    expect(judged(answer(first, logs, false)).status).toBe('pass')
  })

  it('binds every byte of the evidence', () => {
    const record = swap(90, {}, { accountLogs: [executed(1, other)] })
    const { digest } = judgeLeaf(leaf(), { records: [record] })
    fc.assert(
      fc.property(mutated(record), (other) => {
        expect(judgeLeaf(leaf(), { records: [other] }).digest).not.toBe(digest)
      }),
    )
  })

  it('never throws, whatever a node answers', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefxyz'), maxLength: 200 }).map((text) => `0x${text}`)
    const record = fc.record({
      blockNumber: fc.bigInt({ min: 0n, max: 200n }).map(String),
      blockHash: hex,
      blockTime: fc.integer(),
      txHash: hex,
      logIndex: fc.integer(),
      address: fc.oneof(hex, fc.constant(contract)),
      topics: fc.array(hex, { maxLength: 5 }),
      data: hex,
      txFrom: fc.constantFrom(me, other, ''),
      txTo: fc.constantFrom(me, v07, ''),
      accountLogs: fc.array(
        fc.oneof(
          fc.constantFrom(opsBegin(2), op(5, me), executed(4, me)),
          fc.record({ logIndex: fc.integer(), address: fc.constantFrom(v07, me), topics: fc.array(hex, { maxLength: 4 }), data: hex }),
        ),
        { maxLength: 4 },
      ),
    })
    const mutated = fc
      .tuple(record, fc.constantFrom('topics', 'data', 'address', 'txFrom', 'blockTime', 'accountLogs'))
      .map(([odd, field]) => ({ ...swap(90), [field]: odd[field as keyof typeof odd] }))
    fc.assert(
      fc.property(fc.array(fc.oneof(record, mutated), { maxLength: 5 }), (records) => {
        const { verdict } = judgeLeaf(leaf({ ...min, claimant: 'recipient', sum: { arg: 'order.parts.0', gte: '1' } }), { records })
        expect(['pass', 'fail', 'pending', 'error']).toContain(verdict.status)
        if (verdict.status === 'pass')
          expect(records.some(({ blockNumber }) => BigInt(blockNumber) <= BigInt(head.finalized.number))).toBe(true)
      }),
    )
  })
})
