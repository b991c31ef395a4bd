import { describe, expect, it } from 'vitest'
import en from '#app/_ui/messages/en/editor.json' with { type: 'json' }
import { fromLocal, sayZone, toLocal } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/fields/localTime.ts'
import { mark } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/fields/markdown.ts'
import { placesOf } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/problems/pathWords.ts'
import { sayingOf } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/problems/sayProblem.ts'
import { changesBetween, type Document, valueAt, withValueAt } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/document.ts'
import { problemsAt } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/problems.ts'
import { moved } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/steps/steps.ts'
import { emptyDocument } from '#server/quests/drafts/document.ts'
import { readQuestDraft } from '#server/quests/drafts/readQuestDraft.ts'
import { learnCairn } from '#server/quests/samples/learn.ts'

const document: Document = {
  definition: { title: { en: 'One' }, steps: [{ id: 'a' }, { id: 'b', hint: { en: 'Hint' } }] },
  supply: 5,
  opensAt: null,
  closesAt: null,
  rewardPerMint: null,
  feePerMint: null,
}

describe('places in a draft', () => {
  it('are read and written by the path that the server names', () => {
    expect(valueAt(document, 'definition.steps.1.hint.en')).toBe('Hint')
    expect(valueAt(document, 'definition.steps.7.hint.en')).toBeUndefined()
    expect(valueAt(document, 'definition.toString')).toBeUndefined()
    expect(withValueAt(document, 'definition.steps.0', undefined).definition.steps).toEqual([{ id: 'b', hint: { en: 'Hint' } }])
    expect(withValueAt(document, 'supply', undefined).supply).toBeNull()
  })

  it('make only their own change', () => {
    expect(changesBetween(document, withValueAt(document, 'definition.title', undefined))).toEqual({ definition: { title: null } })
    expect(changesBetween(document, withValueAt(document, 'supply', null))).toEqual({ supply: null })
    expect(changesBetween(document, structuredClone(document))).toEqual({})
  })

  it('are said from the whole to the part', () => {
    const keys = (path: string) =>
      placesOf(path, (id) => ['a', 'b'].indexOf(id)).map(({ key, n }) => (n === undefined ? key : `${key} ${n}`))
    expect(keys('definition.steps.1.title.ja')).toEqual(['step 2', 'title', 'ja'])
    expect(keys('definition.steps.#b.rule')).toEqual(['step 2', 'rule'])
    expect(keys('definition.steps.0.cards.2.text.en')).toEqual(['step 1', 'card 3', 'text', 'en'])
    expect(keys('definition.steps.0.rule.all.0.params.gte')).toEqual(['step 1', 'rule'])
    expect(keys('definition.steps')).toEqual(['steps'])
    expect(keys('supply')).toEqual(['supply'])
  })
})

const problemsOf = (written: Partial<Document>) =>
  readQuestDraft(
    { chains: new Set(), now: () => Date.parse('2027-01-01') },
    { slug: 'quest', document: { ...emptyDocument, ...written }, acknowledged: [], opened: false },
  ).problems

describe('problems', () => {
  it('of an empty draft are all that something is missing, and each has a text', () => {
    const problems = problemsOf({})
    expect(problems.length).toBeGreaterThan(10)
    expect(problems.map((problem) => sayingOf(problem).key)).toEqual(problems.map(() => 'missing'))
    // A text that is missing as a whole is missing in each language.
    expect(problemsAt('definition.title.ja', problems)).toHaveLength(1)
    expect(problemsAt('definition.title.other', problems)).toEqual([])
  })

  it('are said in words of ours, by what the server really expects', () => {
    const { steps, ...rest } = learnCairn()
    const [first] = steps
    const definition = {
      ...rest,
      title: { en: 'x'.repeat(81), ja: ' 空白' },
      summary: { en: '{{x}}', ja: 'a\u0007' },
      category: 'none',
      minutes: 0,
      points: 1.5,
      expiresAfterSeconds: 2 ** 40,
      split: { creator: 9000, publisher: 2000, referrer: 0 },
      steps: [
        { ...first, link: 'http://example.com' },
        { ...first, cards: [] },
      ],
    } as unknown as Document['definition']
    const said = new Map(problemsOf({ definition }).map((problem) => [problem.field, sayingOf(problem).key]))
    expect(Object.fromEntries(said)).toMatchObject({
      'definition.title.en': 'tooLong',
      'definition.title.ja': 'spaces',
      'definition.summary.en': 'templates',
      'definition.summary.ja': 'controls',
      'definition.category': 'shape',
      'definition.minutes': 'atLeast',
      'definition.points': 'whole',
      'definition.expiresAfterSeconds': 'atMost',
      'definition.split': 'shares',
      'definition.steps.0.link': 'link',
      'definition.steps.1.cards': 'tooFew',
    })
    const terms = problemsOf({
      definition: learnCairn() as never,
      supply: 1,
      opensAt: '2026-03-01T00:00:00Z',
      closesAt: '2026-02-01T00:00:00Z',
    })
    expect(terms.map((problem) => sayingOf(problem).key)).toEqual(['later', 'future'])
    for (const key of said.values()) expect(Object.keys(en.problem)).toContain(key)
  })
})

describe('Markdown', () => {
  const at = (text: string, from: number, to = from) => ({ text, from, to })
  it('is put on what is selected, and taken off again', () => {
    const bold = mark(at('a word here', 2, 6), 'bold', 'words')
    expect(bold).toEqual(at('a **word** here', 4, 8))
    expect(mark(bold, 'bold', 'words')).toEqual(at('a word here', 2, 6))
    expect(mark(at('', 0), 'italic', 'words').text).toBe('_words_')
  })
  it('starts every line that is touched', () => {
    const list = mark(at('one\ntwo\nthree', 1, 5), 'list', '')
    expect(list.text).toBe('- one\n- two\nthree')
    expect(mark(list, 'list', '').text).toBe('one\ntwo\nthree')
  })
  it('selects the address of a link, which is to be written next', () => {
    const { text, from, to } = mark(at('see docs', 4, 8), 'link', '')
    expect(text).toBe('see [docs](https://)')
    expect(text.slice(from, to)).toBe('https://')
  })
})

describe('times and lists', () => {
  it('come back from the reader’s time zone to the minute', () => {
    for (const iso of ['2027-03-14T10:30:00.000Z', '2027-11-07T06:30:00.000Z']) expect(fromLocal(toLocal(iso))).toBe(iso)
    expect(fromLocal('')).toBeNull()
    expect(toLocal('soon')).toBe('')
  })
  it('name the time zone and what it is off UTC', () => {
    const { timeZone } = new Intl.DateTimeFormat('en').resolvedOptions()
    expect(sayZone('en', new Date('2027-03-14T10:30:00Z'))).toMatch(new RegExp(`^${timeZone}(, GMT.*)?$`))
  })
  it('move an entry, and nothing beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b'])
  })
})
