import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { secretName } from '#server/quests/spaceSecrets.ts'

const name = z.string().regex(secretName)
const space = slug.optional()

/** Names of the secrets of a space; their values are never shown. */
export const secrets = member
  .input(z.strictObject({ space }))
  .query(({ ctx, input }) => ctx.members.spaces.secrets({ accountId: ctx.session.accountId, ...input }))

/** Keeps a secret that requests to endpoints may carry as `{{name}}`. */
export const setSecret = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ space, name, value: z.string().min(1).max(400) }))
  .mutation(({ ctx, input }) => ctx.members.spaces.setSecret({ accountId: ctx.session.accountId, ...input }))

export const removeSecret = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ space, name }))
  .mutation(({ ctx, input }) => ctx.members.spaces.removeSecret({ accountId: ctx.session.accountId, ...input }))
