import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PermanentChainError, RetryableChainError } from '#chains/errors.ts'
import type { AnyReader } from '#chains/reader.ts'
import type { Cursor } from '#server/verify/cursorStore.ts'
import { cursorOf } from '#server/verify/follower/cursorOf.ts'
import { type Observation, observe } from '#server/verify/follower/followChain.ts'
import { createLedger, cursorAt, endpointOf, type Ledger } from './ledger.ts'

const where = { chain: 'c', operator: 'own', detail: '' }

/** Looks on from where the last look ended. */
function walker(readers: readonly AnyReader[], { blocks = true, from }: { blocks?: boolean; from?: Cursor } = {}) {
  let cursor: Cursor | undefined = from
  return {
    cursor: () => cursor,
    async look(): Promise<Observation> {
      const observation = await observe(readers, 'c', { cursor, contracts: [], blocks })
      cursor = cursorOf(observation, cursor, 0)
      return observation
    },
  }
}

const actorsIn = (observation: Observation) => {
  if (observation.state !== 'advanced' || !observation.happened) return []
  const { calls, named } = observation.happened
  return [...calls.map(({ from }) => from), ...named.flatMap(({ signers }) => signers)]
}
const tipOf = (ledger: Ledger) => ledger.blocks.at(-1)?.hash

