import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'

/** Says that one looks at a case. */
export const take = onPlatform('moderate')
  .input(z.strictObject({ id: uuid }))
  .mutation(({ ctx, input }) => ctx.members.platform.take({ actor: ctx.actor, id: input.id }))
