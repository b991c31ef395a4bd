import { describe, expect, it } from 'vitest'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { circuits, entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { accepts, baseSlot, domain, fullBatch, otherBatch, run } from './fixture.ts'
import { emptySlot } from './modelSlot.ts'
import { change, changeWord, places } from './mutations.ts'
import { runBatch } from './slotModel.ts'

const full = runBatch(baseSlot(), domain, fullBatch())
const other = runBatch(baseSlot(), domain, otherBatch())
const plusOne = (value: bigint) => value + 1n

describe('a batch that uses every part', () => {
  it('is accepted, with a refused item as a no-op', async () => {
    expect([full.public.effects, other.public.effects]).toEqual([1n, 0n])
    expect([await accepts(full), await accepts(other)]).toEqual([true, true])
  })

  it('is accepted when it is empty, also on the empty slot', async () => {
    expect(await accepts(run({}))).toBe(true)
    const nothing = { timestamp: 0, leader: 0, opens: [], groups: [], ledger: [], inbox: [] }
    expect(await accepts(runBatch(emptySlot(), domain, nothing))).toBe(true)
  })

  it('is accepted with the accounts and credentials of the batch before it', async () => {
    const slot = baseSlot()
    runBatch(slot, domain, fullBatch())
    const next = runBatch(slot, domain, { ...fullBatch(), groups: [], ledger: [], inbox: [] })
    expect(next.old.credentialCount).toBe(81n)
    expect(await accepts(next)).toBe(true)
  })
})

/** Parts that a kind does not touch: nothing is decided by them, so their root check is off (rollup README, "Witness of an entry"). */
const untouched: Record<string, RegExp> = {
  'full.0 claimReward': /^(other|others)(\.|Path)/,
  'full.1 transfer': /^(quest|credential)(\.|Path)/,
  'full.2 deposit to a new account': /^(other|others|native|quest|credential)(\.|Path)/,
  'other.0 revoke': /^(account(Path|\.(?!linksDigest))|(other|native|own|others)(\.|Path))/,
  'other.1 mergeInto': /^(own|quest|credential)(\.|Path)/,
  'other.2 openQuest, refused': /^(other|others|credential)(\.|Path)/,
}

/** Bound by the proof's transcript (proof.circuit.test.ts). */
const byTranscript = /^public\.(batch|recipient)$/

/** Every element that must be bound; of a path, which one loop walks, the first pair and single ones in the middle and at the top. */
function boundPlaces(name: string, inputs: CircuitInputs): string[] {
  return places(inputs).filter((path) => {
    const level = /[pP]ath\.(\d+)\.\d$/.exec(path)?.[1]
    if (level !== undefined && !['0', '5'].includes(level) && !path.endsWith('11.1')) return false
    const [, entry = '', rest = ''] = /^entries\.(\d)\.(.*)$/.exec(path) ?? []
    const free = Object.entries(untouched).find(([key]) => key.startsWith(`${name}.${entry} `))?.[1]
    return !byTranscript.test(path) && !(entry !== '' && free?.test(rest))
  })
}

describe('any element changed makes the batch unprovable', () => {
  for (const [name, inputs] of Object.entries({ full, other })) {
    const sections = Map.groupBy(boundPlaces(name, inputs), (path) => (/^(entries|groups)\.\d/.exec(path) ?? [path.split('.')[0]])[0] ?? '')
    for (const [section, paths] of sections) {
      // What both batches have alike is changed once.
      if (name === 'other' && !section.startsWith('entries')) continue
      it(`${name}, ${section} (${paths.length} elements)`, async () => {
        const survivors = []
        for (const path of paths) if (await accepts(change(inputs, { [path]: plusOne }))) survivors.push(path)
        expect(survivors).toEqual([])
      })
    }
  }

  it('covers the whole of the inputs', () => {
    const elements = new Set([...boundPlaces('full', full), ...boundPlaces('other', other)].map((path) => path.replace(/\.\d+/g, '')))
    const all = new Set(places(full).map((path) => path.replace(/\.\d+/g, '')))
    expect([...all].filter((path) => !elements.has(path))).toEqual(['public.batch', 'public.recipient'])
  })

  it('a word together with its commitment and evaluation', async () => {
    const survivors = []
    // Who pays a deposit is nothing to the slot: that word is bound by the commitment, and by the inbox's own hash of the item.
    for (let at = 0; at < circuits.small.offsets.total - 1; at++) if (await accepts(changeWord(full, at, plusOne))) survivors.push(at)
    expect(survivors).toEqual([])
    expect(circuits.small.offsets.total - circuits.small.offsets.entries).toBe(3 * entryWords)
  })
})

describe('packed lanes have one reading', () => {
  const quest = 'groups.0.quest'
  const held = 'entries.0.credential'
  const cases: [string, Record<string, (value: bigint) => bigint>][] = [
    ['supply from closesAt', { [`${quest}.supply`]: plusOne, [`${quest}.closesAt`]: (v) => v - (1n << 40n) }],
    ['closesAt beyond its width', { [`${quest}.closesAt`]: (v) => v + (1n << 40n), [`${quest}.supply`]: (v) => v - 1n }],
    ['pool beyond its width', { [`${quest}.pool`]: (v) => v + (1n << 112n), [`${quest}.feePool`]: (v) => v - 1n }],
    ['minted below zero', { [`${quest}.minted`]: (v) => v - (1n << 32n), [`${quest}.claimed`]: plusOne }],
    ['fee from reward', { [`${quest}.feePerMint`]: (v) => v - 1n, [`${quest}.rewardPerMint`]: (v) => v + (1n << 96n) }],
    ['previous from owner', { [`${quest}.previous`]: plusOne, [`${quest}.owner`]: (v) => v - (1n << 26n) }],
    [
      'reward of the claimed quest',
      { 'entries.0.quest.rewardPerMint': (v) => v + (1n << 96n), 'entries.0.quest.feePerMint': (v) => v - 1n },
    ],
    ['serial from quest', { [`${held}.serial`]: plusOne, [`${held}.quest`]: (v) => v - (1n << 21n) }],
    ['flags from issuedAt', { [`${held}.flags`]: plusOne, [`${held}.issuedAt`]: (v) => v - (1n << 40n) }],
    ['issuedAt from serial', { [`${held}.issuedAt`]: plusOne, [`${held}.serial`]: (v) => v - (1n << 32n) }],
  ]
  for (const [name, edits] of cases) {
    it(name, async () => expect(await accepts(change(full, edits))).toBe(false))
  }
})
