import { CairnProblem, type Problem, strangeProblem } from './problem.ts'
import { type Operations, operations } from './types.gen.ts'

/** `origin`: of the deployment. `key`: of a space; reads that are public need none. `fetch`: another one than the platform's. */
export type ClientOptions = { origin: string; key?: string; fetch?: typeof fetch }
export type CallOptions = { signal?: AbortSignal; requestId?: string }

type Name = keyof Operations
type Arguments<I> = Partial<I> extends I ? [input?: I, options?: CallOptions] : [input: I, options?: CallOptions]

/** One method for each route, by its name: path and query as one object, what is sent as its `body`. Throws `CairnProblem`. */
export type Cairn = { readonly [N in Name]: (...given: Arguments<Operations[N]['input']>) => Promise<Operations[N]['output']> }

/** A client of the REST API. It keeps nothing and retries nothing. */
export function createCairn(options: ClientOptions): Cairn {
  const names = Object.keys(operations) as Name[]
  const methods = names.map((name) => [name, (input: object = {}, call: CallOptions = {}) => send(options, name, { input, call })])
  // Made from the same table as the types.
  return Object.fromEntries(methods) as Cairn
}

type Given = { input: object; call: CallOptions }

async function send({ origin, key, fetch: ask = fetch }: ClientOptions, name: Name, { input, call }: Given): Promise<unknown> {
  const { method, path, query, body: type } = operations[name]
  const { body, ...fields } = input as { body?: unknown } & Record<string, unknown>
  const url = new URL(fill(path, fields), origin)
  for (const field of query as readonly string[]) if (fields[field] !== undefined) url.searchParams.set(field, String(fields[field]))
  const headers = new Headers({ accept: 'application/json' })
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
  if (call.requestId !== undefined) headers.set('x-request-id', call.requestId)
  if (type !== null) headers.set('content-type', type)
  const response = await ask(url, {
    method,
    headers,
    ...(type === null ? {} : { body: type === 'application/json' ? JSON.stringify(body) : String(body) }),
    ...(call.signal ? { signal: call.signal } : {}),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true
  throw new CairnProblem(isProblem ? (answer as Problem) : strangeProblem(response.status, response.headers.get('x-request-id') ?? ''))
}

/** The path with its names filled in. */
const fill = (path: string, fields: Record<string, unknown>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields[name]
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`${name} is missing`)
    return encodeURIComponent(String(value))
  })
