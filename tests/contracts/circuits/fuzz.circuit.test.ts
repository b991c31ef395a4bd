import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type CircuitName, circuits, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { decodeInboxTx, type InboxTx } from '#server/rollup/protocol/words.ts'
import type { BatchDraft } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { inboxItem } from '../../support/batchArbitrary.ts'
import { openSlot, slotDomain, type TestSlot } from '../../support/slotFixture.ts'
import { runSlot, sampleSteps, settleMembers } from '../../support/slotRun.ts'
import { accepts, alice, bob, linkedWallet, run, solanaWord } from './fixture.ts'
import { copySlot, emptySlot } from './modelSlot.ts'
import { runBatch, type TestBatch } from './slotModel.ts'

const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
const issuerPoint = derivePublicKey(9n)
const goodKey = { issuerKeyX: issuerPoint.x, issuerKeyY: issuerPoint.y }
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

describe('whatever the contract queues can be proven', () => {
  it(`three items a batch, any words (seed ${seed})`, async () => {
    // Often about somebody who is there, by a wallet of the account, with amounts that are there.
    const known = fc.record({
      account: fc.nat({ max: 4 }),
      authoriser: fc.constantFrom(alice, bob, solanaWord, linkedWallet),
      quest: fc.nat({ max: 9 }),
    })
    const item = fc.tuple(inboxItem, known, fc.boolean(), fc.nat({ max: 2 })).map(([tx, near, isNear, shrink]): InboxTx => {
      const placed: InboxTx = tx.account === newAccount || !isNear ? tx : { ...tx, account: near.account, authoriser: near.authoriser }
      if (placed.kind === 'openQuest' && shrink > 0)
        return { ...placed, quest: near.quest, rewardToken: 0, pool: placed.pool >> 100n, feePool: placed.feePool >> 102n, ...goodKey }
      if ('amount' in placed && shrink > 0) return { ...placed, token: 0, amount: placed.amount >> 84n }
      return placed
    })
    const batches = fc.sample(fc.array(item, { minLength: 3, maxLength: 3 }), { seed, numRuns: 12 })
    for (const inbox of batches) {
      expect(await accepts(run({ inbox })), `seed ${seed}`).toBe(true)
    }
  })
})

/** `settleMembers` sends three items a batch: no more than small takes. */
async function settleSlot(slot: TestSlot, circuit: CircuitName) {
  if (circuits[circuit].entries >= 3) return settleMembers(slot)
  await slot.advance({ opens: [0x1000n, 0x1001n] })
}
