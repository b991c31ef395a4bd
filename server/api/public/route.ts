import * as z from 'zod'
import type { ApiContext } from '#server/api/context.ts'
import { slug } from '#server/api/fields.ts'
import type { Limit } from '#server/api/limiter.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { KeyCaller } from '#server/spaces/keys/enterByKey.ts'
import type { Scope } from '#server/spaces/keys/scope.ts'

export const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** Parts of the reference, in its order. */
export const tags = ['Quests', 'Spaces', 'People', 'Credentials', 'Slot', 'Your quests', 'Insights', 'Webhooks', 'Lists'] as const
export type Tag = (typeof tags)[number]

/** What a body is: JSON that a schema reads, or a CSV file up to so many bytes. */
export type Body = { kind: 'json'; schema: z.ZodType } | { kind: 'csv'; maxBytes: number; example: string }

export type RouteDeps = Pick<ApiContext, 'members' | 'cursors' | 'requestId'>
/** As it came: texts of path and query, and the body, JSON already read. */
export type RawCall = { params: Record<string, string>; query: Record<string, string>; body: unknown }

type Said = {
  /** `operationId`; clients name their method after it. */
  id: string
  method: Method
  /** With names in braces, as OpenAPI writes it. */
  path: string
  tag: Tag
  summary: string
  description?: string
  status: 200 | 201
  body: Body | null
  /** Beside what every caller may do. */
  limit: Limit | null
}

/**
 * One route as data. The handler, the OpenAPI document, its reference page, the permission matrix and the SDK's types are all made from these, so nothing
 * about a route is said twice. `scope` null: public. What the answer's schema does not name does not go out.
 */
export type RestRoute = Said & { params: z.ZodObject; query: z.ZodObject; answer: z.ZodType } & (
    | { scope: null; call(deps: RouteDeps, raw: RawCall): Promise<unknown> }
    | { scope: Scope; call(deps: RouteDeps & { caller: KeyCaller }, raw: RawCall): Promise<unknown> }
  )

type Shape = Record<string, z.ZodType>
type Optional = 'status' | 'body' | 'limit' | 'method'
type Given<P extends Shape, Q extends Shape, A extends z.ZodType> = Omit<Said, Optional | 'path'> & {
  params?: P
  query?: Q
  answer: A
}
type Read<P extends Shape, Q extends Shape> = { params: z.output<z.ZodObject<P>>; query: z.output<z.ZodObject<Q>> }

/** A read that anybody may do, without a key. */
export function publicRoute<A extends z.ZodType, P extends Shape = Record<never, never>, Q extends Shape = Record<never, never>>(
  given: Given<P, Q, A> & { path: string; run(deps: RouteDeps, asked: Read<P, Q>): Promise<z.input<A>> },
): RestRoute {
  const { run, ...said } = given
  const params = z.strictObject((given.params ?? {}) as P)
  const query = z.strictObject((given.query ?? {}) as Q)
  return {
    ...{ ...said, method: 'GET', status: 200, body: null, limit: null, scope: null, params, query },
    call: async (deps: RouteDeps, raw: RawCall) =>
      asSaid(given.answer, await run(deps, { params: params.parse(raw.params), query: query.parse(raw.query) })),
  }
}

type KeyDeps = RouteDeps & { caller: KeyCaller }
type Written = { method?: Method; status?: 201; limit?: Limit }

/**
 * What a space's key may do. `path` goes on after `/v1/spaces/{space}`, and `run` gets the space and the maker's account as `caller`; rights were looked at.
 */
export function spaceRoute<
  A extends z.ZodType,
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
>(
  given: Given<P, Q, A> &
    Written & {
      scope: Scope
      path: `/${string}`
      body?: B
      run(deps: KeyDeps, asked: Read<P, Q> & { body: z.output<B> }): Promise<z.input<A>>
    },
): RestRoute {
  const { run, body, ...said } = given
  const schema = body ?? (z.undefined() as unknown as B)
  const { call, ...route } = ofSpace({ ...said, body: body === undefined ? null : { kind: 'json', schema: body } }, (deps, asked, raw) =>
    run(deps, { ...asked, body: schema.parse(raw) }),
  )
  return { ...route, call }
}

/** The same for a route that takes a CSV file. */
export function fileRoute<A extends z.ZodType, P extends Shape = Record<never, never>, Q extends Shape = Record<never, never>>(
  given: Given<P, Q, A> &
    Written & {
      scope: Scope
      path: `/${string}`
      file: Extract<Body, { kind: 'csv' }>
      run(deps: KeyDeps, asked: Read<P, Q> & { file: string }): Promise<z.input<A>>
    },
): RestRoute {
  const { run, file, ...said } = given
  return ofSpace({ ...said, body: file }, (deps, asked, raw) => run(deps, { ...asked, file: z.string().parse(raw) }))
}

function ofSpace<A extends z.ZodType, P extends Shape, Q extends Shape>(
  given: Given<P, Q, A> & Written & { scope: Scope; path: string; body: Body | null },
  run: (deps: KeyDeps, asked: Read<P, Q>, body: unknown) => Promise<z.input<A>>,
): Extract<RestRoute, { scope: Scope }> {
  const own = z.strictObject((given.params ?? {}) as P)
  const params = z.strictObject({ space: slug, ...given.params })
  const query = z.strictObject((given.query ?? {}) as Q)
  const { method = 'GET', status = 200, limit = null } = given
  return {
    ...{ ...given, path: `/v1/spaces/{space}${given.path}`, method, status, limit, params, query },
    async call(deps, { params: { space: _, ...rest }, query: asked, body }) {
      return asSaid(given.answer, await run(deps, { params: own.parse(rest), query: query.parse(asked) }, body))
    },
  }
}

/** The answer as its schema has it. One that does not hold is a fault of ours, and must not read like one of the caller's. */
function asSaid(schema: z.ZodType, answer: unknown): unknown {
  const read = schema.safeParse(answer)
  if (read.success) return read.data
  throw new CairnError('internal', 'An answer is not what its schema says.', { cause: read.error })
}
