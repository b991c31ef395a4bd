import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCheck,
  canMove,
  changeGroup,
  copyPart,
  type Draft,
  type Group,
  isGroup,
  type Json,
  movePart,
  type Part,
  pathsOf,
  removePart,
  setCheck,
  toDraft,
  toRule,
  unwrapPart,
  wrapPart,
} from '#app/_ui/rule/draft.ts'
import { leavesOf, readRule } from '#server/verify/rule.ts'

const check = (least: number): { kind: string; params: Json } => ({ kind: 'reputation', params: { score: String(least) } })

const rules = fc.letrec<{ rule: Json; list: Json[] }>((tie) => ({
  list: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: 1, max: 99 }).map((least) => check(least) as Json),
    tie('list').map((all) => ({ all })),
    tie('list').map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
    tie('list').chain((of) => fc.integer({ min: 1, max: of.length }).map((n) => ({ atLeast: { n, of } }))),
  ),
})).rule

const partsOf = (part: Part): Part[] => [part, ...(isGroup(part) ? part.of.flatMap(partsOf) : [])]
const idsOf = ({ root }: Draft) => partsOf(root).map(({ id }) => id)

type Step = (draft: Draft, id: number, other: number) => Draft
const steps: Step[] = [
  (draft, id, other) => addCheck(draft, id, check(other)),
  (draft, id, other) => setCheck(draft, id, check(other)),
  (draft, id, other) => changeGroup(draft, id, (['all', 'any', 'atLeast', 'none'] as Group[])[other % 4] ?? 'all', other),
  (draft, id) => removePart(draft, id),
  (draft, id, other) => wrapPart(draft, id, other % 2 === 0 ? 'any' : 'none'),
  (draft, id) => unwrapPart(draft, id),
  (draft, id, other) => movePart(draft, id, other % 2 === 0 ? 1 : -1),
  (draft, id) => copyPart(draft, id),
]

describe('a draft of a rule', () => {
  it('is the rule again, whatever the rule', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(toRule(toDraft(rule).root)).toEqual(rule)
      }),
    )
  })

  it('knows where each check stands, as the server says it', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { root } = toDraft(rule)
        const read = readRule(rule)
        if (!('rule' in read)) return
        const checks = partsOf(root).filter((part) => !isGroup(part))
        const paths = new Map(pathsOf(root).map(({ id, path }) => [id, path]))
        expect(checks.map(({ id }) => paths.get(id))).toEqual(leavesOf(read.rule).map(({ path }) => path))
      }),
    )
  })

  it('keeps its ids apart and asks for no more than there is, whatever is done to it', () => {
    const deed = fc.record({ step: fc.nat(steps.length - 1), at: fc.nat(50), other: fc.nat(9) })
    fc.assert(
      fc.property(rules, fc.array(deed, { maxLength: 12 }), (rule, deeds) => {
        let draft = toDraft(rule)
        for (const { step, at, other } of deeds) {
          const ids = idsOf(draft)
          draft = steps[step]?.(draft, ids[at % ids.length] ?? 0, other) ?? draft
          const now = idsOf(draft)
          expect(new Set(now).size).toBe(now.length)
          expect(Math.max(...now)).toBeLessThan(draft.next)
          for (const part of partsOf(draft.root)) if (isGroup(part)) expect(part.n).toBeLessThanOrEqual(Math.max(1, part.of.length))
        }
        expect(toRule(toDraft(toRule(draft.root)).root)).toEqual(toRule(draft.root))
      }),
    )
  })

  it('says "none of" of several as not any of them, and of one as not it', () => {
    const draft = wrapPart(toDraft(check(1)), 0, 'none')
    expect(toRule(draft.root)).toEqual({ not: check(1) })
    expect(toRule(addCheck(draft, 1, check(2)).root)).toEqual({ not: { any: [check(1), check(2)] } })
  })

  it('moves a part among its neighbours and no further', () => {
    const draft = toDraft({ all: [check(1), check(2)] })
    expect(canMove(draft, 1)).toEqual({ up: false, down: true })
    expect(toRule(movePart(draft, 1, 1).root)).toEqual({ all: [check(2), check(1)] })
    expect(movePart(draft, 1, -1)).toBe(draft)
    expect(movePart(draft, 0, 1)).toBe(draft)
  })

  it('is an empty group when the last part goes, and keeps what is no rule', () => {
    expect(toRule(removePart(toDraft(check(1)), 0).root)).toEqual({ all: [] })
    expect(toRule(toDraft(null).root)).toEqual({ all: [] })
    expect(toRule(toDraft('nonsense').root)).toBe('nonsense')
  })
})
