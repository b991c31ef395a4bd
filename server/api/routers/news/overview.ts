import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** What the head of every page shows a member: pending things, how much is unread, and what was told last. */
export const overview = member.input(nothing).query(({ ctx }) => ctx.members.news.overview({ accountId: ctx.session.accountId }))
