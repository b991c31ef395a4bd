import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { note, publicReason } from '#server/api/platformFields.ts'
import { onPlatform } from '#server/api/trpc.ts'
import { caseOutcomes } from '#server/platform/case.ts'

/** Closes a case that one took, with what follows from it. */
export const resolve = onPlatform('moderate')
  .input(z.strictObject({ id: uuid, outcome: z.enum(caseOutcomes), note, reason: publicReason.nullable().default(null) }))
  .mutation(({ ctx, input }) => ctx.members.platform.resolve({ actor: ctx.actor, ...input }))
