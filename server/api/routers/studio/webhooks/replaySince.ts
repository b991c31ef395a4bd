import * as z from 'zod'
import { instant, slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { sends } from './fields.ts'

/** Sends an endpoint what happened since a time: what never arrived, or all of it. */
export const replaySince = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: sends })
  .input(z.strictObject({ space: slug, id: uuid, since: instant, which: z.enum(['undelivered', 'all']).default('undelivered') }))
  .mutation(({ ctx, input: { id, since, which } }) =>
    ctx.members.studio.webhooks.replaySince({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id, since: new Date(since), which }),
  )
