import * as z from 'zod'
import { integer, plainText, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { mostDays } from '#server/spaces/keys/apiKeys.ts'
import { scopes } from '#server/spaces/keys/scope.ts'

const chosen = z
  .array(z.enum(scopes))
  .min(1)
  .max(scopes.length)
  .refine((all) => new Set(all).size === all.length, 'must not repeat')

/** Makes a key of the REST API. It is in this answer and in no other. */
export const make = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: { points: 20, seconds: 3600 } })
  .input(z.strictObject({ space: slug, name: plainText(60), scopes: chosen, days: integer(1, mostDays) }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.keys.make({ spaceId: ctx.space.id, accountId: ctx.session.accountId, role: ctx.space.role, ...input }),
  )
