import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogWidth } from '#chains/adapters/evm/logWidth.ts'
import { readLogs } from '#chains/adapters/evm/readLogs.ts'
import type { Rpc } from '#chains/adapters/evm/rpc.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { PermanentChainError, RetryableChainError } from '#chains/errors.ts'

const where = { chain: appA.id, operator: 'own', detail: '' }
const address = `0x${'c0'.repeat(20)}` as const
const raw = (block: number, index: number) => ({
  ...{ blockNumber: `0x${block.toString(16)}`, blockHash: `0x${block}`, transactionHash: '0xAB', logIndex: `0x${index.toString(16)}` },
  ...{ address, topics: [], data: '0x' },
})

type Terms = { perBlock?: number; most?: number; slow?: number; dead?: boolean; stray?: boolean }

/** A node with logs in each block that answers at most so many of them, and is too slow beyond so many blocks. */
function node(
  { perBlock = 1, most = Number.POSITIVE_INFINITY, slow = Number.POSITIVE_INFINITY, dead = false, stray = false }: Terms,
  limit = 64,
) {
  const asked: number[] = []
  const logs = async ({ fromBlock, toBlock }: { fromBlock: string; toBlock: string }) => {
    const [from, to] = [Number(fromBlock), Number(toBlock)]
    asked.push(to - from + 1)
    if (dead || to - from + 1 > slow) throw new RetryableChainError('timeout', where)
    if ((to - from + 1) * perBlock > most) throw new PermanentChainError('too-many-results', where)
    if (stray) return [raw(to + 1, 0)]
    return Array.from({ length: to - from + 1 }, (_, index) => Array.from({ length: perBlock }, (_, at) => raw(from + index, at))).flat()
  }
  const chain = { ...appA, limits: { ...appA.limits, logRange: limit, concurrency: 2 } }
  const width = createLogWidth(limit)
  const read = (fromBlock: bigint, toBlock: bigint) =>
    readLogs(
      { chain, rpc: { logs } as unknown as Rpc, width, sort: (error) => error as Error },
      { addresses: [address], topics: [], fromBlock, toBlock },
    )
  return { read, asked, width }
}

describe('logs of a range', () => {
  it('reads every block once, in order, whatever the endpoint takes', async () => {
    const terms = fc.record({
      perBlock: fc.integer({ min: 1, max: 3 }),
      most: fc.integer({ min: 3, max: 200 }),
      to: fc.integer({ min: 0, max: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(terms, async ({ to, ...one }) => {
        const found = await node(one).read(0n, BigInt(to))
        const wanted = Array.from({ length: to + 1 }, (_, block) =>
          Array.from({ length: one.perBlock }, (_, index) => `${block}/${index}`),
        ).flat()
        expect(found.map(({ block, index }) => `${block.number}/${index}`)).toEqual(wanted)
      }),
      { numRuns: 50 },
    )
  }, 30_000)

  it('remembers what an endpoint refused, and tries wider questions again after a while', async () => {
    const one = node({ most: 16 })
    await one.read(0n, 255n)
    const [first, refusals] = [one.asked.length, one.asked.filter((blocks) => blocks > 16).length]
    expect(refusals).toBeLessThan(12)
    await one.read(256n, 511n)
    expect(one.asked.length - first).toBeLessThan(16 + 2 * 3 + 8)
    expect(one.width.blocks).toBeLessThanOrEqual(32n)
  })

  it('halves what gets no answer in time, a few times only', async () => {
    const slow = node({ slow: 16 })
    expect(await slow.read(0n, 63n)).toHaveLength(64)
    const dead = node({ dead: true }, 1024)
    await expect(dead.read(0n, 1_000_000n)).rejects.toMatchObject({ reason: 'timeout' })
    expect(dead.asked.length).toBeLessThanOrEqual(8)
  })

  it('believes no log of a block that was not asked for', async () => {
    await expect(node({ stray: true }).read(0n, 10n)).rejects.toThrow('was not asked for')
  })

  it('stays between one block and the chain’s limit', () => {
    const event = fc.record({ refused: fc.boolean(), share: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(event, { maxLength: 60 }), (limit, events) => {
        const width = createLogWidth(limit)
        for (const { refused, share } of events) {
          const before = width.blocks
          const asked = before / BigInt(share) || 1n
          if (refused) width.refused(asked)
          else width.answered(asked)
          expect(width.blocks >= 1n && width.blocks <= BigInt(limit)).toBe(true)
          if (refused) expect(width.blocks < asked || asked === 1n).toBe(true)
          else expect(width.blocks).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })
})
