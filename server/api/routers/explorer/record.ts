import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** All that a credential says in public, by its leaf: the rules it was earned by, in words, its evidence by digests, expiry and revocation. */
export const record = anyone
  .input(z.strictObject({ index: integer(0, 2 ** 32 - 1) }))
  .query(({ ctx, input }) => ctx.members.credentials.record({ ...input, viewerId: ctx.session?.accountId ?? null }))
