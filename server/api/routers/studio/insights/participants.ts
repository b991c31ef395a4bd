import * as z from 'zod'
import { cursor, pageSize, slug } from '#server/api/fields.ts'
import { participantFilter } from '#server/api/participantFilter.ts'
import { inSpace } from '#server/api/trpc.ts'
import type { ParticipantPlace } from '#server/insights/people/participant.ts'

/** Who is on a quest, newest start first, narrowed down. A cursor belongs to the quest and the filter that it was given for. */
export const participants = inSpace('people')
  .input(z.strictObject({ space: slug, quest: slug, cursor, limit: pageSize, ...participantFilter }))
  .query(async ({ ctx, input }) => {
    const { space: _, quest, cursor: from, limit, ...filter } = input
    const list = JSON.stringify(['participants', ctx.space.id, quest, filter])
    // Sealed by us for this list, so it is a place in it.
    const after = from ? (ctx.cursors.open(list, from) as ParticipantPlace) : null
    const { items, next } = await ctx.members.studio.insights.participants({ spaceId: ctx.space.id, quest, filter, after, limit })
    // Asked for where there is an amount to be said: most quests pay nothing.
    const tokens = items.some(({ reward }) => reward !== null) ? await ctx.members.money.tokens() : []
    return { items, tokens, nextCursor: next ? ctx.cursors.seal(list, next) : null }
  })
