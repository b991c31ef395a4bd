import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finalizedBlockAt } from '#server/rollup/l2/blockAt.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'

/** A chain whose blocks have these times. */
function chainOf(times: readonly number[]) {
  let asked = 0
  const block = (number: number) => ({ number: BigInt(number), timestamp: BigInt(times[number] ?? 0), hash: `0x${number}` })
  const getBlock = async ({ blockNumber }: { blockNumber?: bigint }) => {
    asked++
    return block(blockNumber === undefined ? times.length - 1 : Number(blockNumber))
  }
  return { client: { getBlock } as unknown as Pick<L2Client, 'getBlock'>, asked: () => asked }
}

const times = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 200 }).map((steps) => {
  let at = 100
  return steps.map((step) => (at += step))
})

test('the block that decides is the first finalized one at that time or later, wherever the search begins', async () => {
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 90, max: 700 }), fc.nat(), async (chain, seconds, start) => {
      const expected = chain.findIndex((time) => time >= seconds)
      const from = expected <= 0 ? 0n : BigInt(start % (expected + 1))
      const found = await finalizedBlockAt(chainOf(chain).client, seconds, from)
      expect(found).toEqual(expected === -1 ? null : { number: expected, hash: `0x${expected}` })
    }),
  )
})

test('it is found in few questions', async () => {
  const chain = chainOf(Array.from({ length: 1_000_000 }, (_, i) => 2 * i))
  expect(await finalizedBlockAt(chain.client, 1_234_567)).toEqual({ number: 617_284, hash: '0x617284' })
  expect(chain.asked()).toBeLessThan(25)
})
