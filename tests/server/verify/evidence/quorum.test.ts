import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disputeItem, type Said, settleQuery } from '#server/verify/evidence/quorum.ts'
import type { EvidenceItem, TransactionRecord, TransactionsQuery } from '#server/verify/query.ts'

const query: TransactionsQuery = { type: 'evm.transactions', chain: 'eip155:1', role: 'sent', to: [], wallets: ['0xa'] }
const record = (blockNumber: number, value = '1'): TransactionRecord => ({
  blockNumber: String(blockNumber),
  blockHash: `0x${blockNumber}`,
  blockTime: blockNumber,
  txHash: `0x${blockNumber}`,
  from: '0xa',
  to: '0xb',
  input: '0x',
  value,
  success: true,
})
const answer = (operator: string, records: TransactionRecord[], toBlock = 10, complete = true): Said => ({
  operator,
  item: { query, records, toBlock: String(toBlock), complete, providers: [operator] },
})
const failure = (operator: string): Said => ({
  operator,
  item: {
    query,
    records: [],
    complete: false,
    providers: [],
    problem: { reason: 'unreachable', retryable: true, detail: 'timeout' },
  } as EvidenceItem,
})
const settle = (...said: Said[]) => settleQuery(query, said)

describe('what operators agree on', () => {
  it('takes two equal answers that nobody contradicts, and names who gave them', () => {
    const found = settle(answer('a', [record(3)]), answer('b', [record(3)]), failure('c'))
    expect(found).toMatchObject({ item: { providers: ['a', 'b'], records: [record(3)], complete: true }, dissent: [] })
  })

  it('never takes one answer alone, and never lowers the quorum for an error', () => {
    expect(settle(answer('a', []), failure('b'), failure('c'))).toMatchObject({
      item: { problem: { reason: 'quorum', detail: 'only a answers' } },
    })
    expect(settle(failure('a'), failure('b'))).toMatchObject({ item: { problem: { reason: 'unreachable' } } })
  })

  it('leaves two against one open, and lets three outweigh one', () => {
    const two = [answer('a', [record(3, '9')]), answer('b', [record(3, '9')]), answer('c', [record(3)])]
    const found = settle(...two)
    if (!('dispute' in found)) throw new Error('a dispute expected')
    expect(disputeItem(query, found.dispute).problem).toMatchObject({ reason: 'disagree', detail: 'a, b against c' })
    expect(settle(...two, answer('d', [record(3)]), answer('e', [record(3)]))).toMatchObject({
      item: { records: [record(3)], dissent: ['a', 'b'] },
      dissent: ['a', 'b'],
    })
  })

  it('compares up to the block that all have read: who still reads history lacks nothing', () => {
    const found = settle(answer('a', [record(3), record(8)]), answer('b', [record(3), record(8)]), answer('c', [record(3)], 5, false))
    expect(found).toMatchObject({ item: { records: [record(3)], toBlock: '5', complete: false }, dissent: [] })
  })

  it('gives only answers that an honest operator gave, when two of three lie', () => {
    const lie = fc.array(
      fc.integer({ min: 0, max: 10 }).chain((at) => fc.constantFrom(record(at), record(at, '9'))),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(lie, lie, fc.boolean(), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (one, other, together, order) => {
        const honest = [record(2), record(5)]
        const said = [answer('x', one), answer('y', together ? one : other), answer('honest', honest)]
        const found = settle(...order.flatMap((at) => said[at] ?? []))
        if ('item' in found && !found.item.problem) expect(found.item.records).toEqual(honest)
      }),
    )
  })
})
