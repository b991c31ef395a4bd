import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Says which domain is the space's; answers what its file must say. */
export const claimDomain = inSpace('team')
  .input(z.strictObject({ space: slug, host: z.string().min(1).max(300) }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.settings.claimDomain({
      spaceId: ctx.space.id,
      slug: ctx.space.slug,
      accountId: ctx.session.accountId,
      host: input.host,
    }),
  )

/** Looks for the proof at the domain now. */
export const proveDomain = inSpace('team')
  .meta({ rights: { space: 'team' }, limit: { points: 10, seconds: 600 } })
  .input(z.strictObject({ space: slug }))
  .mutation(({ ctx }) =>
    ctx.members.studio.settings.proveDomain({ spaceId: ctx.space.id, slug: ctx.space.slug, accountId: ctx.session.accountId }),
  )

/** The space names no domain any more. */
export const removeDomain = inSpace('team')
  .input(z.strictObject({ space: slug }))
  .mutation(({ ctx }) =>
    ctx.members.studio.settings.removeDomain({ spaceId: ctx.space.id, slug: ctx.space.slug, accountId: ctx.session.accountId }),
  )
