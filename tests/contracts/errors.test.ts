import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end) && !path.startsWith('generated'))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'))

/** Names of the custom errors of the project's own contracts. */
const errors = [
  ...new Set(sources('contracts/src', '.sol').flatMap((text) => [...text.matchAll(/^\s*error (\w+)\(/gm)].map(([, name = '']) => name))),
]

describe('errors of the contracts', () => {
  it('are each brought about by a test that names it', () => {
    const tests = [
      ...sources('contracts/test', '.t.sol'),
      ...sources('tests/contracts', '.chain.test.ts'),
      ...sources('tests/server/rollup', '.chain.test.ts'),
    ].join('\n')
    expect(errors.length).toBeGreaterThan(50)
    expect(errors.filter((name) => !tests.includes(`${name}.selector`) && !tests.includes(`'${name}'`))).toEqual([])
  })
})
