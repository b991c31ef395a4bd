import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Makes the caller's own slot account the vault that the space's later quests are paid from. */
export const giveVault = inSpace('funds')
  .meta({ rights: { space: 'funds' }, limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ space: slug }))
  .mutation(({ ctx }) => ctx.members.studio.funds.giveVault({ spaceId: ctx.space.id, accountId: ctx.session.accountId }))
