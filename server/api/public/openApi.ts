import type * as z from 'zod'
import { createSchemaWriter, exampleOf, type JsonSchema, type Schemas } from './jsonSchemas.ts'
import { problemType } from './problem.ts'
import { type RestRoute, type Tag, tags } from './route.ts'
import { restRoutes } from './routes.ts'
import { problem } from './schemas/basics.ts'

type Ref = { $ref: string }
type Media = { schema: JsonSchema; example?: unknown }
export type Parameter = { name: string; in: 'path' | 'query'; required: boolean; description?: string; schema: JsonSchema }
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
export type OpenApi = {
  openapi: string
  info: Record<string, unknown>
  servers: { url: string; description: string }[]
  tags: { name: Tag; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Schemas
    responses: Record<string, Answer>
    headers: Record<string, unknown>
    securitySchemes: Record<string, unknown>
  }
}

const tagTexts: Record<Tag, string> = {
  Quests: 'What there is to do.',
  Spaces: 'Who makes quests.',
  People: 'Members, their CUBEs and XP.',
  Credentials: 'CUBEs, by their leaf in the slot.',
  Slot: 'Batches and transactions of the slot, and the chains that are read.',
  'Your quests': 'Quests of your space: written, reviewed, launched, paused, ended.',
  Insights: 'How far people come, and who they are.',
  Webhooks: 'Where your own systems are told what happens.',
  Lists: 'Lists that your rules can name.',
}

/** Problems by status: which routes can answer them. */
const problems = {
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

const headerRefs = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
const always = ['x-request-id', 'ratelimit', 'ratelimit-policy']

/** The OpenAPI 3.1 document of the REST API, made from its routes. `origin`: where it is served. */
export function openApiDocument(origin: string): OpenApi {
  const { write, schemas } = createSchemaWriter()
  const paths: OpenApi['paths'] = {}
  for (const route of restRoutes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, write) }
  const problemSchema = write(problem, 'output')
  const responses = Object.values(problems).map(([name, description]): [string, Answer] => [
    name,
    { description, headers: headerRefs(...always), content: { [problemType]: { schema: problemSchema } } },
  ])
  const document: OpenApi = {
    openapi: '3.1.1',
    info: {
      title: 'Cairn',
      version: '1.0.0',
      summary: 'Quests, credentials and what a space does with them',
      description:
        'Public reads need nothing. What is a space’s own takes a key, made in the studio under Integrations, as `authorization: Bearer cairn_key_…`. Answers may gain members at any time, so ignore what you do not know.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin, description: 'This deployment' }],
    tags: tags.map((name) => ({ name, description: tagTexts[name] })),
    paths,
    components: { schemas, responses: Object.fromEntries(responses), headers, securitySchemes },
  }
  addExamples(document)
  return document
}

let written: { origin: string; json: string } | null = null

/** The same as JSON; written once for an origin. */
export function openApiJson(origin: string): string {
  if (written?.origin !== origin) written = { origin, json: JSON.stringify(openApiDocument(origin)) }
  return written.json
}

type Write = ReturnType<typeof createSchemaWriter>['write']

function operationOf(route: RestRoute, write: Write): Operation {
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

function parametersOf(fields: z.ZodObject, place: Parameter['in'], write: Write): Parameter[] {
  return Object.entries(fields.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { description, ...schema } = parameterSchema(field, write)
    const required = place === 'path' || !field.safeParse(undefined).success
    return { name, in: place, required, ...(description === undefined ? {} : { description }), schema }
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

/** Gives every body and answer an example, made from the examples of its parts. */
function addExamples({ paths, components: { schemas, responses } }: OpenApi): void {
  const operations = Object.values(paths).flatMap((byMethod) => Object.values(byMethod))
  const answers = operations.flatMap((operation) => [
    ...Object.values(operation.responses).flatMap((answer) => ('content' in answer && answer.content ? [answer.content] : [])),
    ...(operation.requestBody ? [operation.requestBody.content] : []),
  ])
  for (const content of [...answers, ...Object.values(responses).flatMap(({ content }) => content ?? [])])
    for (const media of Object.values(content)) media.example ??= exampleOf(media.schema, schemas)
}

const text = { type: 'string' }
const headers = {
  'x-request-id': { description: 'The request’s id, in our logs, too. Yours, when you send one.', schema: text },
  ratelimit: { description: 'Calls that are left, and seconds until all are there again: `"key";r=598;t=41`.', schema: text },
  'ratelimit-policy': { description: 'The limit that was counted: `"key";q=600;w=60`.', schema: text },
  etag: { description: 'Give it as `if-none-match`, and the same answer is 304 without a body.', schema: text },
}
const securitySchemes = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of a space. It may do what its scopes name, and never more than its maker’s role.',
  },
}
