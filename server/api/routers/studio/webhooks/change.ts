import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, description, types, url } from './fields.ts'

/** Changes an endpoint, pauses it, or makes it active again. */
export const change = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(
    z.strictObject({
      space: slug,
      id: uuid,
      url: url.optional(),
      types: types.optional(),
      description: description.optional(),
      status: z.enum(['active', 'paused']).optional(),
    }),
  )
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.webhooks.change({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
