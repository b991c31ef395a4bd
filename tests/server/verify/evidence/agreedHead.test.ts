import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Head } from '#chains/reader.ts'
import { agreedHead, disputedNumbers, type View } from '#server/verify/evidence/agreedHead.ts'

const now = 1_000_000
const lateMs = 10_000
const block = (number: number, fork = ''): Block => ({
  number: BigInt(number),
  hash: `${number}${fork}`,
  parentHash: '',
  time: now / 1000 - (20 - number),
})

type Endpoint = {
  operator: string
  latest: number
  safe?: number
  finalized?: number
  fork?: string
  hashAt?: (number: number) => string | null
}

/** What each of them says, asked for every number that another names. An honest endpoint has the chain 0, 1, 2 … up to its newest block. */
function views(...endpoints: Endpoint[]): View[] {
  const heads = endpoints.map(({ latest, safe = latest - 1, finalized = latest - 2, fork }): Head => {
    return { latest: block(latest, fork), safe: block(safe, fork), finalized: block(finalized, fork) }
  })
  return endpoints.map(({ operator, latest, fork = '', hashAt }, index) => ({
    operator,
    head: heads[index] ?? { latest: block(0), safe: block(0), finalized: block(0) },
    hashes: new Map(
      disputedNumbers(heads).map((number) => [
        number,
        hashAt ? hashAt(Number(number)) : Number(number) > latest ? null : `${number}${fork}`,
      ]),
    ),
  }))
}
const vote = (...endpoints: Endpoint[]) => agreedHead(views(...endpoints), { now, lateMs })
const heightsOf = (found: ReturnType<typeof vote>) =>
  'head' in found ? [found.head.latest.number, found.head.safe.number, found.head.finalized.number].map(Number) : found.dispute

describe('the agreed head', () => {
  it('is the newest block that two know, tag by tag', () => {
    expect(heightsOf(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 19 }))).toEqual([19, 18, 17])
    expect(heightsOf(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 20, finalized: 12 }))).toEqual([20, 19, 12])
  })

  it('is not held back by one who is late, but by one who is fresh', () => {
    expect(heightsOf(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 20 }, { operator: 'c', latest: 5 }))).toEqual([
      20, 19, 18,
    ])
    expect(heightsOf(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 20 }, { operator: 'c', latest: 18 }))).toEqual([
      18, 17, 16,
    ])
  })

  it('is none when two late ones would hold the chain at an old block', () => {
    expect(vote({ operator: 'a', latest: 4 }, { operator: 'b', latest: 4 }, { operator: 'c', latest: 20 })).toEqual({
      dispute: 'quorum',
      operators: ['c'],
    })
  })

  it('falls back to the agreed final block while the newest is disputed', () => {
    const forked = (operator: string) => ({
      operator,
      latest: 20,
      hashAt: (number: number) => (number >= 19 ? `${number}x` : String(number)),
    })
    expect(heightsOf(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 20 }, forked('c')))).toEqual([18, 18, 18])
  })

  it('needs two operators: one with two endpoints is one', () => {
    expect(vote({ operator: 'a', latest: 20 }, { operator: 'a', latest: 20 })).toEqual({ dispute: 'quorum', operators: ['a'] })
    expect(vote({ operator: 'a', latest: 20 }, { operator: 'b', latest: 20, fork: 'x' })).toMatchObject({ dispute: 'disagree' })
  })

  it('lets three outweigh one, and names that one', () => {
    const honest = ['a', 'b', 'c'].map((operator) => ({ operator, latest: 20 }))
    expect(vote(...honest, { operator: 'd', latest: 20, fork: 'x' })).toMatchObject({ against: ['d'] })
  })

  const liar = (operator: string) =>
    fc
      .record({
        latest: fc.integer({ min: 2, max: 30 }),
        down: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 0, max: 2 }),
        fork: fc.constantFrom('', 'x'),
        lost: fc.integer({ min: 0, max: 40 }),
      })
      .map(({ latest, down, more, fork, lost }): Endpoint => {
        const hashAt = (number: number) => (number > latest || number === lost ? null : `${number}${fork}`)
        return { operator, latest, safe: latest - Math.min(down, latest), finalized: latest - Math.min(down + more, latest), fork, hashAt }
      })

  it('is always one that the fresh honest third knows and calls final, whatever two others say', () => {
    const honest: Endpoint = { operator: 'honest', latest: 20, finalized: 15 }
    fc.assert(
      fc.property(liar('x'), liar('y'), fc.boolean(), (one, other, together) => {
        const found = agreedHead(views(one, together ? { ...one, operator: 'y' } : other, honest), { now, lateMs })
        if (!('head' in found)) return
        const { latest, safe, finalized } = found.head
        expect([latest.hash, safe.hash, finalized.hash]).toEqual([latest, safe, finalized].map(({ number }) => String(number)))
        expect(finalized.number).toBeLessThanOrEqual(15n)
        expect(latest.number).toBeLessThanOrEqual(20n)
        expect(latest.number).toBeGreaterThanOrEqual(10n)
      }),
      { numRuns: 2000 },
    )
  })
})
