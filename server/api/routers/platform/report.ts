import * as z from 'zod'
import { subject } from '#server/api/platformFields.ts'
import { member } from '#server/api/trpc.ts'
import { reportReasons } from '#server/platform/case.ts'
import { writtenText } from '#server/quests/text.ts'

/** Says something against a space or quest. */
export const report = member
  .meta({ rights: 'member', limit: { points: 10, seconds: 600 } })
  .input(z.strictObject({ subject, reason: z.enum(reportReasons), words: writtenText(1000, { lines: true }) }))
  .mutation(({ ctx, input }) => ctx.members.platform.report({ accountId: ctx.session.accountId, ...input }))
