import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Everybody who did something in the space, for whoever narrows its log. */
export const people = inSpace('team')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.audit.people(ctx.space.id))
