import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import nextConfig from '#next.config.ts'
import { readErrorTable } from '#server/api/public/problemTexts.ts'
import { restRoutes } from '#server/api/public/routes.ts'
import { operations } from '#server/api/public/sdk/types.gen.ts'
import { typeOf } from '#server/api/public/sdkTypes.ts'
import { generatedFiles } from '#server/api/public/writeGenerated.ts'
import { maxListBytes } from '#server/quests/lists/uploadList.ts'
import { errorStatus } from '#server/shared/errors.ts'

const root = join(import.meta.dirname, '../../../..')

describe('what is made from routes and docs', () => {
  it.each(Object.entries(generatedFiles(root)))(
    '%s is what it is made from: else run `node server/api/public/writeGenerated.ts`',
    (path, text) => {
      expect(readFileSync(join(root, path), 'utf8') === text).toBe(true)
    },
  )

  it('has a call for each route', () => {
    expect(
      Object.entries(operations)
        .map(([id, { method, path }]) => `${id} ${method} ${path}`)
        .toSorted(),
    ).toEqual(restRoutes.map(({ id, method, path }) => `${id} ${method} ${path}`).toSorted())
  })

  it('says what each code means', () => {
    const table = readErrorTable(readFileSync(join(root, 'docs/errors.md'), 'utf8'))
    expect(Object.fromEntries(table.map(([code, status]) => [code, status]))).toEqual(errorStatus)
  })

  it.each([
    [{ type: 'string' }, 'string'],
    [{ anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }] }, '"a" | "b" | null'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, number>'],
    [{ $ref: '#/components/schemas/Quest' }, 'Quest'],
    [{ type: ['number', 'null'] }, 'number | null'],
    [{}, 'unknown'],
    [{ type: 'object', properties: { a: { type: 'boolean' }, 'b-c': { const: 1 } }, required: ['a'] }, '{\n  a: boolean\n  "b-c"?: 1\n}'],
  ])('%j is %s in TypeScript', (schema, type) => {
    expect(typeOf(schema)).toBe(type)
  })
})

it('the site passes bodies on as large as the API takes them: what is longer would be cut without a word', () => {
  expect(Number(nextConfig.experimental?.proxyClientMaxBodySize)).toBeGreaterThan(maxListBytes + 65_536)
})
