import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { scopes } from '#server/spaces/keys/scope.ts'

/** The space's keys, without their secrets, and the scopes that there are. */
export const list = inSpace('integrate')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) => ({ items: await ctx.members.studio.keys.list(ctx.space.id), scopes }))
