import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { rightsOf } from '#server/spaces/role.ts'

/** A space, the member's role in it and what that role may do. */
export const bySlug = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ({ slug: ctx.space.slug, name: ctx.space.name, role: ctx.space.role, rights: rightsOf(ctx.space.role) }))
