import * as z from 'zod'
import { RpcError, type RpcMethod } from './jsonRpc.ts'

export type RpcContext = { requestId: string }

/** A method with what its document says: parameters in order, and what it answers. */
export type RpcDefinition = {
  name: string
  summary: string
  params: readonly { name: string; schema: z.ZodType; optional?: boolean }[]
  result: z.ZodType
  run: RpcMethod
}

/** Parameters are a list in this order; the last ones may be left out where their schema allows `undefined`. */
export function define<P extends Record<string, z.ZodType>>(
  name: string,
  about: { summary: string; params: P; result: z.ZodType },
  run: (params: { [K in keyof P]: z.output<P[K]> }, context: RpcContext) => Promise<unknown>,
): RpcDefinition {
  const names = Object.keys(about.params)
  const params = names.map((param) => {
    const schema = about.params[param] ?? z.unknown()
    return { name: param, schema, ...(schema.safeParse(undefined).success ? { optional: true } : {}) }
  })
  return {
    name,
    summary: about.summary,
    params,
    result: about.result,
    run: async (given, context) => {
      const least = params.filter(({ optional }) => !optional).length
      if (given.length < least || given.length > params.length)
        throw invalidParams(given.length, least === params.length ? `${least} params` : `${least} to ${params.length} params`)
      const values = Object.fromEntries(params.map((param, i) => [param.name, check(param, given[i], i)]))
      return run(values as { [K in keyof P]: z.output<P[K]> }, context)
    },
  }
}

/** Throws -32602 with the parameter's name, and the way to the part of it that is wrong (`words[3]`, `of.account`). */
function check({ name, schema }: RpcDefinition['params'][number], value: unknown, position: number): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw invalidParams(position, issue?.message ?? 'something else', `${name}${(issue?.path ?? []).map(partOf).join('')}`)
}

const partOf = (key: PropertyKey) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)

const invalidParams = (position: number, expected: string, field?: string) =>
  new RpcError(-32602, 'Invalid params', { position, expected, ...(field === undefined ? {} : { field }) })
