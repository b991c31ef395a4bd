import * as z from 'zod'
import { stepId as id, slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

const answers = z.record(id, id).refine((value) => Object.keys(value).length <= 20, 'at most 20 answers')

/** One attempt at a quiz step: which choice for which question. */
export const answerQuiz = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ slug, stepId: id, answers }))
  .mutation(({ ctx, input }) => ctx.members.quests.answerQuiz({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }))
