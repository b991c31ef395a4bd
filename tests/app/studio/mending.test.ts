import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages as en } from '#app/_ui/messages/en/index.ts'
import { howToMend } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/side/mending.ts'

const verify = new URL('../../../server/verify/', import.meta.url)
const sources = [
  readFileSync(new URL('lint.ts', verify), 'utf8'),
  ...readdirSync(new URL('kinds/', verify))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(`kinds/${name}`, verify), 'utf8')),
]
/** Codes as they are written: `code: 'x'`, `warn('x', …)`, `warning('x', …)`. `custom` is the parser's; a quiz gets its salt at the launch. */
const codes = new Set(
  sources
    .flatMap((text) => [...text.matchAll(/(?:code: |warn\(|warning\()'([a-z-]+)'/g)].map(([, code = '']) => code))
    .filter((code) => code !== 'custom' && code !== 'no-salt'),
)

test('every warning that a draft can have says how to mend it, and no sentence is left over', () => {
  expect(codes.size).toBeGreaterThan(30)
  expect([...codes].filter((code) => howToMend(code) === null)).toEqual([])
  expect(Object.keys(en.drafts.warnings.mend).toSorted()).toEqual([...codes].toSorted())
})
