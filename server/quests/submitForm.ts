import { CairnError } from '#server/shared/errors.ts'
import { isVote } from '#server/verify/kinds/poll.ts'
import { surveyProblem } from '#server/verify/kinds/survey.ts'
import { type HandInInput, lockStep, noSuchStep, noteHandIn, type OpenStepWork } from './handIn.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'
import { formParams } from './stepForm.ts'

/** Takes a member's vote, once. Throws `input.invalid`, `conflict` (already voted, or the refusals of `lockStep`). */
export function vote(deps: QuestDeps, input: HandInInput & { choices: readonly string[] }) {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const poll = formParams(open.step.rule, 'poll')
    if (!poll) throw noSuchStep(input.stepId)
    if (!isVote(poll, input.choices))
      throw new CairnError('input.invalid', 'This is no vote of this poll.', {
        meta: {
          field: 'choices',
          found: input.choices.length,
          expected: `${poll.least ?? 1} to ${poll.most ?? poll.least ?? 1} of its choices, each once`,
        },
      })
    await addOnce(deps, work, open, { input, answers: Object.fromEntries(input.choices.map((choice) => [choice, 'chosen'])) })
    await noteHandIn(work, open, { input, kind: 'poll.voted' })
    return { tally: await work.submissions.tally(open.quest.id, input.stepId) }
  })
}

/** Takes a member's answers to a survey, once. Throws `input.invalid` naming the question, `conflict`. */
export function answerSurvey(deps: QuestDeps, input: HandInInput & { answers: Record<string, string> }) {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const survey = formParams(open.step.rule, 'survey')
    if (!survey) throw noSuchStep(input.stepId)
    const problem = surveyProblem(survey, input.answers)
    if (problem)
      throw new CairnError('input.invalid', 'The answers do not fit the questions.', {
        meta: { field: `answers.${problem.question.slice(0, 40)}`, expected: problem.expected },
      })
    await addOnce(deps, work, open, { input, answers: input.answers })
    await noteHandIn(work, open, { input, kind: 'survey.answered' })
    return { answered: true as const }
  })
}

async function addOnce(
  deps: QuestDeps,
  work: QuestWork,
  { participation }: OpenStepWork,
  { input, answers }: { input: HandInInput; answers: Record<string, string> },
) {
  const before = await work.submissions.list(participation.id, input.stepId)
  if (before.length > 0) throw new CairnError('conflict', 'This was handed in already.', { meta: { field: 'stepId', found: input.stepId } })
  await work.submissions.add({
    participationId: participation.id,
    stepId: input.stepId,
    answers,
    correct: null,
    createdAt: new Date(deps.now()),
  })
}
