import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The contracts that the space imported. */
export const list = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.contracts.list(ctx.space.id))
