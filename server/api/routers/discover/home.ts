import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** What the home page shows of quests, for the caller. */
export const home = anyone.input(nothing).query(({ ctx }) => ctx.members.discover.home({ accountId: ctx.session?.accountId ?? null }))
