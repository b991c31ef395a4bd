import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataCommit, evaluate } from '#server/rollup/protocol/batch.ts'
import { encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { loadState } from '#server/rollup/state/slotState.ts'
import { openSlot, slotDomain, type TestSlot } from '../../support/slotFixture.ts'
import { runSlot, sampleSteps, settleMembers } from '../../support/slotRun.ts'
import { accepts } from './fixture.ts'

/** The batch with other words, its commitment and evaluation following them; claims and witness stay. */
function withWords(built: BuiltBatch, words: readonly bigint[]) {
  const inputs = { ...built.inputs, words }
  return { ...inputs, public: { ...inputs.public, dataCommit: dataCommit(hasher, words), y: evaluate(words, inputs.public.r) } }
}

async function derive(slot: TestSlot, built: BuiltBatch, words: readonly bigint[]) {
  const { circuit, number, timestamp } = built
  const before = await loadState(slot.store, hasher, number - 1)
  return deriveBatch({ hasher }, before, { circuit, number, timestamp, domain: slotDomain, calldata: encodeCalldata(circuit, words) })
}

/** Used words with one bit of one of them turned. */
const turned = (words: readonly bigint[], seed: number, count: number): bigint[][] => {
  const used = words.flatMap((word, at) => (word === 0n ? [] : [at]))
  const place = fc.record({ at: fc.constantFrom(...used), bit: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 252 })) })
  return fc
    .sample(place, { seed, numRuns: count })
    .map(({ at, bit }) => words.map((word, i) => (i === at ? mod(word ^ (1n << BigInt(bit))) : word)))
}

/** Random txs: the engine's root is the circuit's root and the one derived from calldata; and the circuit takes no words that the engine does not. */
describe.each([21, 22, 23])('random life %i of a slot', (seed) => {
  it('has one root in the engine, in the circuit and derived from calldata', async () => {
    const slot = await openSlot(hasher)
    await settleMembers(slot)
    for await (const { built } of runSlot(slot, sampleSteps(seed, 8))) {
      const { newRoot, effects, words } = built
      expect(await accepts(built.inputs)).toBe(true)
      expect(await derive(slot, built, words)).toMatchObject({ ok: true, value: { newRoot, effects } })
      for (const changed of turned(words, seed + built.number, 3)) {
        if (!(await accepts(withWords(built, changed)))) continue
        expect(await derive(slot, built, changed)).toMatchObject({ ok: true, value: { newRoot, effects } })
      }
    }
  })
})
