import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

const answers = z
  .record(
    stepId,
    z
      .string()
      .max(4000)
      .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'text is expected'),
  )
  .refine((value) => Object.keys(value).length <= 20, 'at most 20 answers')

/** Answers to a survey step, by question. */
export const answerSurvey = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ slug, stepId, answers }))
  .mutation(({ ctx, input }) => ctx.members.quests.answerSurvey({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }))
