import * as z from 'zod'
import { slug, uuid, walletText } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { invitedRoles } from '#server/spaces/inviteWallet.ts'

/** Open invitations of the space. */
export const invitations = inSpace('team')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) =>
    (await ctx.members.studio.team.invitations(ctx.space.id)).map(({ createdAt, expiresAt, ...invitation }) => ({
      ...invitation,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  )

/** Invites whoever signs in with a wallet. */
export const invite = inSpace('team')
  .meta({ rights: { space: 'team' }, limit: { points: 60, seconds: 3600 } })
  .input(z.strictObject({ space: slug, wallet: walletText, role: z.enum(invitedRoles) }))
  .mutation(({ ctx, input: { wallet, role } }) =>
    ctx.members.studio.team.invite({ spaceId: ctx.space.id, accountId: ctx.session.accountId, wallet, role }),
  )

/** Takes an invitation back. */
export const revokeInvitation = inSpace('team')
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) => ctx.members.studio.team.revoke({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id: input.id }))
