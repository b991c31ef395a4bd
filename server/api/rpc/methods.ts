import * as z from 'zod'
import type { Members } from '#server/compose/members.ts'
import { RpcError, type RpcMethod } from './jsonRpc.ts'

/** A quantity as Ethereum writes it: 0x, no leading zeros. */
const quantity = z
  .string()
  .regex(/^0x(?:0|[1-9a-f][0-9a-f]{0,7})$/)
  .transform((text) => Number(text))
  .pipe(z.int().max(2 ** 31 - 1))
const toQuantity = (value: number) => `0x${value.toString(16)}`

/** The slot's methods. Batches are its blocks: `eth_blockNumber` is the newest sealed batch, `eth_chainId` the chain it settles on. */
export function slotMethods(members: Members): ReadonlyMap<string, RpcMethod> {
  return new Map<string, RpcMethod>([
    [
      'cairn_health',
      async (params) => {
        check(z.tuple([]), params)
        const [last, stats, chains] = await Promise.all([members.txs.lastBatch(), members.explorer.stats(), members.chainHealth()])
        const used = chains.filter(({ status }) => status !== 'unused').map(({ chain, status, lagMs }) => ({ chain, status, lagMs }))
        return {
          lastBatch: last === null ? null : toQuantity(last),
          finalBatches: toQuantity(stats.finalBatches),
          lastFinalAt: stats.lastFinalAt,
          chains: used,
        }
      },
    ],
    [
      'cairn_getBatch',
      async (params) => {
        const [number] = check(z.tuple([z.union([quantity, z.literal('latest')])]), params)
        const wanted = number === 'latest' ? await members.txs.lastBatch() : number
        return wanted === null ? null : members.explorer.batch(wanted)
      },
    ],
    [
      'cairn_getReceipt',
      async (params) => {
        const [id] = check(z.tuple([z.uuid()]), params)
        return members.txs.receipt(id)
      },
    ],
    [
      'eth_chainId',
      async (params) => {
        check(z.tuple([]), params)
        return toQuantity((await members.slotDeployment()).chainId)
      },
    ],
    [
      'eth_blockNumber',
      async (params) => {
        check(z.tuple([]), params)
        return toQuantity((await members.txs.lastBatch()) ?? 0)
      },
    ],
  ])
}

function check<T>(schema: z.ZodType<T>, params: unknown[]): T {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new RpcError(-32602, 'Invalid params', { position: issue?.path[0] ?? 0, expected: issue?.message ?? 'other params' })
}
