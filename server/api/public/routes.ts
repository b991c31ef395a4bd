import * as z from 'zod'
import { cursor, slug } from '#server/api/fields.ts'
import type { ApiDeps } from '#server/api/handlers/trpcHandler.ts'
import type { QuestPosition } from '#server/quests/questViewStore.ts'
import { CairnError } from '#server/shared/errors.ts'

export type RestCall = { params: string[]; query: Record<string, string> }
export type RestRoute = { pattern: RegExp; read(deps: ApiDeps, call: RestCall): Promise<unknown> }

const decimal = (max: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,9})$/)
    .transform(Number)
    .pipe(z.int().max(max))
const page = z.strictObject({ cursor, limit: decimal(50).pipe(z.int().min(1)).default(24) })
const none = z.strictObject({})

/** What anyone may read, by path. */
export const restRoutes: readonly RestRoute[] = [
  {
    pattern: /^\/v1\/quests$/,
    async read({ members, cursors }, call) {
      const { cursor: after, limit } = page.parse(call.query)
      // Sealed by us for this list, so it is a position.
      const position = after ? (cursors.open('quests', after) as QuestPosition) : null
      const { items, next } = await members.quests.list({ accountId: null, after: position, limit })
      return { items: items.map(({ my: _, passedSteps: __, ...quest }) => quest), nextCursor: next ? cursors.seal('quests', next) : null }
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
      const found = await members.explorer.credentialByIndex(index)
      if (!found) throw new CairnError('not-found', 'There is no such credential.', { meta: { field: 'index', found: index } })
      return { ...found, document: await members.exporter.exportCredential(index) }
    },
  },
  {
    pattern: /^\/v1\/batches$/,
    async read({ members, cursors }, call) {
      const { cursor: before, limit } = page.parse(call.query)
      const rows = await members.explorer.batches(before ? (cursors.open('batches', before) as number) : null, limit + 1)
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return { items, nextCursor: last ? cursors.seal('batches', last.number) : null }
    },
  },
]
