import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/**
 * What the head of every page shows a member: pending things, how much is unread, and what was told last. Null to who is not signed in: an open page asks
 * when its session ends, which is no error.
 */
export const overview = anyone
  .input(nothing)
  .query(({ ctx }) => (ctx.session ? ctx.members.news.overview({ accountId: ctx.session.accountId }) : null))
