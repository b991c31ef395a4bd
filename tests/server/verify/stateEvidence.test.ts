import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { Block, EvmReader, StateRead } from '#chains/reader.ts'
import { createStateCache } from '#server/verify/evidence/stateCache.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import type { Query, StateQuery } from '#server/verify/query.ts'

const blockAt = (number: bigint): Block => ({ number, hash: `0x${number}`, parentHash: '', time: Number(number) * 10 })

/** A made-up endpoint whose chain has `latest` blocks; `sends` says at which block a wallet's nonce becomes 1, `oldest` which state is still there. */
function endpoint({ latest = 1000n, oldest = 0n, sends = {} as Record<string, bigint> } = {}) {
  const chain = { latest }
  const asked: { what: string; reads: number; at: bigint }[] = []
  const never = () => Promise.reject(new Error('not asked'))
  const answerTo = (read: StateRead, at: bigint) =>
    'address' in read && read.what === 'nonce' ? ((sends[read.address] ?? at + 1n) <= at ? '0x1' : '0x0') : `0x${at.toString(16)}`
  const reader: EvmReader = {
    vm: 'evm',
    chain: appA,
    operator: 'own',
    head: async () => ({ latest: blockAt(chain.latest), safe: blockAt(chain.latest - 10n), finalized: blockAt(chain.latest - 10n) }),
    block: async (at) => (at > chain.latest ? null : blockAt(at)),
    blocks: async (numbers) => numbers.map((at) => (at > chain.latest ? null : blockAt(at))),
    state: async (reads, at) => {
      asked.push({ what: reads[0]?.what ?? '', reads: reads.length, at })
      if (at < oldest) throw new RetryableChainError('pruned', { chain: appA.id, operator: 'own', detail: 'missing trie node' })
      return reads.map((read) => answerTo(read, at))
    },
    balances: never,
    transaction: never,
    logs: never,
    calls: never,
    receipts: never,
    sealedBlocks: never,
    headers: never,
    blocksWithCalls: never,
    requests: () => asked.length,
  }
  const evidence = createEvidenceClient({ access: (id) => (id === appA.id ? { readers: [reader], quorum: 1 } : null) })
  return { chain, asked, evidence }
}

const wallet = (n: number) => `0x${n.toString(16).padStart(40, '0')}`
const state = (at: StateQuery['at'], n = 1): StateQuery => ({
  type: 'evm.state',
  chain: appA.id,
  read: { what: 'balance', address: wallet(n) },
  at,
})
const firstOf = (n: number): Query => ({ type: 'evm.firstTransaction', chain: appA.id, wallet: wallet(n) })

describe('state evidence', () => {
  it('reads every block once and keeps what is final', async () => {
    const { asked, chain, evidence } = endpoint()
    const queries = [state('finalized'), state('finalized', 2), state({ block: '500' }), state({ time: 5004 }), state('latest')]
    const items = await evidence.read(queries)
    expect(items.map((item) => 'records' in item && (item.records[0] as { block: { number: string } }).block.number)).toEqual([
      '990',
      '990',
      '500',
      '500',
      '1000',
    ])
    expect(asked.map(({ at, reads }) => [at, reads])).toEqual([
      [990n, 2],
      [500n, 1],
      [1000n, 1],
    ])
    await evidence.read(queries)
    expect(asked).toHaveLength(3)
    chain.latest = 1001n
    await evidence.read([state({ block: '500' }), state({ block: '990' }), state('latest')])
    expect(asked.slice(3).map(({ at }) => at)).toEqual([1001n])
  })

  it('says what is wrong with one block without touching the others', async () => {
    const { evidence } = endpoint({ oldest: 900n })
    const [old, final, beyond] = await evidence.read([state({ block: '5' }), state('finalized'), state({ block: '5000' })])
    expect(old?.problem).toEqual({ reason: 'unreachable', retryable: true, detail: 'pruned' })
    expect(final?.records).toHaveLength(1)
    expect(beyond?.problem).toMatchObject({ retryable: true, detail: 'behind' })
  })

  it('finds first transactions of any wallets, in few rounds, and remembers the final ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt({ min: 0n, max: 1100n }), { minLength: 1, maxLength: 12 }), async (blocks) => {
        const sends = Object.fromEntries(blocks.map((block, index) => [wallet(index), block]))
        const { asked, evidence } = endpoint({ sends })
        const items = await evidence.read(blocks.map((_, index) => firstOf(index)))
        const found = items.map((item) => item.records.map((record) => BigInt((record as { blockNumber: string }).blockNumber)))
        expect(found).toEqual(blocks.map((block) => (block > 1000n ? [] : [block])))
        const before = asked.length
        await evidence.read(blocks.map((_, index) => firstOf(index)))
        const open = blocks.some((block) => block > 990n)
        expect(asked.length > before).toBe(open)
      }),
      { numRuns: 50 },
    )
  })

  it('does not guess a first transaction where old state is gone', async () => {
    const { evidence } = endpoint({ sends: { [wallet(1)]: 5n }, oldest: 900n })
    const [item] = await evidence.read([firstOf(1)])
    expect(item?.problem).toMatchObject({ retryable: true, detail: 'pruned' })
    expect(item?.records).toEqual([])
  })

  it('keeps a bounded number of final values and drops the rest with the head', () => {
    const cache = createStateCache<number>(2)
    cache.moveTo('a')
    for (const [index, key] of ['x', 'y', 'z'].entries()) cache.set(key, index, true)
    cache.set('tip', 9, false)
    expect(['x', 'y', 'z', 'tip'].map((key) => cache.has(key))).toEqual([true, true, true, true])
    cache.moveTo('a')
    expect(['x', 'y', 'z', 'tip'].map((key) => cache.has(key))).toEqual([false, true, true, true])
    cache.moveTo('b')
    expect(cache.has('tip')).toBe(false)
    cache.clear()
    expect(cache.get('z')).toBeUndefined()
  })
})
