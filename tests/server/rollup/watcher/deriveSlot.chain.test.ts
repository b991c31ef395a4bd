import { afterAll, beforeAll, expect, it } from 'vitest'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { type DeployedSlot, deployedSlot } from '#tests/contracts/deployedSlot.ts'

let slot: DeployedSlot
beforeAll(async () => {
  slot = await deployedSlot()
  for (let n = 1n; n <= 4n; n++) await slot.advance({ opens: [n], inbox: [await slot.deposit(Number(n) - 1, n)] })
})
afterAll(() => slot?.stop())

/** L2 whose every call passes `mayFail` first. */
function deriver(mayFail: () => void = () => undefined) {
  const client = new Proxy(slot.client, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver) as unknown
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        mayFail()
        return value.apply(target, args)
      }
    },
  }) as L2Client
  const addresses = { rollup: slot.contracts.rollup, inbox: slot.contracts.inbox, fromBlock: 0n }
  return new SlotDeriver({ hasher: fastHasher, client, slot: addresses, domain: slot.domain, store: createMemoryNodeStore() })
}

it('says a batch again whose handling failed, and all after it', async () => {
  const derived = deriver()
  const kept: number[] = []
  for (let tries = 0; kept.length < 4 && tries < 10; tries++) {
    try {
      for await (const { number, problem } of derived.derive()) {
        // Every other one meets a database that is away.
        if (tries % 2 === 0) throw new Error('away')
        expect(problem).toBe(null)
        kept.push(number)
        if (number === 2 && kept.length === 2) throw new Error('away after it was kept')
      }
    } catch (error) {
      expect(String(error)).toContain('away')
    }
  }
  expect(kept).toEqual([1, 2, 2, 3, 4])
})

it('loses no batch to an L2 that fails at any of its calls', async () => {
  let calls = 0
  for await (const { problem } of deriver(() => void calls++).derive()) expect(problem).toBe(null)
  const all = calls
  expect(all).toBeGreaterThan(8)
  for (let failing = 1; failing <= all; failing++) {
    let call = 0
    const derived = deriver(() => {
      if (++call === failing) throw new Error('L2 is away')
    })
    const numbers: number[] = []
    for (let tries = 0; tries < 2; tries++) {
      try {
        for await (const { number, problem } of derived.derive()) {
          expect(problem).toBe(null)
          numbers.push(number)
        }
      } catch (error) {
        expect(String(error)).toContain('L2 is away')
      }
    }
    expect(numbers).toEqual([1, 2, 3, 4])
  }
})
