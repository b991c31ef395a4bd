import * as z from 'zod'
import { cursor, integer } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'

type Position = { at: string; id: string }

/** Spaces with their marks and the reasons, newest first. `q`: a part of the name or address. */
export const spaces = onPlatform('moderate')
  .input(z.strictObject({ q: z.string().trim().max(80).optional(), cursor, limit: integer(1, 24).default(12) }).prefault({}))
  .query(async ({ ctx, input: { q, cursor: sealed, limit } }) => {
    const name = `platform.spaces.${q ?? ''}`
    // Sealed by us for this list, so it is a position of it.
    const after = sealed ? (ctx.cursors.open(name, sealed) as Position) : null
    const rows = await ctx.members.platform.spaces({ q: q ? q : null, after, limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: rows.slice(0, limit).map(({ id: _, createdAt, ...space }) => ({ ...space, createdAt: createdAt.toISOString() })),
      nextCursor: last ? ctx.cursors.seal(name, { at: last.createdAt.toISOString(), id: last.id } satisfies Position) : null,
    }
  })
