import { describe, expect, it } from 'vitest'
import { type Definition, definitionSchema, parseDefinition, type Step } from '#server/quests/definition.ts'
import { diffOf } from '#server/quests/drafts/history.ts'
import { refusedChanges, refusedTerms } from '#server/quests/drafts/versionChange.ts'
import { describeRule } from '#server/verify/run.ts'
import { definition } from '#tests/support/questFixture.ts'

const before = parseDefinition(definition())
const text = (en: string) => ({ en, ja: `${en}。` })
const changed = (change: Partial<Definition>) => refusedChanges(before, { ...before, ...change }).map(({ field }) => field)
const step = (i: number, change: Partial<Step>) => ({ steps: before.steps.map((one, at) => (at === i ? { ...one, ...change } : one)) })
const wrap = before.steps[1]?.rule as Extract<Step['rule'], { kind: 'evm.event' }>
const least = (value: string) => ({ ...wrap, params: { ...wrap.params, where: [{ arg: 'wad', op: 'gte' as const, value }] } })

describe('a later version', () => {
  it('may have other words', () => {
    expect(changed({})).toEqual([])
    expect(changed({ title: text('Another'), summary: text('Other'), description: text('Words'), difficulty: 3, minutes: 9 })).toEqual([])
    expect(
      changed(
        step(0, { title: text('Say'), hint: text('Look'), link: 'https://example.org/', cards: [{ title: text('a'), text: text('b') }] }),
      ),
    ).toEqual([])
  })

  it.each([
    ['harder rules', step(1, { rule: least('2000') }), 'definition.steps.1.rule'],
    ['easier rules', step(1, { rule: least('1') }), 'definition.steps.1.rule'],
    ['fewer steps', { steps: before.steps.slice(0, 1) }, 'definition.steps'],
    ['steps in another order', { steps: before.steps.toReversed() }, 'definition.steps'],
    ['a step of another name', step(0, { id: 'other' }), 'definition.steps'],
    ['more points', { points: 51 }, 'definition.points'],
    ['another category', { category: 'defi' }, 'definition.category'],
    ['CUBEs that expire', { expiresAfterSeconds: 1 }, 'definition.expiresAfterSeconds'],
    ['an order', { order: 'sequence' }, 'definition.order'],
    ['a prerequisite', { prerequisites: [{ kind: 'score', min: 1 }] }, 'definition.prerequisites'],
    ['other fees', { split: { creator: 1, publisher: 0, referrer: 0 } }, 'definition.split'],
    ['a prize', { prize: { mode: 'raffle', winners: 1, token: 0, perWinner: '1' } }, 'definition.prize'],
    ['a recurrence', { recurrence: { every: 'day', periods: 2 } }, 'definition.recurrence'],
  ] as [string, Partial<Definition>, string][])('may not have %s', (_, change, field) => {
    expect(changed(change)).toEqual([field])
  })

  it('is looked at in every field that a definition has', () => {
    // A field that is added to definitions is refused until somebody says that it is words.
    const open = Object.keys(definitionSchema.shape).filter((name) => {
      const other = { ...before, [name]: { not: 'what it was' } } as unknown as Definition
      return name !== 'steps' && refusedChanges(before, other).length === 0
    })
    expect(open.toSorted()).toEqual(['cover', 'description', 'difficulty', 'minutes', 'summary', 'title'])
  })

  it('keeps places, times and what is paid', () => {
    const terms = { supply: 5, opensAt: new Date(0), closesAt: new Date(1000), rewardPerMint: 7n, feePerMint: 0n }
    expect(refusedTerms(terms, { ...terms })).toEqual([])
    const others = { supply: 6, opensAt: new Date(1), closesAt: new Date(1001), rewardPerMint: 8n, feePerMint: 1n }
    expect(refusedTerms(terms, others).map(({ field }) => field)).toEqual(['supply', 'opensAt', 'closesAt', 'rewardPerMint', 'feePerMint'])
  })
})

describe('a difference', () => {
  const diff = (change: Partial<Definition>) => diffOf(before, { ...before, ...change }, describeRule)

  it('of nothing is nothing', () => {
    expect(diff({})).toMatchObject({ rulesDiffer: false, texts: [], rules: [], steps: { added: [], removed: [], moved: false } })
  })

  it('of words names each text, and says that the rules are the same', () => {
    const found = diff({ title: { ...before.title, en: 'Another' }, ...step(0, { hint: text('Look') }) })
    expect(found).toMatchObject({ rulesDiffer: false, rules: [], steps: { moved: false } })
    expect(found.texts).toEqual([
      { path: 'steps.quiz.hint.en', before: null, after: 'Look' },
      { path: 'steps.quiz.hint.ja', before: null, after: 'Look。' },
      { path: 'title.en', before: before.title.en, after: 'Another' },
    ])
    expect(found.rulesHash.before).not.toBe(found.rulesHash.after)
  })

  it('of rules says both as sentences, never a quiz’s answer', () => {
    const harder = diff(step(1, { rule: least('2000') }))
    expect(harder).toMatchObject({ rulesDiffer: true, texts: [], rules: [{ step: 'wrap' }] })
    expect(harder.rules[0]?.before?.en).toContain('1,000')
    expect(harder.rules[0]?.after?.en).toContain('2,000')
    const quiz = before.steps[0]?.rule as Extract<Step['rule'], { kind: 'quiz' }>
    const salted = diff(step(0, { rule: { ...quiz, params: { ...quiz.params, salt: 'a-secret-salt-of-a-quiz' } } }))
    expect(salted.rules.map(({ step }) => step)).toEqual(['quiz'])
    expect(JSON.stringify(salted)).not.toContain('a-secret-salt')
  })

  it('of steps tells what came, went and moved', () => {
    expect(diff({ steps: before.steps.toReversed() }).steps).toEqual({ added: [], removed: [], moved: true })
    expect(diff({ steps: before.steps.slice(1) }).steps).toEqual({ added: [], removed: ['quiz'], moved: false })
  })
})
