import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Common actions with real contracts, each with its form. */
export const templates = inSpace('author')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.contracts.templates())
