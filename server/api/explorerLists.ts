import * as z from 'zod'
import type { TxPlace } from '#server/credentials/explorer/txOrder.ts'
import type { TxQuery } from '#server/credentials/explorer/txsStore.ts'
import { txFilters, txStates } from '#server/credentials/explorer/txViews.ts'
import type { ApiContext } from './context.ts'
import { integer, uuid } from './fields.ts'

type ListContext = Pick<ApiContext, 'members' | 'cursors'>
type Asked = { cursor?: string | null | undefined; limit: number }

/** What a list of txs may be narrowed to. */
export const txQuery = {
  kind: z.enum(txFilters).nullish(),
  state: z.enum(txStates).nullish(),
  batch: integer(0, 2 ** 31 - 1).nullish(),
}

/** A tx by the id that lists give: the hash of a ledger tx, an inbox item by its index, else a UUID. */
export const txId = z.union([z.string().regex(/^0x[0-9a-f]{64}$/), z.string().regex(/^inbox-(?:0|[1-9]\d{0,8})$/), uuid], {
  error: 'a tx hash, an id, or inbox- and an index',
})

/** A page of txs. A cursor belongs to the view that it was given for: another kind or state has other pages. */
export async function listTxs(
  { members, cursors }: ListContext,
  { kind = null, state = null, batch = null }: { [K in keyof TxQuery]?: TxQuery[K] | undefined },
  { cursor, limit }: Asked,
) {
  const list = ['txs', kind, state, batch].join(' ')
  // Sealed by us for this list, so it is a place in it.
  const after = cursor ? (cursors.open(list, cursor) as TxPlace) : null
  const { items, next } = await members.explorer.txs({ kind, state, batch }, { after, limit })
  return { items, nextCursor: next ? cursors.seal(list, next) : null }
}

type Numbered<T> = { list: string; read(before: number | null, limit: number): Promise<T[]>; numberOf(item: T): number }

/** A page of a list whose items have falling numbers. */
export async function listNumbered<T>(
  { cursors }: Pick<ListContext, 'cursors'>,
  { list, read, numberOf }: Numbered<T>,
  { cursor, limit }: Asked,
) {
  // Sealed by us for this list, so it is a number of one of its items.
  const rows = await read(cursor ? (cursors.open(list, cursor) as number) : null, limit + 1)
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursors.seal(list, numberOf(last)) }
}
