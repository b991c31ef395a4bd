import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The key that a browser subscribes to pushed notices with; null where nothing is pushed. */
export const pushKey = member.input(nothing).query(({ ctx }) => ({ key: ctx.members.news.pushKey }))
