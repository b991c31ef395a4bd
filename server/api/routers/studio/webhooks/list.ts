import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { chosenTypes } from './fields.ts'

/** The space's endpoints, and the types of events that there are. */
export const list = inSpace('integrate')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) => ({ items: await ctx.members.studio.webhooks.list({ spaceId: ctx.space.id }), types: chosenTypes }))
