import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import table from './bad-inputs.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..')

it('names each case once, and a test that runs it', () => {
  const ids = table.rows.map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  const files = [...new Set(table.rows.map(({ test }) => test))]
  const runs = (file: string) => existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes('runBadInputs(')
  expect(files.filter((file) => !runs(file))).toEqual([])
})

it('leaves nothing out that has a case', () => {
  const cases = new Set(table.rows.map(({ id }) => id.split('-')[0]))
  expect(table.notApplicable.filter(({ id, why }) => cases.has(id) || why.length < 10)).toEqual([])
})
