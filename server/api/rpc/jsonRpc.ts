import * as z from 'zod'
import { isCairnError } from '#server/shared/errors.ts'

/** JSON-RPC 2.0. Source: https://www.jsonrpc.org/specification */
export type RpcAnswer = { jsonrpc: '2.0'; id: RpcId } & ({ result: unknown } | { error: { code: number; message: string; data?: unknown } })
type RpcId = string | number | null

/** An error with the code that the caller sees. */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly code: number
  readonly data: unknown

  constructor(code: number, message: string, data?: unknown) {
    super(message)
    this.code = code
    this.data = data
  }
}

export type RpcMethod = (params: unknown[], context: { requestId: string }) => Promise<unknown>
export type RpcServer = { methods: ReadonlyMap<string, RpcMethod>; onFailure(error: unknown, method: string): void }

/** What a caller learns of a refusal. */
const shown = ['field', 'word', 'reason', 'retryAfterSeconds', 'account', 'nonce', 'credential', 'hash', 'found'] as const

export const maxRpcBatch = 100

const call = z.object({
  jsonrpc: z.literal('2.0'),
  method: z.string().max(200),
  params: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  id: z.union([z.string().max(200), z.number(), z.null()]).optional(),
})

/** Answers one request body; null when there is nothing to answer (notifications only). */
export async function answerRpc(server: RpcServer, body: string, context = { requestId: '' }): Promise<RpcAnswer | RpcAnswer[] | null> {
  let request: unknown
  try {
    request = JSON.parse(body)
  } catch {
    // The specification's own answer for a body that is not JSON.
    return failure(null, new RpcError(-32700, 'Parse error'))
  }
  if (!Array.isArray(request)) return answerOne(server, request, context)
  if (request.length === 0 || request.length > maxRpcBatch)
    return failure(null, new RpcError(-32600, 'Invalid Request', { expected: `1 to ${maxRpcBatch} calls` }))
  const answers: RpcAnswer[] = []
  for (const item of request) {
    const answer = await answerOne(server, item, context)
    if (answer) answers.push(answer)
  }
  return answers.length > 0 ? answers : null
}

async function answerOne(server: RpcServer, request: unknown, context: { requestId: string }): Promise<RpcAnswer | null> {
  const parsed = call.safeParse(request)
  if (!parsed.success) return failure(idOf(request), new RpcError(-32600, 'Invalid Request'))
  const { method, params, id } = parsed.data
  const answer = await run(server, method, params ?? [], context).then(
    (result): RpcAnswer => ({ jsonrpc: '2.0', id: id ?? null, result }),
    (error: unknown) => failure(id ?? null, toRpcError(server, error, method)),
  )
  return id === undefined ? null : answer
}

function run(
  server: RpcServer,
  method: string,
  params: unknown[] | Record<string, unknown>,
  context: { requestId: string },
): Promise<unknown> {
  const known = server.methods.get(method)
  if (!known) return Promise.reject(new RpcError(-32601, 'Method not found'))
  if (!Array.isArray(params)) return Promise.reject(new RpcError(-32602, 'Invalid params', { expected: 'a list' }))
  return known(params, context)
}

/** The id of a request that is wrong in other ways; null when it cannot be told. */
function idOf(request: unknown): RpcId {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function toRpcError(server: RpcServer, error: unknown, method: string): RpcError {
  if (error instanceof RpcError) return error
  if (isCairnError(error)) {
    const { code, message, meta } = error
    const data = { code, ...Object.fromEntries(shown.flatMap((name) => (meta[name] === undefined ? [] : [[name, meta[name]]]))) }
    if (code === 'rollup.malformed') return new RpcError(-32602, message, data)
    if (code === 'rate.limited') return new RpcError(-32005, message, data)
    if (code === 'rollup.refused' || code === 'rollup.not-found') return new RpcError(-32000, message, data)
  }
  server.onFailure(error, method)
  return new RpcError(-32603, 'Internal error')
}

const failure = (id: RpcId, { code, message, data }: RpcError): RpcAnswer => ({
  jsonrpc: '2.0',
  id,
  error: { code, message, ...(data === undefined ? {} : { data }) },
})
