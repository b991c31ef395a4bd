import { stringToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { isAsked } from '#server/verify/evidence/relevance.ts'
import type { LogsQuery } from '#server/verify/query.ts'
import { chain, contract, log, me, other } from '../kinds/cases.ts'

const signature = 'event Named(string who)'
const record = log(90, signature, { who: `by ${me.toUpperCase()}` })
const query = (wallet: string, by: LogsQuery['claimant']['by'] = 'mention'): LogsQuery => ({
  type: 'evm.logs',
  chain,
  addresses: [contract],
  topic0: record.topics[0] ?? '',
  claimant: { by, index: 0, wallets: [wallet] },
})

describe('whether a proven log was asked for', () => {
  it('finds a member whom it names as text, and nobody else', () => {
    expect(record.data).toContain(stringToHex(me.slice(2).toUpperCase()).slice(2))
    expect([isAsked(query(me), record), isAsked(query(other), record)]).toEqual([true, false])
    expect(isAsked(query(me, 'word'), record)).toBe(false)
  })
})
