import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import type { EntryWitness } from '#server/rollup/protocol/circuitInputs.ts'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { emptyAccount, emptyCredential, emptyQuest } from '#server/rollup/state/leafFields.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { draftOf, type StateVector, stateOf, txVectorFile } from '../../support/txVectors.ts'
import { vectorNames } from '../../support/writeTxVectors.ts'
import { accepts } from './fixture.ts'
import { emptySlot, putAccount, putCredential, putQuest, revokeCredential, type Slot } from './modelSlot.ts'
import { runBatch } from './slotModel.ts'

/** The model's slot with the leaves of a vector. */
function slotOf(state: StateVector): Slot {
  const slot = emptySlot()
  for (const [index, leaf] of Object.entries(state.accounts))
    putAccount(slot, Number(index), { ...emptyAccount, ...leaf }, state.links[index])
  for (const [index, leaf] of Object.entries(state.quests)) putQuest(slot, Number(index), { ...emptyQuest, ...leaf })
  for (const [index, fields] of Object.entries(state.credentials)) {
    const leaf = { ...emptyCredential, ...fields }
    const reason = state.revoked[index]
    if (reason === undefined) putCredential(slot, Number(index), leaf)
    else revokeCredential(slot, Number(index), leaf, reason)
  }
  for (const [index, balance] of Object.entries(state.vaults)) slot.vaults.set(Number(index), balance)
  const { accountCount, credentialCount, inboxIndex } = state
  return { ...slot, accountCount, credentialCount, inboxIndex }
}

/** An account of which nothing is left out of the comparison: the model and the engine read the README's "Witness of an entry" alike. */
const comparable = (entries: readonly EntryWitness[]) =>
  entries.map((entry) => JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))

/** One vector file a tx drives the engine, the model and the circuit. */
describe.each(vectorNames)('vectors of %s', (tx) => {
  const { domain, cases } = txVectorFile.parse(JSON.parse(readFileSync(new URL(`../../vectors/${tx}.json`, import.meta.url), 'utf8')))
  const at = domainOf(domain.chainId, domain.rollup)

  it.each(cases.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const model = runBatch(slotOf(vector.before), at, vector.batch)
    expect(toHex32(model.public.oldRoot)).toBe(vector.before.root)
    if (vector.expect.batch === 'refused') {
      // The model has done what the rules refuse, with the best witness there is.
      expect(await accepts(model)).toBe(false)
      return
    }
    expect(toHex32(model.public.newRoot)).toBe(vector.expect.after.root)
    expect(model.public.effects).toBe(BigInt(vector.expect.effects))
    const built = await buildBatch({ hasher: fastHasher }, await stateOf(fastHasher, vector.before), draftOf(vector, domain))
    if (!built.ok) throw new Error(`refused: ${built.reason.reason}`)
    expect(comparable(built.value.inputs.entries)).toEqual(comparable(model.entries))
    expect(await accepts(built.value.inputs)).toBe(true)

    // ok is provable in one direction only: the other decision, with the state and the bit that go with it, is not.
    for (const item of vector.batch.inbox.keys()) {
      expect(await accepts(runBatch(slotOf(vector.before), at, { ...vector.batch, lies: [item] }))).toBe(false)
    }
  })
})
