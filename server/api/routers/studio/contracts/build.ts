import * as z from 'zod'
import { member } from '#server/api/trpc.ts'

/** The rule of a template with its fields filled in. Each template reads its own fields. A mutation: they may be long for an address. */
export const build = member
  .meta({ rights: 'member', limit: { points: 240, seconds: 60 } })
  .input(z.strictObject({ template: z.string().max(60), chain: z.string().max(60), params: z.record(z.string().max(60), z.unknown()) }))
  .mutation(({ ctx, input: { template, chain, params } }) => ctx.members.studio.contracts.build({ id: template, chain, params }))
