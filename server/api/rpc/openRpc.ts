import * as z from 'zod'
import type { RpcDefinition } from './define.ts'

/** The OpenRPC document of these methods. Source: https://spec.open-rpc.org (1.3). */
export function openRpc(definitions: readonly RpcDefinition[], version: string) {
  const schema = (type: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
    return rest
  }
  return {
    openrpc: '1.3.2',
    info: { title: 'Cairn slot', version, description: 'JSON-RPC 2.0 of one rollup slot, on POST.' },
    methods: definitions.map(({ name, summary, params, result }) => ({
      name,
      summary,
      paramStructure: 'by-position',
      params: params.map((param) => ({ name: param.name, required: !param.optional, schema: schema(param.schema, 'input') })),
      result: { name: 'result', schema: schema(result, 'output') },
      errors: errors.filter(({ code }) => code !== -32602 || params.length > 0),
    })),
  }
}

const errors = [
  { code: -32602, message: 'Invalid params', data: 'position, expected' },
  { code: -32000, message: 'Refused', data: 'code, reason' },
  { code: -32005, message: 'Too many requests', data: 'retryAfterSeconds' },
]
