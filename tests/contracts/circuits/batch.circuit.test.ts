import { describe, expect, it } from 'vitest'
import { circuits, entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { accepts, baseSlot, domain, fullBatch, run } from './fixture.ts'
import { change, changeWord, places } from './mutations.ts'
import { emptySlot, runBatch } from './slotModel.ts'

const full = runBatch(baseSlot(), domain, fullBatch())
const plusOne = (value: bigint) => value + 1n

describe('a batch that uses every part', () => {
  it('is accepted, with the refused item as a no-op', async () => {
    expect(full.public.effects).toBe(0b011n)
    expect(await accepts(full)).toBe(true)
  })

  it('is accepted when it is empty, also on the empty slot', async () => {
    expect(await accepts(run({}))).toBe(true)
    expect(await accepts(runBatch(emptySlot(), domain, { timestamp: 0, leader: 0, opens: [], groups: [], inbox: [] }))).toBe(true)
  })

  it('is accepted with the accounts and credentials of the batch before it', async () => {
    const slot = baseSlot()
    runBatch(slot, domain, fullBatch())
    const next = runBatch(slot, domain, { ...fullBatch(), groups: [], inbox: [] })
    expect(next.old.credentialCount).toBe(27n)
    expect(await accepts(next)).toBe(true)
  })
})

describe('any element changed makes the batch unprovable', () => {
  /** Bound by the proof's transcript (proof.circuit.test.ts), or not looked at because the item's decision does not depend on it. */
  const free = /^public\.(batch|recipient)$|^entries\.0\.(account\.|questOld|questPath)/
  const bound = places(full).filter((path) => !free.test(path))
  const sections = Map.groupBy(bound, (path) =>
    path
      .split('.')
      .slice(0, path.startsWith('entries') || path.startsWith('groups') ? 2 : 1)
      .join('.'),
  )

  it('covers the whole of the inputs', () => {
    expect(bound.length).toBeGreaterThan(500)
    expect(places(full).length - bound.length).toBe(2 + 11 + 1 + 26)
  })

  for (const [section, paths] of sections) {
    it(`${section} (${paths.length} elements)`, async () => {
      const survivors = []
      for (const path of paths) if (await accepts(change(full, { [path]: plusOne }))) survivors.push(path)
      expect(survivors).toEqual([])
    })
  }

  it('a word together with its commitment and evaluation', async () => {
    const survivors = []
    // The last item is refused whatever its terms are: those words are bound by the commitment, and by the inbox's own hash of the item.
    for (let at = 0; at < circuits.small.offsets.total - entryWords; at++)
      if (await accepts(changeWord(full, at, plusOne))) survivors.push(at)
    expect(survivors).toEqual([])
  })
})

describe('packed lanes have one reading', () => {
  const cases: [string, Record<string, (value: bigint) => bigint>][] = [
    ['supply from closesAt', { 'groups.0.quest.supply': plusOne, 'groups.0.quest.closesAt': (v) => v - (1n << 40n) }],
    ['closesAt beyond its width', { 'groups.0.quest.closesAt': (v) => v + (1n << 40n), 'groups.0.quest.supply': (v) => v - 1n }],
    ['pool beyond its width', { 'groups.0.quest.pool': (v) => v + (1n << 112n), 'groups.0.quest.feePool': (v) => v - 1n }],
    ['minted below zero', { 'groups.0.quest.minted': (v) => v - (1n << 32n), 'groups.0.quest.claimed': plusOne }],
    ['fee from reward', { 'groups.0.quest.feePerMint': (v) => v - 1n, 'groups.0.quest.rewardPerMint': (v) => v + (1n << 96n) }],
    ['previous from owner', { 'groups.0.quest.previous': plusOne, 'groups.0.quest.owner': (v) => v - (1n << 26n) }],
  ]
  for (const [name, edits] of cases) {
    it(name, async () => expect(await accepts(change(full, edits))).toBe(false))
  }
})
