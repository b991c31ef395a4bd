import { encodeAbiParameters, type Hex, toFunctionSelector } from 'viem'
import type { EvidenceItem, Query } from '#server/verify/query.ts'
import type { EvidenceReader } from '#server/verify/run.ts'

/** What an address holds: code, words of storage by slot, answers by signature; `nonce`, `balance` of a wallet. */
export type FakeAccount = {
  code?: string
  storage?: Readonly<Record<string, string>>
  answers?: Readonly<Record<string, string>>
  nonce?: string
  balance?: string
}

export const wordOf = (address: string): Hex => `0x${address.slice(2).padStart(64, '0')}`
const none = `0x${'0'.repeat(64)}`
const block = { number: '1', hash: `0x${'1'.repeat(64)}`, time: 1 }

/** The state of a chain in memory, as the evidence client would give it. `down`: nothing is read. */
export function fakeState(accounts: Readonly<Record<string, FakeAccount>>, { down = false } = {}): EvidenceReader & { asked: number } {
  const valueAt = (query: Extract<Query, { type: 'evm.state' }>): string | null => {
    const { read } = query
    const account = accounts[read.what === 'call' ? read.to : read.address] ?? {}
    if (read.what === 'code') return account.code ?? '0x'
    if (read.what === 'storage') return account.storage?.[read.slot] ?? none
    if (read.what === 'nonce') return account.nonce ?? '0x0'
    if (read.what === 'balance') return account.balance ?? '0x0'
    if (read.what !== 'call') return null
    const answer = Object.entries(account.answers ?? {}).find(([signature]) => toFunctionSelector(`function ${signature}`) === read.data)
    return answer?.[1] ?? null
  }
  const reader = {
    asked: 0,
    async read(queries: readonly Query[]) {
      reader.asked++
      return queries.map((query): EvidenceItem => {
        if (query.type !== 'evm.state') throw new Error('only state is read')
        const base = { query, complete: true, providers: ['fake'] }
        if (down) return { ...base, records: [], complete: false, problem: { reason: 'unreachable', retryable: true, detail: '' } }
        return { ...base, records: [{ value: valueAt(query), block }] }
      })
    },
  }
  return reader
}

export const facetsAnswer = (facets: readonly { address: string; selectors: readonly string[] }[]): Hex =>
  encodeAbiParameters(
    [
      {
        type: 'tuple[]',
        components: [
          { type: 'address', name: 'address' },
          { type: 'bytes4[]', name: 'selectors' },
        ],
      },
    ],
    [facets.map(({ address, selectors }) => ({ address: address as Hex, selectors: selectors as Hex[] }))],
  )
