import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The last seven days of a space in numbers. */
export const week = inSpace('insights')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.insights.week({ spaceId: ctx.space.id }))
