import { describe, expect, it } from 'vitest'
import type { Query, ReadProblem } from '#server/verify/query.ts'
import { chain, contract, log, me, other, second } from './cases.ts'
import { type Answer, judgeInRounds } from './rounds.ts'

const transferred = 'event Transfer(address indexed from, address indexed to, uint256 value)'
const attested = 'event Attested(address indexed recipient, address indexed attester, bytes32 uid, bytes32 indexed schemaUID)'
const schema = `0x${'5c'.repeat(32)}`
const [shop, notary] = [`0x${'b1'.repeat(20)}`, `0x${'e0'.repeat(20)}`]

const transfer = (direction: string) => ({
  kind: 'evm.transfer',
  chain,
  params: { token: { standard: 'erc20', address: contract, decimals: 6, symbol: 'USDC' }, direction, counterparty: [shop] },
})
const attestation = (more: object = {}) => ({
  kind: 'attestation',
  chain,
  params: { type: 'eas', contract, schema, member: 'recipient', attesters: [notary], ...more },
})
const moved = (from: string, to: string) => log(90, transferred, { from, to, value: 5_000_000n })
const made = (attester: string) => log(90, attested, { recipient: me, attester, uid: schema, schemaUID: schema })

/** Asks for this side or these attesters have nothing; the wider ones have these records. */
const isWider = (query: Query) => query.type === 'evm.logs' && (query.topics?.every((values, at) => values === null || at === 2) ?? true)
const judge = (leaf: object, wider: Answer) => judgeInRounds(leaf, (query) => (isWider(query) ? wider : { records: [] }))

describe('a second look, where the first found nothing', () => {
  it.each([
    ['sent to somebody else', transfer('sent'), moved(me, other), 'sent 5 USDC, but to 0xb0b0…b0b0'],
    ['sent to oneself', transfer('sent'), moved(me, second), 'sent 5 USDC, but between your own wallets'],
    ['received from somebody else', transfer('received'), moved(other, me), 'received 5 USDC, but from 0xb0b0…b0b0'],
    ['attested by somebody else', attestation(), made(other), 'received an attestation, but from 0xb0b0…b0b0'],
    ['attested by oneself', attestation(), made(second), 'received an attestation, but from yourself'],
  ])('tells what was %s', (_name, leaf, record, says) => {
    const { status, trace, asked } = judge(leaf, { records: [record] })
    expect([status, ...trace.seen.map(({ text }) => text.en)]).toEqual(['fail', says])
    expect(asked.map((queries) => queries.some(isWider))).toEqual([false, true])
  })

  it('is not taken where the first found something, or anyone counts', () => {
    const right = judgeInRounds(transfer('sent'), () => ({ records: [moved(me, shop)] }))
    expect([right.status, right.asked.length]).toEqual(['pass', 1])
    const anyone = judgeInRounds(attestation({ attesters: undefined }), () => ({ records: [] }))
    expect([anyone.status, anyone.asked.length]).toEqual(['fail', 1])
  })

  it('changes no verdict when it is not answered, or not to its end', () => {
    const down: ReadProblem = { reason: 'unreachable', retryable: true, detail: '' }
    for (const leaf of [transfer('sent'), transfer('received'), attestation()]) {
      expect(judge(leaf, { records: [], problem: down }).status).toBe('fail')
      expect(judge(leaf, { records: [], complete: false }).status).toBe('fail')
      expect(judgeInRounds(leaf, () => ({ records: [], problem: down })).status).toBe('error')
    }
  })
})
