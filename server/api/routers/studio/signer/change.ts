import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, name, url } from './fields.ts'

/** Changes a signer's name or address; its key is its own for good. */
export const change = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, id: uuid, name: name.optional(), url: url.optional() }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.signers.change({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
