import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, key, name, url } from './fields.ts'

/** Registers a signer. Its secret is in this answer and in no other. */
export const add = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, name, url, key }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.signers.add({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
