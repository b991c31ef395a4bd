import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { replayWitness } from '#tests/support/replayWitness.ts'
import { draftOf, stateOf, txVectorFile } from '#tests/support/txVectors.ts'
import { vectorNames, vectorText } from '#tests/support/writeTxVectors.ts'

const read = (tx: string) => readFileSync(new URL(`../../../vectors/${tx}.json`, import.meta.url), 'utf8')

describe.each(vectorNames)('vectors of %s', (tx) => {
  const { domain, cases } = txVectorFile.parse(JSON.parse(read(tx)))

  it('are those of the cases', () => expect(JSON.parse(read(tx))).toEqual(JSON.parse(vectorText(tx))))

  it.each(cases.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const state = await stateOf(fastHasher, vector.before)
    expect(toHex32(state.root())).toBe(vector.before.root)
    const draft = draftOf(vector, domain)
    const built = await buildBatch({ hasher: fastHasher }, state, draft)
    if (vector.expect.batch === 'refused') {
      const { section, position, reason } = vector.expect
      expect(built).toEqual({ ok: false, reason: { section, position, reason } })
      expect(toHex32(state.root())).toBe(vector.before.root)
      return
    }
    if (!built.ok) throw new Error(`refused: ${built.reason.reason}`)
    const { effects, positions, newRoot, calldata } = built.value
    expect(positions.inbox.map(({ reason }) => reason ?? null)).toEqual(vector.expect.reasons)
    expect(effects).toBe(vector.expect.effects)
    expect(toHex32(newRoot)).toBe(vector.expect.after.root)
    expect(replayWitness(fastHasher, built.value.inputs)).toEqual({ newRoot, effects: BigInt(effects) })
    const { circuit, number, timestamp } = draft
    const derived = await deriveBatch({ hasher: fastHasher }, state, { circuit, number, timestamp, domain, calldata })
    expect(derived).toMatchObject({ ok: true, value: { newRoot, effects } })
  })
})
