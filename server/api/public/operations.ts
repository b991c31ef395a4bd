import type * as z from 'zod'
import type { createSchemaWriter, JsonSchema } from './jsonSchemas.ts'
import type { RestRoute, Tag } from './route.ts'

export type Ref = { $ref: string }
export type Media = { schema: JsonSchema; example?: unknown }
export type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description?: string
  example?: string | number
  schema: JsonSchema
}
export type Answer = { description: string; headers?: Record<string, Ref>; content?: Record<string, Media> }
export type Operation = {
  operationId: string
  tags: [Tag]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { required: true; content: Record<string, Media> }
  responses: Record<string, Answer | Ref>
}
/** Problems by status: which routes can answer them. */
export const problems = {
  '400': ['BadRequest', 'A field of the call does not hold; `field` names it.', () => true],
  '401': ['Unauthorised', 'No key, or one that does not count: `auth.required`, `key.invalid`, `key.expired`, `key.revoked`.', hasKey],
  '403': ['Forbidden', 'The key was not made for this (`key.scope`), or its maker may not do it any more (`auth.forbidden`).', hasKey],
  '404': ['NotFound', 'There is no such thing, or it is not yours to see.', () => true],
  '409': [
    'Conflict',
    'Not in the present state; `code` says why.',
    (route: RestRoute) => route.method !== 'GET' || route.path.endsWith('/document'),
  ],
  '413': ['TooLarge', 'The body is larger than allowed.', hasBody],
  '415': ['NotJson', 'The body is of another type than the one that is taken.', hasBody],
  '429': ['TooManyRequests', 'Too many calls; `retry-after` says when to come again.', () => true],
} as const satisfies Record<string, readonly [string, string, (route: RestRoute) => boolean]>

function hasKey({ scope }: RestRoute) {
  return scope !== null
}
function hasBody({ body }: RestRoute) {
  return body !== null
}

export const headerRefs = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
export const always = ['x-request-id', 'ratelimit', 'ratelimit-policy']

export type Write = ReturnType<typeof createSchemaWriter>['write']

/** A route as the document has it. */
export function operationOf(route: RestRoute, write: Write): Operation {
  const { id, tag, summary, description, scope, status, answer, method, body } = route
  const parameters = [...parametersOf(route.params, 'path', write), ...parametersOf(route.query, 'query', write)]
  const refused = Object.entries(problems).filter(([, [, , applies]]) => applies(route))
  const scopeText = scope === null ? undefined : `Scope: \`${scope}\`.`
  const words = [description, scopeText].filter((text) => text !== undefined).join(' ')
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(words === '' ? {} : { description: words }),
    security: scope === null ? [] : [{ key: [scope] }],
    parameters,
    ...(body === null ? {} : { requestBody: { required: true, content: bodyOf(body, write) } }),
    responses: {
      [status]: {
        description: status === 201 ? 'Made.' : 'What was asked for.',
        headers: headerRefs(...always, ...(method === 'GET' ? ['etag'] : [])),
        content: { 'application/json': { schema: write(answer, 'output') } },
      },
      ...Object.fromEntries(refused.map(([code, [name]]) => [code, { $ref: `#/components/responses/${name}` }])),
    },
  }
}

const bodyOf = (body: NonNullable<RestRoute['body']>, write: Write): Record<string, Media> =>
  body.kind === 'json'
    ? { 'application/json': { schema: write(body.schema, 'input') } }
    : { 'text/csv': { schema: { type: 'string' }, example: body.example } }

/** What stands in a path where it is shown. */
const pathExamples: Record<string, string | number> = {
  ...{ space: 'granite', quest: 'first-swap', person: '0b0e7a52-5f0c-4c1e-9d53-1c2f0a8f9a10', index: 42, number: 7, id: 'inbox-3' },
  ...{
    list: '0b0e7a52-5f0c-4c1e-9d53-1c2f0a8f9a10',
    webhook: '0b0e7a52-5f0c-4c1e-9d53-1c2f0a8f9a10',
    message: 'msg_0b0e7a525f0c4c1e9d531c2f0a8f9a10',
  },
}

function parametersOf(fields: z.ZodObject, place: Parameter['in'], write: Write): Parameter[] {
  return Object.entries(fields.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { description, ...schema } = parameterSchema(field, write)
    const required = place === 'path' || !field.safeParse(undefined).success
    const example = place === 'path' ? pathExamples[name] : undefined
    return {
      name,
      in: place,
      required,
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
      schema,
    }
  })
}

/** What a name in an address stands for is what it is read as: a number, say. Where only the text has a schema, that. */
function parameterSchema(field: z.ZodType, write: Write): JsonSchema {
  try {
    return write(field, 'output')
  } catch {
    return write(field, 'input')
  }
}
