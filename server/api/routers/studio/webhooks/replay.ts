import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { message, sends } from './fields.ts'

/** Sends one message to an endpoint again. */
export const replay = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: sends })
  .input(z.strictObject({ space: slug, id: uuid, message }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.webhooks.replay({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
