import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRangeCache } from '#server/verify/evidence/rangeCache.ts'
import type { LogsQuery } from '#server/verify/query.ts'
import { logsOf, readLogs, startLogNode, wallet, word } from './logNode.ts'

type By = LogsQuery['claimant']['by']
const by = (kind: By, n: number) => ({ by: kind, index: kind === 'topic' ? 1 : 0, wallets: kind === 'anyone' ? [] : [wallet(n)] })
const mine = (n: number, more: Partial<LogsQuery> = {}) => logsOf(by('word', n), more)

describe('logs', () => {
  it.each(['sender', 'topic', 'word', 'mention'] as const)('finds what names the member by %s, and nothing else', async (kind) => {
    const made = [1, 2, 3, 2].map((n, index) => ({ block: 10 + index, wallet: n, sender: n }))
    expect(await readLogs(startLogNode(made), logsOf(by(kind, 2)))).toMatchObject({ complete: true, blocks: [11, 13] })
  })

  it('keeps to the window, by block and by time', async () => {
    const node = startLogNode(Array.from({ length: 10 }, (_, index) => ({ block: 100 * (index + 1), wallet: 1 })))
    expect((await readLogs(node, mine(1, { fromBlock: '300', toBlock: '500' }))).blocks).toEqual([300, 400, 500])
    expect((await readLogs(node, mine(1, { fromTime: 250, toTime: 599 }))).blocks).toEqual([300, 400, 500])
    expect(await readLogs(node, mine(1, { fromTime: 5000 }))).toMatchObject({ complete: true, blocks: [] })
  })

  it('asks for the values that a topic must have, and merges what many members ask', async () => {
    const made = [1, 2, 3].map((n) => ({ block: 10 + n, wallet: n }))
    const valued = (n: number) => logsOf(by('anyone', 0), { topics: [[`0x${word(wallet(n))}`]] })
    const node = startLogNode(made)
    const items = await node.evidence.read([valued(1), valued(3), logsOf(by('topic', 2))])
    expect(items.map(({ records }) => records.map((record) => 'logIndex' in record && record.blockNumber))).toEqual([
      ['11'],
      ['13'],
      ['12'],
    ])
    const busy = startLogNode(made)
    await busy.evidence.read(Array.from({ length: 150 }, (_, n) => logsOf(by('topic', n))))
    // 1,001 blocks in steps of 100: one question each, for all 150.
    expect(busy.asked.logs).toBe(11)
  })

  it('answers with the newest when there are too many, and with the older ones when asked for them', async () => {
    const made = Array.from({ length: 2500 }, (_, index) => ({ block: 1 + Math.floor(index / 5), wallet: 1 }))
    const node = startLogNode(made, { latest: 600, finalized: 590 })
    const shown = async (query: LogsQuery) => {
      const { blocks, complete } = await readLogs(node, query)
      return [blocks[0], blocks.length, blocks.at(-1), complete]
    }
    expect(await shown(mine(1))).toEqual([301, 1000, 500, false])
    expect(await shown(mine(1, { toBlock: '301' }))).toEqual([102, 1000, 301, false])
    expect(await shown(mine(1, { toBlock: '102' }))).toEqual([1, 510, 102, true])
  })

  it.each([
    ['word', 100_000],
    ['mention', 30_000],
    ['sender', 30_000],
  ] as const)(
    'keeps no flood that names nobody who asks (by %s, %i logs), and reads it in bounded passes',
    async (kind, length) => {
      const flood = Array.from({ length }, (_, index) => ({ block: 1 + Math.floor((index * 830) / length), wallet: 7, sender: 7 }))
      const node = startLogNode([...flood, { block: 850, wallet: 1, sender: 1 }, { block: 860, wallet: 2, sender: 2 }])
      const readAll = async (n: number) => {
        const given: number[] = []
        for (let pass = 0; pass < 20; pass++) {
          const before = node.asked.given
          const { complete, blocks } = await readLogs(node, logsOf(by(kind, n)))
          given.push(node.asked.given - before)
          if (complete) return { blocks, passes: given.length, most: Math.max(...given) }
        }
        throw new Error('never complete')
      }
      const first = await readAll(1)
      expect(first).toMatchObject({ blocks: [850] })
      expect(first.most).toBeLessThanOrEqual(2 * 62_000)
      expect(await readAll(1)).toEqual({ blocks: [850], passes: 1, most: 0 })
      expect(await readAll(2)).toMatchObject({ blocks: [860] })
      expect(await readAll(1)).toEqual({ blocks: [850], passes: 1, most: 0 })
      // A hundred logs to a block: their senders come with whole blocks.
      expect(node.asked.calls).toBeLessThan(100)
      if (kind !== 'word') return
      const flooding = await readLogs(node, logsOf(by('word', 7)))
      expect([flooding.complete, flooding.blocks.length <= 1000]).toEqual([false, true])
    },
    180_000,
  )
})

describe('range cache with a limit', () => {
  const head = { latest: { number: 100n, hash: 'h' }, finalized: { number: 100n } }
  const fill = (size: { records: number; keys: number }, numbers: readonly bigint[], most: bigint) => {
    const cache = createRangeCache<bigint>((number) => number, size)
    for (;;) {
      const [due] = cache.due([{ key: 'k', from: 1n }], head, most)
      if (!due) return cache
      cache.store(due, new Map([['k', numbers.filter((number) => number >= due.from && number <= due.to)]]), head)
    }
  }

  it('keeps the newest of a key and says what it gave up', () => {
    const input = fc.record({
      numbers: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 40 }),
      most: fc.integer({ min: 1, max: 100 }),
      records: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(input, ({ numbers, most, records }) => {
        const sorted = numbers.toSorted((a, b) => a - b).map(BigInt)
        const { records: kept, cutAt } = fill({ records, keys: 1 }, sorted, BigInt(most)).read('k')
        expect(kept).toEqual(sorted.slice(-records))
        expect(cutAt).toBe(sorted.at(-records - 1) ?? null)
      }),
    )
  })

  it('forgets keys that were asked for longest ago, never those of this pass', () => {
    const cache = createRangeCache<bigint>((number) => number, { records: 5, keys: 1 })
    const ask = (...keys: string[]) => {
      for (const due of cache.due(
        keys.map((key) => ({ key, from: 1n })),
        head,
        100n,
      ))
        cache.store(due, new Map(keys.map((key) => [key, [1n]])), head)
    }
    const kept = () => ['a', 'b', 'c', 'd'].filter((key) => cache.read(key).records.length > 0)
    ask('a')
    ask('b')
    ask('c')
    expect(kept()).toEqual(['a', 'b', 'c'])
    ask('a', 'c', 'd')
    expect(kept()).toEqual(['a', 'b', 'c', 'd'])
    ask('d')
    expect(kept()).toEqual(['c', 'd'])
  })
})
