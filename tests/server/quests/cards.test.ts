import { expect, test } from 'vitest'
import { type Definition, parseDefinition } from '#server/quests/definition.ts'
import { rulesHashOf } from '#server/quests/evidenceFile.ts'
import { learnCairn } from '#server/quests/samples/learn.ts'
import { definition } from '#tests/support/questFixture.ts'

const card = (n: number) => ({ title: { en: `Card ${n}`, ja: `カード ${n}` }, text: { en: 'Two\n\n**lines**', ja: '二つの\n\n**段落**' } })

const withCards = (cards: unknown): unknown => {
  const [first, ...rest] = definition().steps
  return { ...definition(), steps: [{ ...first, cards }, ...rest] }
}

test('a step may carry one to twelve cards, which the rules hash binds', () => {
  const parsed = parseDefinition(withCards(Array.from({ length: 12 }, (_, i) => card(i))))
  expect(parsed.steps[0]?.cards).toHaveLength(12)
  expect(rulesHashOf(parsed)).not.toBe(rulesHashOf(definition()))
})

test('a definition without cards keeps the hash that it had before there were any', () => {
  // Of the fixture, computed when steps had no cards.
  expect(rulesHashOf(parseDefinition(definition()))).toBe('0x0e89d9aeca0e6310c3ff202c92c397537539897ecf15974ff9831df78910a7')
})

test('the learning sample teaches what its quiz asks, in both languages', () => {
  const [step] = (learnCairn() satisfies Definition).steps
  const cards = step?.cards ?? []
  expect(cards).toHaveLength(5)
  expect(new Set(cards.flatMap(({ title }) => [title.en, title.ja])).size).toBe(10)
})
