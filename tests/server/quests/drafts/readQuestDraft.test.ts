import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#server/quests/definition.ts'
import { applyChanges, changedParts, type Document, documentOf, emptyDocument, foundBy, titleIn } from '#server/quests/drafts/document.ts'
import { acknowledge, readQuestDraft } from '#server/quests/drafts/readQuestDraft.ts'
import { CairnError } from '#server/shared/errors.ts'
import { definition } from '#tests/support/questFixture.ts'

const now = Date.UTC(2027, 0, 1)
const terms = { supply: 10, opensAt: new Date(now), closesAt: new Date(now + 86_400_000), rewardPerMint: 0n, feePerMint: 0n }
const whole = documentOf(parseDefinition(definition()), terms)
const deps = { chains: new Set(['eip155:31339']), now: () => now }
const read = (document: Document, more: { slug?: string; opened?: boolean } = {}) =>
  readQuestDraft(deps, { slug: 'a-quest', document, acknowledged: [], opened: false, ...more })
const fields = (document: Document) => read(document).problems.map(({ field }) => field)
const leaf = (change: object = {}) => ({ ...(whole.definition.steps as { rule: object }[])[1]?.rule, ...change })
const withRules = (...rules: unknown[]): Document => ({
  ...whole,
  definition: { ...whole.definition, steps: rules.map((rule, i) => ({ id: `s${i}`, title: { en: 'a', ja: 'a' }, rule })) },
})

describe('a draft', () => {
  it('that is whole has no problem, and is what publishing would read', () => {
    expect(read(whole)).toMatchObject({ problems: [], terms })
    expect(read(whole).definition).toEqual(parseDefinition(definition()))
  })

  it('says every problem at once, each with what was found and expected', () => {
    const broken = applyChanges(whole, {
      definition: {
        title: { en: '', ja: '題' },
        summary: null,
        points: -1,
        steps: [{ id: 'Bad', title: { en: 'a', ja: 'a' }, rule: leaf({ chain: 'eip155:999999999' }) }],
      },
      supply: 0,
      closesAt: 'tomorrow',
    })
    const { problems, definition: none } = read(broken)
    expect(none).toBeNull()
    expect(problems.map(({ field }) => field).toSorted()).toEqual([
      'closesAt',
      'definition.points',
      'definition.steps.0.id',
      'definition.steps.0.rule.chain',
      'definition.summary',
      'definition.title.en',
      'supply',
    ])
    for (const problem of problems)
      expect(problem).toEqual({ field: expect.any(String), found: expect.any(String), expected: expect.any(String) })
    expect(problems.find(({ field }) => field === 'closesAt')).toMatchObject({ found: 'tomorrow' })
  })

  it('that is empty lacks everything and breaks nothing', () => {
    expect(fields(emptyDocument)).toEqual(expect.arrayContaining(['definition.title', 'definition.steps', 'supply', 'opensAt', 'closesAt']))
  })

  it.each([
    ['is closed already', { ...whole, closesAt: new Date(now - 1).toISOString(), opensAt: new Date(now - 2).toISOString() }, ['closesAt']],
    ['closes before it opens', { ...whole, closesAt: whole.opensAt, opensAt: whole.closesAt }, ['closesAt', 'closesAt']],
    ['reads a chain that is switched off', withRules(leaf({ chain: 'eip155:1' })), ['definition.steps.0.rule']],
    ['pays a part of a wei', { ...whole, rewardPerMint: '0.5' }, ['rewardPerMint']],
    ['pays less than nothing', { ...whole, feePerMint: '-1' }, ['feePerMint']],
    ['pays a number that JSON rounds', { ...whole, rewardPerMint: 1e18 }, ['rewardPerMint']],
    ['pays more than a vault holds', { ...whole, rewardPerMint: '9'.repeat(27), supply: 100 }, ['rewardPerMint']],
    [
      'recurs and pays',
      {
        ...applyChanges(whole, { definition: { recurrence: { every: 'day', periods: 3 } } }),
        ...{ closesAt: new Date(now + 86_399_000).toISOString(), rewardPerMint: '5' },
      },
      ['rewardPerMint'],
    ],
    ['recurs over the day’s end', applyChanges(whole, { definition: { recurrence: { every: 'day', periods: 3 } } }), ['closesAt']],
    [
      'uses a value that nothing captures',
      withRules(leaf({ params: { ...leafParams(), where: [{ arg: 'wad', op: 'gte', value: '$prev.size' }] } })),
      ['definition.steps.0.rule'],
    ],
  ])('that %s says so', (_, document, expected) => {
    expect(fields(document as Document)).toEqual(expected)
  })

  it('whose quest runs keeps its window, also when it is over', () => {
    const over = { ...whole, opensAt: new Date(now - 2000).toISOString(), closesAt: new Date(now - 1000).toISOString() }
    expect(read(over, { opened: true }).problems).toEqual([])
  })

  it('may be anything: reading it throws nothing and says what is wrong', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title', 'steps', 'order', 'prize', 'points'), fc.jsonValue({ maxDepth: 4 })),
        fc.jsonValue(),
        (some, term) => {
          const document = { definition: some, supply: term, opensAt: term, closesAt: term }
          expect(read(document as Document).problems.length).toBeGreaterThan(0)
          foundBy('a-quest', document as Document)
          titleIn(document as Document)
        },
      ),
    )
  })
})

