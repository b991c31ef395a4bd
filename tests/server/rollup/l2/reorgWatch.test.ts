import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReorgWatch } from '#server/rollup/l2/reorgWatch.ts'

/** A chain of hashes by number whose node can be away at any call. */
class Chain {
  blocks = ['0:0', '1:0', '2:0', '3:0']
  failing = new Set<number>()
  #calls = 0
  #fork = 0

  getBlock = async ({ blockTag, blockNumber }: { blockTag?: string; blockNumber?: bigint }) => {
    if (this.failing.has(++this.#calls)) throw new Error('away')
    const number = blockTag ? this.blocks.length - 1 : Number(blockNumber)
    return { number: BigInt(number), hash: this.blocks[number] ?? 'none' }
  }
  /** Takes blocks back and mines others. */
  fork(back: number, mined: number) {
    this.#fork++
    this.blocks.length = Math.max(1, this.blocks.length - back)
    for (let i = 0; i < mined; i++) this.blocks.push(`${this.blocks.length}:${this.#fork}`)
  }
}
const watchOf = (chain: Chain) => new ReorgWatch(chain as unknown as ConstructorParameters<typeof ReorgWatch>[0])

test('says a reorg until it is told that all was done about it, the deepest of several', async () => {
  const chain = new Chain()
  const watch = watchOf(chain)
  for (let i = 0; i < 3; i++) {
    await watch.look()
    chain.blocks.push(`${chain.blocks.length}:0`)
  }
  expect(await watch.look()).toEqual({ latest: 6n })
  chain.fork(2, 2)
  expect(await watch.look()).toEqual({ latest: 6n, ancestor: 4n })
  expect(await watch.look()).toEqual({ latest: 6n, ancestor: 4n })
  chain.fork(3, 4)
  expect(await watch.look()).toEqual({ latest: 7n, ancestor: 3n })
  chain.fork(1, 1)
  expect(await watch.look()).toEqual({ latest: 7n, ancestor: 3n })
  watch.settled()
  expect(await watch.look()).toEqual({ latest: 7n })
  chain.fork(7, 8)
  expect(await watch.look()).toEqual({ latest: 8n, ancestor: null })
})

test('never forgets a reorg, whatever calls fail while it looks', async () => {
  const step = fc.record({ back: fc.nat(3), mined: fc.integer({ min: 1, max: 3 }), failing: fc.array(fc.nat(12)), done: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const chain = new Chain()
      const watch = watchOf(chain)
      /** What somebody who reads by the watch believes of the chain. */
      const known: string[] = []
      const read = async () => {
        const { latest, ancestor } = await watch.look()
        if (ancestor !== undefined) known.length = ancestor === null ? 0 : Math.min(known.length, Number(ancestor) + 1)
        for (let n = known.length; n <= Number(latest); n++) known.push(chain.blocks[n] ?? '')
        return ancestor
      }
      await read()
      let call = 0
      for (const { back, mined, failing, done } of steps) {
        chain.fork(back, mined)
        chain.failing = new Set(failing.map((n) => call + n))
        await read().catch(() => undefined)
        if (done) watch.settled()
        call += 12
      }
      chain.failing = new Set()
      await read()
      expect(known).toEqual(chain.blocks)
    }),
  )
})