describe.each(['evm', 'solana'] as const)('a look at a chain (%s)', (vm) => {
  const grown = (count: number) => {
    const ledger = createLedger()
    for (let n = 0; n < count; n++) ledger.grow()
    return ledger
  }

  it('reads new blocks from where the last look ended, numbers without a block among them', async () => {
    const ledger = grown(5)
    const { look, cursor } = walker([endpointOf(ledger, vm).reader])
    expect(await look()).toMatchObject({ state: 'advanced', happened: null })
    expect(await look()).toMatchObject({ state: 'same' })
    ledger.grow(['ann'])
    // EVM chains skip no numbers.
    ledger.grow(['bob'], vm === 'evm' ? 0 : 3)
    ledger.grow(['cat'], vm === 'evm' ? 0 : 2)
    expect(actorsIn(await look())).toEqual(['ann', 'bob', 'cat'])
    expect(cursor()?.hash).toBe(tipOf(ledger))
  })

  it('takes an endpoint that is behind for no reorg, keeps its place, and asks one that is further', async () => {
    const ledger = grown(20)
    const [late, good] = [endpointOf(ledger, vm), endpointOf(ledger, vm)]
    const { look, cursor } = walker([late.reader, good.reader])
    await look()
    const before = cursor()
    for (const lag of [1, 2, 7, 19]) {
      late.is.lag = lag
      good.is.down = true
      expect((await look()).state).toBe('behind')
      good.is.down = false
      expect((await look()).state).toBe('same')
      expect(cursor()).toEqual(before)
    }
    ledger.grow(['ann'])
    late.is.lag = 3
    expect(actorsIn(await look())).toEqual(['ann'])
    late.is.lag = 0
    expect((await look()).state).toBe('same')
  })

  it.each([1, 2, 7, 64, 65])('finds a reorg of %i blocks, to a head that is higher, as high, or lower', async (depth) => {
    for (const instead of [depth + 1, depth, Math.max(1, depth - 3)]) {
      const ledger = grown(100)
      const { look, cursor } = walker([endpointOf(ledger, vm).reader])
      await look()
      ledger.reorg(depth, instead)
      expect((await look()).state).toBe('reorg')
      expect(cursor()?.hash).toBe(tipOf(ledger))
      expect((await look()).state).toBe('same')
    }
  })

  it('misses nothing of a block that an endpoint does not have', async () => {
    const ledger = grown(3)
    const [holed, good] = [endpointOf(ledger, vm), endpointOf(ledger, vm)]
    const { look, cursor } = walker([holed.reader, good.reader])
    await look()
    const before = cursor()
    for (let n = 0; n < 4; n++) ledger.grow([`a${n}`])
    holed.is.holes.add(5n)
    const seen = await look()
    if (vm === 'evm') return expect(seen).toMatchObject({ state: 'advanced', happened: null })
    expect(actorsIn(seen)).toEqual(['a0', 'a1', 'a2', 'a3'])
    const alone = walker([holed.reader], before ? { from: before } : {})
    expect((await alone.look()).state).toBe('unseen')
    holed.is.holes.clear()
    expect(actorsIn(await alone.look())).toEqual(['a0', 'a1', 'a2', 'a3'])
  })

  it('says that anything may have happened when its own block is unknown, or the gap is long', async () => {
    const ledger = grown(3)
    const { is, reader } = endpointOf(ledger, vm)
    const { look, cursor } = walker([reader])
    await look()
    is.holes.add(BigInt(cursor()?.height ?? 0))
    for (let n = 0; n < 2; n++) ledger.grow()
    expect(await look()).toMatchObject({ state: 'advanced', happened: null })
    for (let n = 0; n < 201; n++) ledger.grow()
    expect(await look()).toMatchObject({ state: 'advanced', happened: null })
    expect(cursor()?.hash).toBe(tipOf(ledger))
  })

  it('says that the chain is down when nobody answers, and keeps its place', async () => {
    const ledger = grown(3)
    const { is, reader } = endpointOf(ledger, vm)
    const { look, cursor } = walker([reader])
    await look()
    const before = cursor()
    is.down = true
    expect((await look()).state).toBe('down')
    expect(cursor()).toMatchObject({ height: before?.height, hash: before?.hash, error: expect.stringContaining('does not answer') })
  })

  it('never sees a reorg nor misses a deed on a chain without one, whatever its endpoints do and wherever it was cut short', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('grow' as const),
          blocks: fc.integer({ min: 1, max: 12 }),
          skipped: fc.nat(vm === 'evm' ? 0 : 3),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('endpoint' as const), which: fc.nat(1), lag: fc.nat(8), down: fc.boolean() }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), lost: fc.boolean() }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const ledger = grown(3)
        const endpoints = [endpointOf(ledger, vm), endpointOf(ledger, vm)]
        const readers = endpoints.map(({ reader }) => reader)
        const start = ledger.blocks.at(-1)
        if (!start) throw new Error('no block')
        let cursor = cursorAt('c', start)
        const seen: string[] = []
        let deeds = 0
        let wasTooLong = false
        const look = async (lost: boolean) => {
          const observation = await observe(readers, 'c', { cursor, contracts: [], blocks: true })
          expect(observation.state).not.toBe('reorg')
          if (lost) return
          seen.push(...actorsIn(observation))
          wasTooLong ||= observation.state === 'advanced' && observation.happened === null
          const next = cursorOf(observation, cursor, 0)
          expect(next.height).toBeGreaterThanOrEqual(cursor.height)
          cursor = next
        }
        for (const one of steps) {
          if (one.do === 'grow') for (let n = 0; n < one.blocks; n++) ledger.grow([String(deeds++)], n === 0 ? one.skipped : 0)
          else if (one.do === 'look') await look(one.lost)
          else Object.assign(endpoints[one.which]?.is ?? {}, { lag: one.lag, down: one.down })
        }
        for (const { is } of endpoints) Object.assign(is, { lag: 0, down: false })
        for (let n = 0; n < 40; n++) await look(false)
        expect(cursor.hash).toBe(tipOf(ledger))
        // A gap of more than two hundred blocks is not looked through; shorter ones are, each deed exactly once.
        if (!wasTooLong) expect(seen.map(Number)).toEqual(Array.from({ length: deeds }, (_, n) => n))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a look at Solana', () => {
  it('reads some slots at a time and says that there are more', async () => {
    const ledger = createLedger()
    const { asked, reader } = endpointOf(ledger, 'solana')
    const { look, cursor } = walker([reader])
    await look()
    for (let n = 0; n < 50; n++) ledger.grow([String(n)])
    const looks = [await look(), await look(), await look()]
    expect(looks.map((one) => actorsIn(one).length)).toEqual([20, 20, 10])
    expect(asked.blocks).toBe(50)
    expect(looks[0]).toMatchObject({ upTo: { number: 20n }, more: true, head: { latest: { number: 50n } } })
    expect(looks[2]).toMatchObject({ more: false })
    expect(cursor()?.hash).toBe(tipOf(ledger))
  })

  it('goes by the clock where blocks are not to be read', async () => {
    const ledger = createLedger()
    const { asked, reader } = endpointOf(ledger, 'solana')
    const { look, cursor } = walker([reader], { blocks: false })
    expect(await look()).toMatchObject({ state: 'unseen', reason: null })
    for (let n = 0; n < 300; n++) ledger.grow()
    expect(await look()).toMatchObject({ state: 'unseen', reason: null })
    expect(cursor()?.hash).toBe(tipOf(ledger))
    ledger.reorg(3)
    expect((await look()).state).toBe('reorg')
    expect(asked.looks).toBe(0)
  })

  it.each([
    ['forbids', new PermanentChainError('forbidden', where)],
    ['does not know', new PermanentChainError('unsupported', where)],
    ['limits', new RetryableChainError('rate-limited', where)],
    ['gives too large', new PermanentChainError('too-many-results', where)],
  ])('goes by the clock while an endpoint %s blocks, and goes on from its place when it gives them', async (_how, refuses) => {
    const ledger = createLedger()
    const { is, asked, reader } = endpointOf(ledger, 'solana')
    const { look, cursor } = walker([reader])
    await look()
    for (let n = 0; n < 5; n++) ledger.grow([String(n)])
    is.refuses = refuses
    for (let n = 0; n < 3; n++) expect(await look()).toMatchObject({ state: 'unseen', reason: refuses.message })
    expect(asked.looks).toBe(3)
    expect(cursor()).toMatchObject({ height: 0, error: null })
    is.refuses = null
    expect(actorsIn(await look())).toEqual(['0', '1', '2', '3', '4'])
    is.refuses = refuses
    ledger.grow(['5'])
    const other = endpointOf(ledger, 'solana')
    expect(actorsIn(await observe([reader, other.reader], 'c', { cursor: cursor(), contracts: [], blocks: true }))).toEqual(['5'])
  })
})
