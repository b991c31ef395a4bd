import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Query, TransactionRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import { call, chain, contract, log, me, other } from './cases.ts'
import { type Answer, judgeInRounds, memberContext } from './rounds.ts'

const mint = 'function mint(uint256 amount)'
const swap = 'event Swap(address indexed sender, address indexed recipient, int256 amount0)'
const event = (more: object = {}, around: object = {}) => ({
  kind: 'evm.event',
  chain,
  params: { addresses: [contract], event: swap, ...more },
  ...around,
})
const transaction = (more: object = {}) => ({ kind: 'evm.transaction', chain, params: { to: [contract], function: mint, ...more } })
const transfer = (direction: string, token: object = {}) => ({
  kind: 'evm.transfer',
  chain,
  params: { token: { standard: 'erc721', address: contract, symbol: 'ART', ...token }, direction },
})
const attestation = (member: string) => ({
  kind: 'attestation',
  chain,
  params: { type: 'eas', contract, schema: `0x${'5c'.repeat(32)}`, member },
})

const done = (more: Partial<TransactionRecord> = {}) => call(90, mint, [1n], { to: other, ...more })
const { txHash, blockTime } = done()

/** Judges a leaf of a member who pasted one hash: logs and searches find `found`, the look-up finds the record. */
function pasted(leaf: object, record: TransactionRecord | null, found: (query: Query) => unknown[] = () => []) {
  const answer = (query: Query): Answer => {
    if (query.type === 'evm.transactions' && query.role === 'pasted') return { records: record ? [record] : [] }
    return { records: found(query) }
  }
  return judgeInRounds(leaf, answer, { ...memberContext, hashes: [txHash.toUpperCase().replace('0X', '0x')] } as typeof memberContext)
}

const cases: [name: string, leaf: object, record: TransactionRecord | null, says: string, ja: string][] = [
  ['another contract’s event', event(), done(), 'has no “Swap” of 0xc0c0…c0c0', '0xc0c0…c0c0 の「Swap」がありません'],
  [
    'an event that names somebody else',
    event({ claimant: 'recipient', addresses: [contract, other] }),
    done(),
    'has no “Swap” of 0xc0c0…c0c0 or 0xb0b0…b0b0 with your wallet as recipient',
    '0xc0c0…c0c0 または 0xb0b0…b0b0 の「Swap」(recipient があなたのウォレットのもの)がありません',
  ],
  ['one that failed', event(), done({ success: false }), 'this transaction failed', 'このトランザクションは失敗しています'],
  [
    'an allowance alone',
    event(),
    call(90, 'function approve(address spender, uint256 amount)', [contract, 5n], { to: other }),
    'only allows 0xc0c0…c0c0 to use your tokens: nothing was done with them yet',
    '0xc0c0…c0c0 にトークンの使用を許可しただけで、まだ実行されていません',
  ],
  [
    'an allowance for all pieces',
    event(),
    call(90, 'function setApprovalForAll(address operator, bool approved)', [contract, true], { to: other }),
    'only allows 0xc0c0…c0c0 to use your tokens: nothing was done with them yet',
    '0xc0c0…c0c0 にトークンの使用を許可しただけで、まだ実行されていません',
  ],
  [
    'one before the quest',
    event(),
    done({ blockTime: blockTime - 200, success: false }),
    'done at 2027-01-15 07:58 UTC, but only transactions from 2027-01-15 08:00 UTC on count',
    '2027-01-15 07:58 UTC に実行されましたが、対象期間外です(対象: 2027-01-15 08:00 UTC 以降)',
  ],
  [
    'one after the window',
    event({}, { window: { to: '2027-01-15T08:01:00Z' } }),
    done(),
    'done at 2027-01-15 08:01 UTC, but only transactions until 2027-01-15 08:01 UTC count',
    '2027-01-15 08:01 UTC に実行されましたが、対象期間外です(対象: 2027-01-15 08:01 UTC まで)',
  ],
  [
    'one before a block',
    event({}, { window: { from: { block: '91' } } }),
    done(),
    'done at 2027-01-15 08:01 UTC, but only transactions from block 91 on count',
    '2027-01-15 08:01 UTC に実行されましたが、対象期間外です(対象: ブロック 91 以降)',
  ],
  [
    'one after a block',
    event({}, { window: { to: { block: '89' } } }),
    done(),
    'done at 2027-01-15 08:01 UTC, but only transactions until block 89 count',
    '2027-01-15 08:01 UTC に実行されましたが、対象期間外です(対象: ブロック 89 まで)',
  ],
  [
    'one that is not there, or of somebody else',
    event(),
    null,
    'no transaction of your linked wallets on Base has this hash',
    '連携済みのウォレットによる Base のトランザクションに、このハッシュのものはありません',
  ],
  ['a call of another contract', transaction(), done(), 'does not call 0xc0c0…c0c0', '0xc0c0…c0c0 を呼び出していません'],
  [
    'a call where a deployment is wanted',
    transaction({ to: undefined, function: undefined, created: true }),
    done(),
    'deployed no contract',
    'コントラクトをデプロイしていません',
  ],
  ['nothing sent', transfer('sent'), done(), 'moved no ART out of your wallet', 'あなたのウォレットから ART は送られていません'],
  [
    'nothing received',
    transfer('received', { ids: ['7'] }),
    done(),
    'moved no ART #7 into your wallet',
    'あなたのウォレットに ART #7 は届いていません',
  ],
  [
    'nothing attested',
    attestation('attester'),
    done(),
    'has no attestation of this schema by your wallet',
    'あなたのウォレットによるこのスキーマのアテステーションがありません',
  ],
]

