import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { sends } from './fields.ts'

/** Sends an endpoint a message of the type `webhook.test`. */
export const test = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: sends })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) => {
    const { id: spaceId, slug, name } = ctx.space
    return ctx.members.studio.webhooks.test({ spaceId, accountId: ctx.session.accountId, id: input.id, space: { slug, name } })
  })