function leafParams() {
  return (leaf() as { params: object }).params
}

describe('a warning', () => {
  const weak = withRules(leaf({ finality: 'latest' }))
  const codes = ({ warnings }: ReturnType<typeof read>) => warnings.map(({ code, acknowledged }) => [code, acknowledged])
  const known = acknowledge(weak, [], { more: [{ code: 'not-final', path: 'definition.steps.0.rule.finality' }], less: [] })
  const readAs = (document: Document) => readQuestDraft(deps, { slug: 'a-quest', document, acknowledged: known, opened: false })

  it('is open until somebody says by its code and path that it is known', () => {
    expect(codes(read(weak))).toEqual(expect.arrayContaining([['not-final', false]]))
    expect(codes(readAs(weak))).toEqual(expect.arrayContaining([['not-final', true]]))
    expect(acknowledge(weak, [], { more: [{ code: 'not-final', path: 'definition.steps.1.rule.finality' }], less: [] })).toEqual([])
    expect(acknowledge(weak, [], { more: [{ code: 'other', path: 'definition.steps.0.rule.finality' }], less: [] })).toEqual([])
  })

  it('is open again when it is taken back', () => {
    const named = [{ code: 'not-final', path: 'definition.steps.0.rule.finality' }]
    expect(known).toHaveLength(1)
    expect(acknowledge(weak, known, { more: [], less: named })).toEqual([])
    expect(acknowledge(weak, known, { more: [], less: [{ code: 'not-final', path: 'definition.steps.1.rule.finality' }] })).toEqual(known)
  })

  it('is known for that text only: of another rule at that place it is open again', () => {
    const other = withRules(leaf({ finality: 'latest', params: { ...leafParams(), where: [{ arg: 'wad', op: 'gte', value: '1' }] } }))
    expect(codes(readAs(other))).toEqual(expect.arrayContaining([['not-final', false]]))
    expect(acknowledge(other, known, { more: [], less: [] })).toEqual([])
    const moved = withRules({ kind: 'reputation', params: { score: '1' } }, leaf({ finality: 'latest' }))
    expect(codes(readAs(moved))).toEqual(expect.arrayContaining([['not-final', false]]))
  })

  it('is told of a rule that can be read while others cannot', () => {
    expect(codes(read(withRules({ kind: 'nothing' }, leaf({ finality: 'latest' }))))).toEqual(
      expect.arrayContaining([['not-final', false]]),
    )
  })

  it('of a quiz without a salt is none: launching gives it one', () => {
    expect(read(whole).warnings.map(({ code }) => code)).not.toContain('no-salt')
  })
})

describe('changes', () => {
  it('put parts in the place of others, take them away, and are told by their names', () => {
    const next = applyChanges(whole, { definition: { points: 7, split: null, order: 'sequence' }, supply: 3 })
    expect(next.definition).toMatchObject({ points: 7, order: 'sequence', title: whole.definition.title })
    expect(changedParts(whole, next)).toEqual(['definition.order', 'definition.points', 'supply'])
    expect(changedParts(next, applyChanges(next, { definition: { points: null }, supply: 3 }))).toEqual(['definition.points'])
    expect(changedParts(whole, whole)).toEqual([])
  })

  it('are the same in whatever order members stand', () => {
    const { title } = whole.definition as { title: { en: string; ja: string } }
    expect(changedParts(whole, applyChanges(whole, { definition: { title: { ja: title.ja, en: title.en } } }))).toEqual([])
  })

  it('are kept as JSON says them', () => {
    const next = applyChanges(emptyDocument, { definition: { points: JSON.parse('1e999'), title: { en: 'nul\u0000', ja: '\ud800' } } })
    expect(next.definition).toEqual({ title: { en: 'nul\u0000', ja: '\ud800' } })
    expect(foundBy('a-quest', next)).toBe('a-quest\nnul \n\ufffd')
  })

  it.each([
    ['a field that no definition has', { definition: { reward: 5 } }, 'input.invalid', 'changes.definition.reward'],
    ['a prototype', { definition: JSON.parse('{"__proto__": {"a": 1}}') }, 'input.invalid', 'changes.definition.__proto__'],
    ['more text than a draft holds', { definition: { description: { en: 'a'.repeat(70_000), ja: 'a' } } }, 'quest.malformed', 'changes'],
    ['more values than a draft holds', { definition: { steps: Array(6000).fill(0) } }, 'quest.malformed', 'changes'],
    ['names longer than a draft holds', { definition: { title: { ['n'.repeat(100_000)]: 'a' } } }, 'quest.malformed', 'changes'],
    [
      'depth without end',
      { definition: { steps: JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) } },
      'quest.malformed',
      'changes',
    ],
  ])('may not have %s', (_, changes, code, field) => {
    const refused = (() => {
      try {
        return applyChanges(whole, changes)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(CairnError)
    expect(refused).toMatchObject({ code, meta: { field } })
  })
})
