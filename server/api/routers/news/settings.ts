import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** What the member wants to be told of, kind by kind. */
export const settings = member.input(nothing).query(({ ctx }) => ctx.members.news.settings({ accountId: ctx.session.accountId }))
