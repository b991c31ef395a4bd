import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'
import { caseKinds } from '#server/platform/case.ts'
import type { QueuePosition } from '#server/platform/caseStore.ts'
import { caseView } from './caseView.ts'

/** What waits to be looked at, oldest first; or what was resolved, newest first. */
export const queue = onPlatform('moderate')
  .input(z.strictObject({ resolved: z.boolean().default(false), kind: z.enum(caseKinds).optional(), cursor, limit: pageSize }).prefault({}))
  .query(async ({ ctx, input: { resolved, kind, cursor: sealed, limit } }) => {
    const name = `platform.queue.${resolved}.${kind ?? 'all'}`
    // Sealed by us for this list, so it is a position of it.
    const after = sealed ? (ctx.cursors.open(name, sealed) as QueuePosition) : null
    const rows = await ctx.members.platform.queue({ resolved, kind, after, limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const at = last && (resolved ? last.resolvedAt : last.openedAt)
    return {
      items: rows.slice(0, limit).map((row) => ({ ...caseView(row), mine: row.takenBy === ctx.session.accountId })),
      nextCursor: last && at ? ctx.cursors.seal(name, { at: at.toISOString(), id: last.id } satisfies QueuePosition) : null,
    }
  })
