import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#app/_ui/rule/draft.ts'
import { type Document, same, withValueAt } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/document.ts'
import { mergeDocuments } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/merge.ts'

const rule = (score: string): Json => ({ kind: 'reputation', params: { score } })
const step = (id: string, title = id): Json => ({ id, title: { en: title, ja: title }, rule: rule('1') })

const base: Document = {
  definition: { title: { en: 'One', ja: '一' }, points: 10, steps: [step('a'), step('b'), step('c')] },
  supply: 100,
  opensAt: null,
  closesAt: null,
  rewardPerMint: null,
  feePerMint: null,
}
const stepsIn = ({ definition: { steps } }: Document) => (steps as { id: string }[]).map(({ id }) => id)
const withSteps = (...steps: Json[]) => withValueAt(base, 'definition.steps', steps)

describe('three-way merge of a draft', () => {
  it('takes what one side changed, each language by itself', () => {
    const mine = withValueAt(base, 'definition.title.en', 'Mine')
    const theirs = withValueAt(withValueAt(base, 'definition.title.ja', '彼ら'), 'supply', 200)
    const { document, conflicts } = mergeDocuments({ base, mine, theirs })
    expect(conflicts).toEqual([])
    expect(document.definition.title).toEqual({ en: 'Mine', ja: '彼ら' })
    expect(document.supply).toBe(200)
  })

  it('asks where both changed the same part, and keeps mine until it is said', () => {
    const mine = withValueAt(base, 'definition.points', 20)
    const theirs = withValueAt(base, 'definition.points', 30)
    const { document, conflicts } = mergeDocuments({ base, mine, theirs })
    expect(conflicts).toEqual([{ path: 'definition.points', mine: 20, theirs: 30 }])
    expect(document.definition.points).toBe(20)
    const chosen = mergeDocuments({ base, mine, theirs }, () => 'theirs')
    expect(chosen).toEqual({ document: theirs, conflicts: [] })
  })

  it('does not ask where both made the same change', () => {
    const both = withValueAt(base, 'definition.points', 20)
    expect(mergeDocuments({ base, mine: both, theirs: structuredClone(both) })).toEqual({ document: both, conflicts: [] })
  })

  it('merges steps by their ids: a move here, a change and an addition there', () => {
    const mine = withSteps(step('c'), step('a'), step('b'))
    const theirs = withSteps(step('a'), step('new'), step('b', 'Theirs'), step('c'))
    const { document, conflicts } = mergeDocuments({ base, mine, theirs })
    expect(conflicts).toEqual([])
    expect(stepsIn(document)).toEqual(['c', 'a', 'new', 'b'])
    expect(same((document.definition.steps as Json[])[3], step('b', 'Theirs'))).toBe(true)
  })

  it('takes a removed step away, unless the other side changed it', () => {
    const gone = withSteps(step('a'), step('c'))
    expect(stepsIn(mergeDocuments({ base, mine: base, theirs: gone }).document)).toEqual(['a', 'c'])
    const changed = withSteps(step('a'), step('b', 'Changed'), step('c'))
    const { conflicts } = mergeDocuments({ base, mine: changed, theirs: gone })
    expect(conflicts).toEqual([{ path: 'definition.steps.#b', mine: step('b', 'Changed'), theirs: undefined }])
    const theirs = mergeDocuments({ base, mine: changed, theirs: gone }, () => 'theirs')
    expect(stepsIn(theirs.document)).toEqual(['a', 'c'])
  })

  it('never mixes two rules of one step', () => {
    const mine = withValueAt(base, 'definition.steps.0.rule', { all: [rule('1'), rule('2')] })
    const theirs = withValueAt(base, 'definition.steps.0.rule', { any: [rule('1'), rule('3')] })
    expect(mergeDocuments({ base, mine, theirs }).conflicts.map(({ path }) => path)).toEqual(['definition.steps.#a.rule'])
  })

  it('asks for the whole list where both put the same steps into another order', () => {
    const mine = withSteps(step('b'), step('a'), step('c'))
    const theirs = withSteps(step('a'), step('c'), step('b'))
    expect(mergeDocuments({ base, mine, theirs }).conflicts.map(({ path }) => path)).toEqual(['definition.steps'])
  })

  it('keeps what stands in place of steps as a whole', () => {
    const broken = withValueAt(base, 'definition.steps', [{ id: 'a' }, { id: 'a' }])
    const theirs = withSteps(step('a'))
    expect(mergeDocuments({ base, mine: broken, theirs }).conflicts.map(({ path }) => path)).toEqual(['definition.steps'])
  })

  const parts = fc.record({
    title: fc.record({ en: fc.constantFrom('One', 'Two', 'Three'), ja: fc.constantFrom('一', '二') }),
    points: fc.constantFrom(10, 20, 30),
    steps: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
      .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(id, `${id}!`).map((title) => step(id, title))))),
  })
  const documents = parts.map(
    (definition): Document => ({
      definition: definition as unknown as Document['definition'],
      supply: null,
      opensAt: null,
      closesAt: null,
      rewardPerMint: null,
      feePerMint: null,
    }),
  )

  it('gives one side whole where the other changed nothing, and theirs where theirs is chosen against the same changes', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expect(same(asJson(mergeDocuments({ base: before, mine: before, theirs: after }).document), asJson(after))).toBe(true)
        expect(same(asJson(mergeDocuments({ base: before, mine: after, theirs: before }).document), asJson(after))).toBe(true)
      }),
    )
  })

  it('loses no step that a side added, whatever else happened', () => {
    fc.assert(
      fc.property(documents, documents, documents, (before, mine, theirs) => {
        const known = new Set(stepsIn(before))
        const added = [...stepsIn(mine), ...stepsIn(theirs)].filter((id) => !known.has(id))
        const { document, conflicts } = mergeDocuments({ base: before, mine, theirs })
        if (conflicts.some(({ path }) => path.startsWith('definition.steps'))) return
        expect(stepsIn(document)).toEqual(expect.arrayContaining(added))
        expect(new Set(stepsIn(document)).size).toBe(stepsIn(document).length)
      }),
    )
  })
})

const asJson = (document: Document) => document as unknown as Json
