import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { asks } from './fields.ts'

/** Has a signer show that it holds its key. What it answers is an answer, not an error. */
export const check = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: asks })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input: { id } }) =>
    ctx.members.studio.signers.check({ spaceId: ctx.space.id, space: ctx.space.slug, accountId: ctx.session.accountId, id }),
  )
