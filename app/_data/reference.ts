import { curlOf, type ShownCall, sdkOf } from '#app/_ui/reference/snippets.ts'
import { errorMeanings } from '#server/api/public/errorMeanings.gen.ts'
import { exampleOf, type JsonSchema } from '#server/api/public/jsonSchemas.ts'
import { type OpenApi, openApiDocument } from '#server/api/public/openApi.ts'
import type { Operation } from '#server/api/public/operations.ts'
import { typeOf } from '#server/api/public/sdkTypes.ts'
import { siteOrigin } from './siteOrigin.ts'

export type ShownField = { name: string; required: boolean; type: string; words: string | null }
export type ShownOperation = {
  id: string
  method: string
  path: string
  summary: string
  words: string | null
  scope: string | null
  params: ShownField[]
  query: ShownField[]
  body: string | null
  answer: { status: string; type: string; example: string }
  curl: string
  sdk: string
}
export type Reference = {
  origin: string
  groups: { tag: string; words: string; operations: ShownOperation[] }[]
  messages: { type: string; summary: string; schema: string }[]
  types: { name: string; words: string | null; code: string }[]
  problems: { code: string; status: number; meaning: string }[]
}

let kept: Reference | null = null

/** The REST API as its reference page shows it, out of the same document that programs read. Made once. */
export function apiReference(): Reference {
  const origin = siteOrigin()
  if (kept?.origin !== origin) kept = referenceOf(openApiDocument(origin), origin)
  return kept
}

/** Pure. */
export function referenceOf(document: OpenApi, origin: string): Reference {
  const { schemas } = document.components
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      tag: operation.tags[0],
      shown: shownOf(document, { origin, path, method, operation }),
    })),
  )
  return {
    origin,
    groups: document.tags.map(({ name, description }) => ({
      ...{ tag: name, words: description },
      operations: operations.filter(({ tag }) => tag === name).map(({ shown }) => shown),
    })),
    messages: Object.entries(document.webhooks).map(([type, { post }]) => ({
      ...{ type, summary: post.summary },
      schema: typeOf(post.requestBody.content['application/json']?.schema ?? {}),
    })),
    types: Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => ({ name, words: schema.description ?? null, code: typeOf(withoutWords(schema)) })),
    problems: errorMeanings.map(([code, status, meaning]) => ({ code, status, meaning })),
  }
}

type Place = { origin: string; path: string; method: string; operation: Operation }

function shownOf({ components: { schemas } }: OpenApi, { origin, path, method, operation }: Place): ShownOperation {
  const { operationId: id, summary, description, security, parameters, requestBody, responses } = operation
  const of = (place: 'path' | 'query') => parameters.filter((one) => one.in === place)
  const [body] = Object.entries(requestBody?.content ?? {})
  const [status = '', answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  const media = answer && 'content' in answer ? answer.content?.['application/json'] : undefined
  const call: ShownCall = {
    ...{ id, method: method.toUpperCase(), path, needsKey: security.length > 0 },
    params: of('path').map(({ name, example }) => ({ name, example })),
    query: of('query').flatMap(({ name, required, schema }) => (required ? [{ name, example: exampleOf(schema, schemas) }] : [])),
    body: body ? { type: body[0], example: body[1].example } : null,
  }
  return {
    ...{ id, method: call.method, path, summary },
    words: description?.replace(/ ?Scope: `[^`]+`\.$/, '') || null,
    scope: security[0]?.key?.[0] ?? null,
    ...{ params: of('path').map(fieldOf), query: of('query').map(fieldOf) },
    body: body ? (body[0] === 'text/csv' ? 'text/csv' : typeOf(body[1].schema)) : null,
    answer: { status, type: typeOf(media?.schema ?? {}), example: JSON.stringify(media?.example, null, 2) },
    ...{ curl: curlOf(origin, call), sdk: sdkOf(call) },
  }
}

const fieldOf = ({ name, required, schema, description }: Operation['parameters'][number]): ShownField => ({
  ...{ name, required, words: description ?? null },
  type: typeOf(schema),
})

/** Words of a type stand above it. */
const withoutWords = ({ description: _, ...schema }: JsonSchema): JsonSchema => schema
