import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The space's signers, and its quests in the slot with who signs for them. */
export const list = inSpace('integrate')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.signers.list({ spaceId: ctx.space.id }))
