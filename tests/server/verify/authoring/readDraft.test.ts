import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDraft } from '#server/verify/authoring/readDraft.ts'
import { kindIds, kindOf } from '#server/verify/kinds/index.ts'

const held = (gte: unknown) => ({ kind: 'evm.balance', chain: 'eip155:8453', params: { token: { standard: 'native' }, gte } })
const score = { kind: 'reputation', params: { score: '100' } }

describe('a rule while it is written', () => {
  it('is said in words, whole and by its checks', () => {
    const { issues, sentence, sentences } = readDraft({ all: [score, { not: held('5') }] })
    expect(issues).toEqual([])
    expect(sentence?.en).toContain('100')
    expect(sentences.map(({ path }) => path)).toEqual(['all.0', 'all.1.not'])
  })

  it('names every problem at once, and still says what is well-formed', () => {
    const { issues, sentence, sentences } = readDraft({ any: [held('much'), score, { kind: 'nonsense', params: {} }, { all: [] }] })
    expect(issues.map(({ path }) => path)).toEqual(['any.0.params.gte', 'any.2.kind', 'any.3.all'])
    expect(issues[0]).toMatchObject({ found: 'much' })
    expect(sentence).toBeNull()
    expect(sentences.map(({ path }) => path)).toEqual(['any.1'])
  })

  it('warns as a publication would', () => {
    expect(readDraft({ not: score }).warnings.map(({ code }) => code)).toContain('passes-by-doing-nothing')
  })

  it.each(kindIds)('begins %s with an example that holds', (id) => {
    const { form } = kindOf(id)
    expect(readDraft({ kind: id, ...form.example }).issues).toEqual([])
  })

  it('throws for nothing that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('all', 'any', 'atLeast', 'not', 'kind'), (value, name) => {
        for (const input of [value, { [name]: value }, { all: [{ [name]: value }] }]) {
          const { issues, sentence } = readDraft(input)
          expect(issues.length > 0).toBe(sentence === null)
        }
      }),
    )
    let deep: unknown = score
    for (let i = 0; i < 20_000; i++) deep = { not: deep }
    expect(readDraft(deep).issues.length).toBeGreaterThan(0)
  })
})
