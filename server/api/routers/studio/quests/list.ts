import * as z from 'zod'
import { cursor, pageSize, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { questStates } from '#server/quests/drafts/lifecycle.ts'
import type { DraftPosition } from '#server/quests/drafts/readDrafts.ts'

const name = 'studio.quests'

/** Quests of a space, the one that was worked on last first: all or those of a state, by a part of the slug or title; archived ones apart. */
export const list = inSpace('read')
  .input(
    z.strictObject({
      ...{ space: slug, cursor, limit: pageSize },
      state: z.enum(questStates).optional(),
      search: z.string().max(100).optional(),
      archived: z.boolean().default(false),
    }),
  )
  .query(async ({ ctx, input: { cursor: from, limit, state, search, archived } }) => {
    // Sealed by us for this space, so it is a position of its list.
    const after = from ? (ctx.cursors.open(`${name}.${ctx.space.id}`, from) as DraftPosition) : null
    const { items, next } = await ctx.members.studio.quests.list({
      ...{ accountId: ctx.session.accountId, spaceId: ctx.space.id },
      ...{ state, search, archived, after, limit },
    })
    return { items, nextCursor: next ? ctx.cursors.seal(`${name}.${ctx.space.id}`, next) : null }
  })
