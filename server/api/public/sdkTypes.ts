import { components, type JsonSchema } from './jsonSchemas.ts'
import type { OpenApi } from './openApi.ts'
import type { Operation } from './operations.ts'

/** What stands above everything that is made from the document. */
export const head = '// Made from the OpenAPI document by `node server/api/public/writeGenerated.ts`. Do not change by hand.\n'

/** The document's schemas as TypeScript types, and its operations with what they take and answer. Pure. */
export function writeSdkTypes(document: OpenApi): string {
  const schemas = Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  const types = schemas.map(([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)}\n`)
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const inputs = operations.map(
    ({ operation }) =>
      `  ${comment(wordsOf(operation))}  ${operation.operationId}: {\n    input: ${inputOf(operation)}\n    output: ${outputOf(operation)}\n  }`,
  )
  const table = operations.map(({ path, method, operation }) => {
    const body = Object.keys(operation.requestBody?.content ?? {})[0]
    const query = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name)
    return `  ${operation.operationId}: ${JSON.stringify({ method, path, query, body: body ?? null })},`
  })
  const messages = Object.values(document.webhooks).map(({ post }) => typeOf(post.requestBody.content['application/json']?.schema ?? {}))
  return [
    head,
    ...types,
    '/** What each call takes and answers, by its name. */',
    `export type Operations = {\n${inputs.join('\n')}\n}\n`,
    '/** Where each call goes. */',
    `export const operations = {\n${table.join('\n')}\n} as const satisfies Record<keyof Operations, { method: string; path: string; query: readonly string[]; body: string | null }>\n`,
    '/** Anything that a webhook of ours says; `type` tells which. */',
    `export type WebhookMessage = ${messages.join(' | ')}\n`,
  ].join('\n')
}

function inputOf({ parameters, requestBody }: Operation): string {
  const members = parameters.map(({ name, required, schema, description }) => ({ name, required, schema, description }))
  const [content] = Object.values(requestBody?.content ?? {})
  const all = [...members, ...(content ? [{ name: 'body', required: true, schema: content.schema, description: undefined }] : [])]
  return all.length === 0 ? 'Record<never, never>' : membersOf(all, '    ')
}

type Member = { name: string; required: boolean; schema: JsonSchema; description: string | undefined }

/** Members of an object, each on its line, below what is known of it. */
function membersOf(members: readonly Member[], indent: string): string {
  const lines = members.map(({ name, required, schema, description }) => {
    const said = description === undefined ? '' : `${indent}  ${comment(description)}`
    return `${said}${indent}  ${name}${required ? '' : '?'}: ${typeOf(schema, `${indent}  `)}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

function outputOf({ responses }: Operation): string {
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const content = answer && 'content' in answer ? answer.content?.['application/json'] : undefined
  return content ? typeOf(content.schema) : 'void'
}

const wordsOf = ({ summary, description }: Operation) => [`${summary}.`, description].filter((text) => text !== undefined).join(' ')
const comment = (text: string | undefined) => (text === undefined ? '' : `/** ${text.replaceAll('*/', '*\\/')} */\n`)

/** A JSON Schema as a TypeScript type. What has no type says nothing, and is anything. */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(components.length)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const several = schema.anyOf ?? schema.oneOf
  if (several) return unionOf(several.map((one) => typeOf(one, indent)))
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return arrayOf(typeOf(schema.items ?? {}, indent))
    case 'object':
      return objectOf(schema, indent)
    default:
      return 'unknown'
  }
}

/** Any text takes in each one that is named. */
const unionOf = (types: readonly string[]) =>
  [...new Set(types)].filter((type) => !(type.startsWith('"') && types.includes('string'))).join(' | ')

const arrayOf = (item: string) => (/^[\w]+$|^\{/.test(item) && !item.includes('} |') ? `${item}[]` : `(${item})[]`)

function objectOf({ properties, required = [], additionalProperties }: JsonSchema, indent: string): string {
  if (!properties) return `Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown'}>`
  const members = Object.entries(properties).map(([name, schema]) => ({
    name: /^\w+$/.test(name) ? name : JSON.stringify(name),
    required: required.includes(name),
    schema,
    // Of a schema with a name, its own words are said where it stands.
    description: schema.description,
  }))
  return membersOf(members, indent)
}
