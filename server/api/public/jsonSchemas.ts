import * as z from 'zod'

/** A JSON Schema 2020-12 as OpenAPI 3.1 holds it: the keywords that zod writes. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  description?: string
  format?: string
  pattern?: string
  enum?: (string | number | boolean | null)[]
  const?: string | number | boolean | null
  default?: unknown
  examples?: unknown[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

export type Schemas = Record<string, JsonSchema>
/** Which side of a schema: what a caller sends, or what an answer holds. */
export type Side = 'input' | 'output'

const local = '#/$defs/'
export const components = '#/components/schemas/'

/** Writes schemas for one document: those with an id go into `schemas`, once, and are named from where they are used. */
export function createSchemaWriter() {
  const schemas: Schemas = {}
  return {
    schemas,
    write(schema: z.ZodType, side: Side): JsonSchema {
      // Inside of another one, so that a schema with an id is named here, too.
      const whole = z.toJSONSchema(z.object({ it: schema }), {
        io: side,
        override: ({ jsonSchema }) => tidy(jsonSchema as JsonSchema, side),
      })
      const { $defs = {}, properties } = JSON.parse(JSON.stringify(whole).replaceAll(local, components)) as JsonSchema & { $defs?: Schemas }
      for (const [id, { id: _, ...named }] of Object.entries($defs as Record<string, JsonSchema & { id?: string }>)) schemas[id] ??= named
      return properties?.it ?? {}
    },
  }
}

/** Takes out what says nothing to a reader: the bounds of every double, patterns of named formats. Answers may gain members, so clients must take them. */
function tidy(schema: JsonSchema, side: Side): void {
  if (side === 'output' && schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.format !== undefined) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

const formats: Record<string, string> = { 'date-time': '2026-11-28T12:00:00.000Z', uuid: '0b0e7a52-5f0c-4c1e-9d53-1c2f0a8f9a10' }

/** A value that the schema takes, made from the examples of its parts. */
export function exampleOf(schema: JsonSchema, schemas: Schemas): unknown {
  if (schema.$ref !== undefined) return exampleOf(schemas[schema.$ref.slice(components.length)] ?? {}, schemas)
  if (schema.examples?.length) return schema.examples[0]
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return exampleOf(first, schemas)
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required)
      const members = Object.entries(schema.properties ?? {}).filter(
        ([name, member]) => required.has(name) || member.examples !== undefined,
      )
      return Object.fromEntries(members.map(([name, member]) => [name, exampleOf(member, schemas)]))
    }
    case 'array':
      return schema.items ? [exampleOf(schema.items, schemas)] : []
    case 'integer':
      return Math.max(schema.minimum ?? 0, Math.min(12, schema.maximum ?? 12))
    case 'number':
      return 0.5
    case 'boolean':
      return false
    case 'string':
      return formats[schema.format ?? ''] ?? 'text'
    default:
      return null
  }
}
