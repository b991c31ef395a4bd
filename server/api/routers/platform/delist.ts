import * as z from 'zod'
import { note, publicReason, subject } from '#server/api/platformFields.ts'
import { onPlatform } from '#server/api/trpc.ts'

/** Takes a space or quest out of every list, for a reason that its page shows. */
export const delist = onPlatform('moderate')
  .input(z.strictObject({ subject, reason: publicReason }))
  .mutation(({ ctx, input }) => ctx.members.platform.delist({ actor: ctx.actor, ...input }))

/** Puts it back. */
export const relist = onPlatform('moderate')
  .input(z.strictObject({ subject, note }))
  .mutation(({ ctx, input }) => ctx.members.platform.relist({ actor: ctx.actor, ...input }))
