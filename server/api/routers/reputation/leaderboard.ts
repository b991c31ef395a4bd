import * as z from 'zod'
import { boardQuestion, cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import type { BoardPosition } from '#server/reputation/xp/boardStore.ts'

/** Members by XP in a period, of all quests or of one category or space, with the caller's own row. */
export const leaderboard = anyone
  .meta({ rights: 'anyone', limit: { points: 240, seconds: 60 } })
  .input(z.strictObject({ ...boardQuestion, cursor, limit: pageSize }).prefault({}))
  .query(async ({ ctx, input }) => {
    const { cursor: at, limit, ...question } = input
    const board = await ctx.members.reputation.findBoard(question)
    const list = `leaderboard ${board.key.period} ${board.key.facet}`
    // Sealed by us for this list, so it is a position.
    const after = at ? (ctx.cursors.open(list, at) as BoardPosition) : null
    const accountId = ctx.session?.accountId ?? null
    const { after: next, ...page } = await ctx.members.reputation.leaderboard(board, { after, limit, accountId })
    return { ...page, nextCursor: next ? ctx.cursors.seal(list, next) : null }
  })
