import { describe, expect, it } from 'vitest'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { decodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { BatchDraft } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { openSlot, slotDomain, type TestSlot } from '../../support/slotFixture.ts'
import { runSlot, sampleSteps, settleMembers } from '../../support/slotRun.ts'
import { accepts } from './fixture.ts'
import { copySlot, emptySlot } from './modelSlot.ts'
import { runBatch, type TestBatch } from './slotModel.ts'

const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
/** Another life of the slot in every run of the suite; a failure names it. */
const seed = Math.floor(Math.random() * 2 ** 31)

const batchOf = ({ timestamp, leader, opens, groups, ledger, inbox }: BatchDraft): TestBatch => ({
  ...{ timestamp, leader, opens, ledger },
  groups: groups.map((group) => ({ ...group, accounts: [...group.accounts] })),
  inbox: inbox.map(({ words }) => decodeInboxTx(words)),
})

/**
 * A slot whose every attempt is also judged by the model and the circuit: what the engine builds has the model's root and a witness;
 * what it refuses has no witness, though the model does it; and no inbox item's decision can be turned around.
 */
async function watchedSlot(circuit: CircuitName) {
  const slot = await openSlot(fastHasher)
  const model = emptySlot()
  const seen = { built: 0, refused: 0, turned: 0 }
  const build: TestSlot['build'] = async (parts) => {
    const draft = slot.draft({ circuit, ...parts })
    const result = await slot.build({ circuit, ...parts })
    const batch = batchOf(draft)
    const context = `seed ${seed}, batch ${draft.number}, ${JSON.stringify(result.ok ? '' : result.reason)}`
    if (!result.ok) {
      const asked = runBatch(copySlot(model), domain, batch, circuit)
      expect(await accepts(asked, circuit), context).toBe(false)
      seen.refused++
      return result
    }
    for (const item of batch.inbox.keys()) {
      const lie = runBatch(copySlot(model), domain, { ...batch, lies: [item] }, circuit)
      expect(await accepts(lie, circuit), `${context}, lie about item ${item}`).toBe(false)
      seen.turned++
    }
    expect(runBatch(model, domain, batch, circuit).public.newRoot, context).toBe(result.value.newRoot)
    expect(await accepts(result.value.inputs, circuit), context).toBe(true)
    seen.built++
    return result
  }
  const advance: TestSlot['advance'] = async (parts) => {
    const result = await build(parts)
    if (!result.ok) throw new Error(JSON.stringify(result.reason))
    await slot.keep(result.value)
    return result.value
  }
  const watched: TestSlot = Object.assign(Object.create(slot), { build, advance })
  return { watched, seen }
}

describe.each([
  ['small', 10],
  ['large', 2],
] as const)('a random life under the %s circuit', (circuit, steps) => {
  it(`agrees with engine and model (seed ${seed})`, async () => {
    const { watched, seen } = await watchedSlot(circuit)
    await settleSlot(watched, circuit)
    for await (const _ of runSlot(watched, sampleSteps(seed, steps), circuit));
    expect(seen.built).toBeGreaterThanOrEqual(steps)
  })
})

/** `settleMembers` sends three items a batch: no more than small takes. */
async function settleSlot(slot: TestSlot, circuit: CircuitName) {
  if (circuits[circuit].entries >= 3) return settleMembers(slot)
  await slot.advance({ opens: [0x1000n, 0x1001n] })
}
