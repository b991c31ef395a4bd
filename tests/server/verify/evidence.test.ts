import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { Block, EvmReader, Head } from '#chains/reader.ts'
import { createRangeCache } from '#server/verify/evidence/rangeCache.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import type { StateQuery } from '#server/verify/query.ts'

describe('range cache', () => {
  type Found = { number: bigint; id: string }

  /**
   * A chain that grows, finalizes and reorgs above finality, read in steps of any width. Invariant: once a key is read up to the head, what the cache
   * holds is exactly what the chain holds, and no final block is ever asked for twice.
   */
  it('holds what the chain holds, whatever happens above finality, and reads final blocks once', () => {
    const step = fc.record({
      grow: fc.integer({ min: 0, max: 6 }),
      reorg: fc.integer({ min: 0, max: 5 }),
      finalize: fc.integer({ min: 0, max: 6 }),
      most: fc.integer({ min: 1, max: 7 }),
      passes: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const cache = createRangeCache<Found>(({ number }) => number)
        const blocks = ['genesis']
        let finalized = 0
        let fork = 0
        const asked = new Map<bigint, number>()
        for (const { grow, reorg, finalize, most, passes } of steps) {
          const keep = Math.max(finalized + 1, blocks.length - reorg)
          const replaced = blocks.length - keep
          blocks.length = keep
          fork++
          for (let i = 0; i < grow + replaced; i++) blocks.push(`${blocks.length}/${fork}`)
          finalized = Math.min(blocks.length - 1, finalized + finalize)
          const latest = BigInt(blocks.length - 1)
          const head = { latest: { number: latest, hash: blocks.at(-1) ?? '' }, finalized: { number: BigInt(finalized) } }
          for (let pass = 0; pass < passes; pass++) {
            for (const due of cache.due([{ key: 'k', from: 1n }], head, BigInt(most))) {
              expect(due.to - due.from).toBeLessThan(BigInt(most))
              const found: Found[] = []
              for (let number = due.from; number <= due.to; number++) {
                if (number <= head.finalized.number) asked.set(number, (asked.get(number) ?? 0) + 1)
                found.push({ number, id: blocks[Number(number)] ?? '' })
              }
              cache.store(due, new Map([['k', found]]), head)
            }
          }
          const { records, upTo } = cache.read('k')
          expect(records.map(({ id }) => id)).toEqual(blocks.slice(1, Number(upTo) + 1))
        }
        for (const times of asked.values()) expect(times).toBe(1)
      }),
      {
        // Finality moved on while the head stayed: those blocks were read a second time.
        examples: [
          [
            [
              { grow: 2, reorg: 0, finalize: 0, most: 1, passes: 1 },
              { grow: 0, reorg: 0, finalize: 2, most: 1, passes: 1 },
              { grow: 1, reorg: 0, finalize: 0, most: 1, passes: 2 },
            ],
          ],
        ],
        numRuns: 500,
      },
    )
  })

  it('reads keys that stand at different blocks in one go, and takes in nothing twice', () => {
    const start = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (starts, most) => {
        const cache = createRangeCache<{ number: bigint }>(({ number }) => number)
        const wants = starts.map((from, index) => ({ key: `k${index}`, from: BigInt(from) }))
        for (const latest of [20n, 31n, 40n]) {
          const head = { latest: { number: latest, hash: `h${latest}` }, finalized: { number: latest - 3n } }
          for (let pass = 0; pass < 50; pass++)
            for (const due of cache.due(wants, head, BigInt(most))) {
              const blocks = Array.from({ length: Number(due.to - due.from) + 1 }, (_, index) => ({ number: due.from + BigInt(index) }))
              cache.store(due, new Map(due.keys.map((key) => [key, blocks])), head)
            }
          for (const { key, from } of wants) {
            const expected = Array.from({ length: Math.max(0, Number(latest - from) + 1) }, (_, index) => from + BigInt(index))
            expect(cache.read(key).records.map(({ number }) => number)).toEqual(expected)
          }
          const idle = cache.due(wants, head, BigInt(most))
          expect(idle).toEqual([])
        }
        const behind = createRangeCache<{ number: bigint }>(({ number }) => number)
        const head = { latest: { number: 40n, hash: 'h' }, finalized: { number: 40n } }
        expect(behind.due(wants, head, 1000n)).toHaveLength(1)
      }),
    )
  })
})

const wallet = `0x${'a1'.repeat(20)}`
const query = (at: 'latest' | 'finalized' = 'finalized', owner = wallet): StateQuery => ({
  type: 'evm.state',
  chain: appA.id,
  read: { what: 'balance', address: owner },
  at,
})
const blockAt = (number: number, fork = ''): Block => ({ number: BigInt(number), hash: `0x${number}${fork}`, parentHash: '', time: number })

type Behaviour = { operator: string; latest?: number; balance?: bigint; fork?: string; down?: boolean }