describe('a pasted transaction that does not count', () => {
  it.each(cases)('is told why: %s', (_name, leaf, record, en, ja) => {
    const { status, trace } = pasted(leaf, record)
    expect(status).toBe('fail')
    expect(trace.seen).toEqual([{ text: { en, ja }, txHash, ...(record ? { chain, blockNumber: record.blockNumber } : {}) }])
  })

  it('is told nothing more where something was found in it', () => {
    const small = log(90, swap, { sender: me, recipient: me, amount0: 3n })
    const { trace } = pasted(event({ where: [{ arg: 'amount0', op: 'gte', value: '5' }] }), done(), ({ type }) =>
      type === 'evm.logs' ? [small] : [],
    )
    expect(trace.seen.map(({ text }) => text.en)).toEqual(['made a “Swap”, but amount0 was 3; needed: amount0 ≥ 5'])
    const called = pasted(transaction(), done({ to: contract, success: false }))
    expect(called.trace.seen.map(({ text }) => text.en)).toEqual(['this transaction failed'])
  })

  it('is told beside what counts but is not enough', () => {
    const one = log(80, swap, { sender: me, recipient: me, amount0: 3n })
    const { status, trace } = pasted(event({ count: 2 }), done(), ({ type }) => (type === 'evm.logs' ? [one] : []))
    expect([status, ...trace.seen.map(({ text }) => text.en)]).toEqual(['fail', 'made a “Swap”', 'has no “Swap” of 0xc0c0…c0c0'])
  })

  it('is one of what counts from a time on: that is said where nothing was found', () => {
    const nothing = (leaf: object) => judgeInRounds(leaf, () => ({ records: [] })).trace.next
    const since = {
      en: 'No such transaction of your wallets was found. Those from 2027-01-15 08:00 UTC on count.',
      ja: '該当するトランザクションが見つかりません(対象: 2027-01-15 08:00 UTC 以降)。',
    }
    for (const leaf of [event(), transaction(), transfer('sent'), attestation('attester')]) expect(nothing(leaf)).toEqual(since)
    expect(nothing(attestation('recipient'))).toBeUndefined()
    expect(nothing(event({}, { window: { from: { block: '5' }, to: { block: '9' } } }))?.en).toContain('from block 5 until block 9')
  })

  it('counts where a search did not find it', () => {
    expect(pasted(transaction(), done({ to: contract })).status).toBe('pass')
  })

  it('is looked up for kinds that could find something in it, and only when there is one', () => {
    const asked = (leaf: object, hashes?: string[]) =>
      planRule(parseRule(leaf), { ...memberContext, ...(hashes ? { hashes } : {}) }).flatMap(({ queries }) =>
        queries.flatMap((query) => (query.type === 'evm.transactions' && query.role === 'pasted' ? [query.hashes] : [])),
      )
    for (const leaf of [event(), transaction(), transfer('sent'), attestation('attester')]) {
      expect(asked(leaf)).toEqual([])
      expect(asked(leaf, ['0xAB'])).toEqual([['0xab']])
    }
    expect(asked(attestation('recipient'), ['0xAB'])).toEqual([])
  })

  it('never makes a verdict a pass, whatever stands in it', () => {
    const hex = fc.uint8Array({ maxLength: 120 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)
    const odd = fc.record({
      from: fc.constantFrom(me, other, ''),
      to: fc.constantFrom(contract, other, ''),
      input: fc.oneof(hex, fc.string()),
      value: fc.constantFrom('0', '-1', 'x'),
      success: fc.boolean(),
      blockNumber: fc.constantFrom('90', '0', '500'),
      blockTime: fc.oneof(fc.nat(), fc.constantFrom(-1, 1e300)),
    })
    fc.assert(
      fc.property(odd, fc.constantFrom(event(), transfer('received'), attestation('attester')), (record, leaf) => {
        expect(pasted(leaf, done(record)).status).toBe('fail')
      }),
      { numRuns: 200 },
    )
  })
})
