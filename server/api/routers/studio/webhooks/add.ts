import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, description, types, url } from './fields.ts'

/** Adds an endpoint. Its secret is in this answer and in no other. */
export const add = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, url, types, description: description.optional() }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.webhooks.add({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