/** A made-up endpoint: only what balances need. */
function endpoint({ operator, latest = 10, balance = 5n, fork = '', down = false }: Behaviour) {
  const asked: string[] = []
  const answer = async <T>(what: string, value: T): Promise<T> => {
    asked.push(what)
    if (down) throw new RetryableChainError('unreachable', { chain: appA.id, operator, detail: '' })
    return value
  }
  const head: Head = { latest: blockAt(latest, fork), safe: blockAt(latest - 1), finalized: blockAt(latest - 2) }
  const never = () => Promise.reject(new Error('not asked'))
  const reader: EvmReader = {
    vm: 'evm',
    chain: appA,
    operator,
    head: () => answer('head', head),
    block: (at) => answer('block', Number(at) > latest ? null : blockAt(Number(at), Number(at) === latest ? fork : '')),
    state: (reads, at) =>
      answer(
        `state ${reads.length} at ${at}`,
        reads.map(() => `0x${balance.toString(16)}`),
      ),
    balances: never,
    transaction: never,
    logs: never,
    calls: never,
    receipts: never,
    blocks: never,
    blocksWithCalls: never,
    sealedBlocks: never,
    headers: never,
    requests: () => asked.length,
  }
  return { reader, asked }
}

function client(quorum: 1 | 2, ...behaviours: Behaviour[]) {
  const endpoints = behaviours.map(endpoint)
  const evidence = createEvidenceClient({
    access: (chain) => (chain === appA.id ? { readers: endpoints.map(({ reader }) => reader), quorum } : null),
  })
  return { evidence, asked: endpoints.map(({ asked }) => asked) }
}

describe('evidence client', () => {
  it('merges what many members ask at the same moment and asks equal questions once', async () => {
    const { evidence, asked } = client(1, { operator: 'own' })
    const other = `0x${'b0'.repeat(20)}`
    const [one, two, three] = await Promise.all([
      evidence.read([query()]),
      evidence.read([query(), query('finalized', other)]),
      evidence.read([query()]),
    ])
    expect(asked[0]).toEqual(['head', 'state 2 at 8'])
    expect([one.length, two.length, three.length]).toEqual([1, 2, 1])
    expect(two[1]?.query).toEqual(query('finalized', other))
    await evidence.read([query()])
    expect(asked[0]).toEqual(['head', 'state 2 at 8', 'head', 'block'])
  })

  it('goes to the next own endpoint when one fails, and says so when all do', async () => {
    const [item] = await client(1, { operator: 'a', down: true }, { operator: 'b' }).evidence.read([query()])
    expect(item).toMatchObject({ complete: true, providers: ['b'], records: [{ value: '0x5', block: { number: '8' } }] })
    const [none] = await client(1, { operator: 'a', down: true }).evidence.read([query()])
    expect(none).toMatchObject({ complete: false, records: [], problem: { reason: 'unreachable', retryable: true } })
  })

  it('believes public endpoints only by two operators that agree', async () => {
    const [agreed] = await client(2, { operator: 'a', latest: 11 }, { operator: 'b', latest: 10 }).evidence.read([query('latest')])
    expect(agreed).toMatchObject({
      providers: ['a', 'b'],
      head: { latest: { number: '10' }, finalized: { number: '8' } },
      records: [{ value: '0x5' }],
    })
    const table: [string, Behaviour[], string][] = [
      ['another value', [{ operator: 'a' }, { operator: 'b', balance: 6n }], 'disagree'],
      ['one operator twice', [{ operator: 'a' }, { operator: 'a' }], 'quorum'],
      ['one of two down', [{ operator: 'a' }, { operator: 'b', down: true }], 'quorum'],
      [
        'all down',
        [
          { operator: 'a', down: true },
          { operator: 'b', down: true },
        ],
        'unreachable',
      ],
    ]
    for (const [name, behaviours, reason] of table) {
      const [item] = await client(2, ...behaviours).evidence.read([query()])
      expect(item?.problem, name).toMatchObject({ reason, retryable: true })
      expect(item?.records, name).toEqual([])
    }
    const [below] = await client(2, { operator: 'a' }, { operator: 'b', fork: 'x' }).evidence.read([query('latest')])
    expect(below, 'another newest block: the last agreed one stands for it').toMatchObject({
      providers: ['a', 'b'],
      head: { latest: { number: '9' } },
    })
    const [third] = await client(2, { operator: 'a' }, { operator: 'b', down: true }, { operator: 'c' }).evidence.read([query()])
    expect(third?.providers).toEqual(['a', 'c'])
  })

  it('refuses a chain that it does not read, without asking anyone', async () => {
    const { evidence, asked } = client(1, { operator: 'own' })
    const [item] = await evidence.read([{ ...query(), chain: 'eip155:999' }])
    expect(item?.problem).toMatchObject({ reason: 'refused', retryable: false })
    expect(asked[0]).toEqual([])
  })
})
