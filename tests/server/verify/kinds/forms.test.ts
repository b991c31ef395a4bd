import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Control, FormField } from '#server/verify/kinds/form.ts'
import { kindIds, kindOf } from '#server/verify/kinds/index.ts'

/** The part of JSON Schema that zod writes for parameters. */
type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

const schemaOf = (params: z.ZodType) => z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as Schema
const branchesOf = (schema: Schema): Schema[] => {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return branches.length === 0 ? [schema] : branches.flatMap(branchesOf)
}
const schemasAt = (schema: Schema, path: readonly string[]): Schema[] =>
  branchesOf(schema).flatMap((branch) => {
    const [name, ...rest] = path
    if (name === undefined) return [branch]
    const inner = branch.properties?.[name]
    return inner ? schemasAt(inner, rest) : []
  })

const shapeOf = ({ type, const: only, enum: values, properties, items }: Schema): string => {
  if (only !== undefined) return `const ${only}`
  if (values) return `enum ${values.join('|')}`
  if (type === 'array') return `[${items?.type ?? 'any'}]`
  if (type === 'object') return `{${Object.keys(properties ?? {}).join(',')}}`
  return type ?? 'any'
}

/** What each control writes, as shapes; those of `json` and its like write whatever is written. */
const writes: Record<Control, RegExp> = {
  evmAddress: /^string$/,
  evmAddresses: /^\[string\]$/,
  solanaAddress: /^(string|const \$account)$/,
  solanaAddresses: /^\[string\]$/,
  event: /^string$/,
  function: /^string$/,
  filters: /^\[object\]$/,
  argument: /^string$/,
  units: /^\{\}$/,
  words: /^\{en,ja\}$/,
  measured: /^\{arg,gte\}$/,
  gap: /^\{atLeast,atMost\}$/,
  moment: /^(const now|const window|\{block\}|\{time\}|\{heldFor\})$/,
  comparison: /^\{op,value\}$/,
  amount: /^string$/,
  integer: /^integer$/,
  integers: /^\[integer\]$/,
  seconds: /^integer$/,
  text: /^string$/,
  bytes: /^string$/,
  choice: /^(string|enum .*|const .*)$/,
  toggle: /^boolean$/,
  flag: /^const true$/,
  token: /^\{standard/,
  solanaToken: /^\{address,decimals,symbol\}$/,
  chain: /^string$/,
  url: /^string$/,
  json: /./,
  questions: /^\[object\]$/,
  survey: /./,
  choices: /^\[object\]$/,
  list: /^string$/,
}

const shown = (field: FormField, chosen: Schema) => {
  if (!field.when) return true
  const value = chosen.properties?.[field.when.path]?.const
  return field.when.is.includes(String(value))
}

describe.each(kindIds)('the form of %s', (id) => {
  const { params, form } = kindOf(id)
  const schema = schemaOf(params)

  it.each(form.fields.map((field) => [field.path, field] as const))('writes %s in its shape', (path, field) => {
    const shapes = schemasAt(schema, path.split('.')).map(shapeOf)
    expect(shapes.length).toBeGreaterThan(0)
    for (const shape of shapes) expect(shape).toMatch(writes[field.control])
  })

  it('offers for a choice what may be chosen, and nothing else', () => {
    for (const { path, control, options } of form.fields) {
      if (control !== 'choice') continue
      const known = schemasAt(schema, path.split('.')).flatMap(
        ({ const: only, enum: values }) => values ?? (only === undefined ? [] : [only]),
      )
      const offered = options?.map(({ value }) => value) ?? []
      expect(offered.length).toBeGreaterThan(1)
      if (known.length > 0) expect(offered.toSorted()).toEqual(known.map(String).toSorted())
    }
  })

  it('has a field for everything that can be said, where it can be said', () => {
    for (const branch of branchesOf(schema)) {
      const fields = form.fields.filter((field) => shown(field, branch)).map(({ path }) => path.split('.')[0])
      // A list brings its digest and its name with it.
      const said = Object.keys(branch.properties ?? {}).filter((name) => id !== 'list' || !['digest', 'name'].includes(name))
      expect([...new Set(fields)].toSorted()).toEqual(said.toSorted())
    }
  })
})
