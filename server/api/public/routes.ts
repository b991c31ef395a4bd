import * as z from 'zod'
import { listNumbered, listTxs, txId, txQuery } from '#server/api/explorerLists.ts'
import { cursor, slug } from '#server/api/fields.ts'
import type { ApiDeps } from '#server/api/handlers/trpcHandler.ts'
import { filterQuery, publicSort, sortFor } from '#server/api/questFilter.ts'
import type { ListPosition } from '#server/quests/discover/listQuests.ts'
import { CairnError } from '#server/shared/errors.ts'

export type RestCall = { params: string[]; query: Record<string, string> }
export type RestRoute = { pattern: RegExp; read(deps: ApiDeps, call: RestCall): Promise<unknown> }

const decimal = (max: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,9})$/)
    .transform(Number)
    .pipe(z.int().max(max))
const paging = { cursor, limit: decimal(50).pipe(z.int().min(1)).default(24) }
const page = z.strictObject(paging)
const questPage = z.strictObject({ ...paging, sort: publicSort, ...filterQuery })
const txPage = page.extend({ kind: txQuery.kind, state: txQuery.state, batch: decimal(2 ** 31 - 1).optional() })
const none = z.strictObject({})

/** What anyone may read, by path. */
export const restRoutes: readonly RestRoute[] = [
  {
    pattern: /^\/v1\/quests$/,
    async read({ members, cursors }, call) {
      const { cursor: after, limit, sort: asked, ...filter } = questPage.parse(call.query)
      const sort = sortFor(asked, filter)
      // Sealed by us for this order, so it is a position of it.
      const position = after ? (cursors.open(`quests.${sort}`, after) as ListPosition) : null
      const { items, next } = await members.discover.list({ accountId: null, filter, sort, after: position, limit })
      return {
        items: items.map(({ my: _, passedSteps: __, ...quest }) => quest),
        nextCursor: next ? cursors.seal(`quests.${sort}`, next) : null,
      }
    },
  },
  {
    pattern: /^\/v1\/quests\/([^/]+)$/,
    async read({ members }, { params, query }) {
      none.parse(query)
      const { my: _, passedSteps: __, ...quest } = await members.quests.bySlug({ slug: slug.parse(params[0]), accountId: null })
      return quest
    },
  },
  {
    pattern: /^\/v1\/credentials\/([^/]+)$/,
    async read({ members }, { params, query }) {
      none.parse(query)
      const index = decimal(2 ** 31 - 1).parse(params[0])
      const found = await members.explorer.credentialByIndex(index, null)
      if (!found) throw new CairnError('not-found', 'There is no such credential.', { meta: { field: 'index', found: index } })
      return { ...found, document: await members.exporter.exportCredential(index) }
    },
  },
  {
    pattern: /^\/v1\/batches$/,
    read: ({ members, cursors }, { query }) =>
      listNumbered({ cursors }, { list: 'batches', read: members.explorer.batches, numberOf: ({ number }) => number }, page.parse(query)),
  },
  {
    pattern: /^\/v1\/batches\/([^/]+)$/,
    async read({ members }, { params, query }) {
      none.parse(query)
      const number = decimal(2 ** 31 - 1).parse(params[0])
      const found = await members.explorer.batch(number)
      if (!found) throw new CairnError('not-found', 'There is no such batch.', { meta: { field: 'number', found: number } })
      return found
    },
  },
  {
    pattern: /^\/v1\/txs$/,
    async read(deps, call) {
      const { cursor: from, limit, ...query } = txPage.parse(call.query)
      return listTxs(deps, query, { cursor: from, limit })
    },
  },
  {
    pattern: /^\/v1\/txs\/([^/]+)$/,
    async read({ members }, { params, query }) {
      none.parse(query)
      const id = txId.parse(params[0])
      const found = await members.explorer.tx(id)
      if (!found) throw new CairnError('not-found', 'There is no such tx.', { meta: { field: 'id', found: id } })
      return found
    },
  },
]
