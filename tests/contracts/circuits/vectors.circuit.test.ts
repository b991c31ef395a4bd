import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { credentialLeaf } from '#server/rollup/protocol/leaves.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import { emptyAccount, emptyQuest } from '#server/rollup/state/leafFields.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { draftOf, type StateVector, stateOf, txVectorFile } from '../../support/txVectors.ts'
import { vectorNames } from '../../support/writeTxVectors.ts'
import { accepts } from './fixture.ts'
import { emptySlot, putAccount, putQuest, runBatch, type Slot } from './slotModel.ts'

const emptyCredential = { account: 0n, quest: 0n, serial: 0n, issuedAt: 0n, flags: 0n, evidenceRoot: 0n }

/** The model's slot with the leaves of a vector. */
function slotOf(state: StateVector): Slot {
  const slot = emptySlot()
  for (const [index, leaf] of Object.entries(state.accounts)) putAccount(slot, Number(index), { ...emptyAccount, ...leaf })
  for (const [index, leaf] of Object.entries(state.quests)) putQuest(slot, Number(index), { ...emptyQuest, ...leaf })
  for (const [index, leaf] of Object.entries(state.credentials))
    slot.credentials.set(Number(index), credentialLeaf(hasher, { ...emptyCredential, ...leaf }))
  for (const [index, balance] of Object.entries(state.vaults)) slot.vaults.set(Number(index), balance)
  const { accountCount, credentialCount, inboxIndex } = state
  return { ...slot, accountCount, credentialCount, inboxIndex }
}

/** One vector file a tx drives the engine, the model and the circuit. */
describe.each(vectorNames)('vectors of %s', (tx) => {
  const { domain, cases } = txVectorFile.parse(JSON.parse(readFileSync(new URL(`../../vectors/${tx}.json`, import.meta.url), 'utf8')))

  it.each(cases.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const model = runBatch(slotOf(vector.before), domainOf(domain.chainId, domain.rollup), vector.batch)
    expect(toHex32(model.public.oldRoot)).toBe(vector.before.root)
    if (vector.expect.batch === 'refused') {
      expect(await accepts(model)).toBe(false)
      return
    }
    expect(toHex32(model.public.newRoot)).toBe(vector.expect.after.root)
    expect(model.public.effects).toBe(BigInt(vector.expect.effects))
    expect(await accepts(model)).toBe(true)
    const built = await buildBatch({ hasher }, await stateOf(hasher, vector.before), draftOf(vector, domain))
    if (!built.ok) throw new Error(`refused: ${built.reason.reason}`)
    expect(await accepts(built.value.inputs)).toBe(true)
  })
})
