import * as z from 'zod'
import { listNumbered } from '#server/api/explorerLists.ts'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/**
 * Items of the L2 inbox, newest first. `deadlineSeconds`: how long after it was queued an item may wait for its batch; null while L2 does
 * not answer.
 */
export const inbox = anyone.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  const { explorer, money } = ctx.members
  const [page, tokens, deadlineSeconds] = await Promise.all([
    listNumbered(ctx, { list: 'inbox', read: explorer.inbox, numberOf: ({ index }) => index }, input),
    money.tokens(),
    explorer.inboxDeadlineSeconds(),
  ])
  return { ...page, tokens, deadlineSeconds }
})
