import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('../../../app/_ui/messages/', import.meta.url)
type Texts = { [key: string]: string | Texts }
const read = (locale: string, file: string) => JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as Texts

/** Every text by its dotted key. */
const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )

/** Names of the values that a reader sees: plain ones, and a plural's number where it is written out (`#`). */
function shown(text: string): string[] {
  const names = [...text.matchAll(/(?<!(?:one|other|=\d) )\{(\w+)(, plural)?/g)].flatMap(([, name = '', plural]) =>
    plural && !text.includes('#') ? [] : [name],
  )
  return [...new Set(names)].sort()
}

const files = readdirSync(new URL('en/', folder)).filter((name) => name.endsWith('.json'))

test('both languages have the same files', () => {
  expect(readdirSync(new URL('ja/', folder)).sort()).toEqual(readdirSync(new URL('en/', folder)).sort())
})

describe.each(files)('%s', (file) => {
  const en = flat(read('en', file))
  const ja = new Map(flat(read('ja', file)))
  test('has the same keys in both languages', () => {
    expect([...ja.keys()].sort()).toEqual(en.map(([key]) => key).sort())
  })
  test('fills the same values', () => {
    for (const [key, text] of en) expect(shown(ja.get(key) ?? ''), key).toEqual(shown(text))
  })
  test('is really in its language', () => {
    for (const [key, text] of en) {
      expect(text.trim(), key).not.toBe('')
      expect(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text), key).toBe(false)
    }
  })
})
