import { CairnError } from '#server/shared/errors.ts'
import { refuseUnlessPlace, underWay } from './completeQuest.ts'
import type { Definition, Step } from './definition.ts'
import type { ParticipationRow, StepVerdictRow } from './participationStore.ts'
import type { QuestRow } from './questStore.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

export type HandInInput = { accountId: string; slug: string; stepId: string; requestId?: string | undefined }

export type OpenStepWork = { quest: QuestRow; participation: ParticipationRow; step: Step }

/**
 * The step that a member wants to hand something in for, with the participation locked: nothing else is handed in beside it. Throws `not-found`,
 * `quest.not-started`, `conflict` (the quest is done, or an earlier step comes first) and the refusals of a quest without a place.
 */
export async function lockStep(deps: Pick<QuestDeps, 'now'>, work: QuestWork, input: HandInInput): Promise<OpenStepWork> {
  const quest = await work.quests.findBySlug(input.slug)
  if (!quest || quest.status === 'draft')
    throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: input.slug } })
  const started = await work.participations.find(quest.id, input.accountId)
  const participation = started && (await work.participations.lock(started.id))
  if (!participation) throw new CairnError('quest.not-started', 'Start the quest first.')
  if (participation.completedAt) throw new CairnError('conflict', 'This quest is already completed.')
  refuseUnlessPlace(quest, deps.now(), underWay)
  const version = await work.quests.findVersion(quest.id, participation.version)
  const step = version?.definition.steps.find(({ id }) => id === input.stepId)
  if (!version || !step) throw noSuchStep(input.stepId)
  refuseOutOfOrder(version.definition, await work.participations.verdicts(participation.id), input.stepId)
  return { quest, participation, step }
}

/** What follows whatever was handed in: the click is remembered, the member's pages hear of it, the follower judges. */
export async function noteHandIn(
  work: QuestWork,
  { quest, participation }: OpenStepWork,
  note: { input: HandInInput; kind: string; payload?: Record<string, unknown> },
) {
  const { accountId, stepId, requestId } = note.input
  if (requestId !== undefined) await work.participations.setRequestId(participation.id, requestId)
  await work.publish({ topic: `account:${accountId}`, kind: note.kind, payload: { slug: quest.slug, stepId, ...note.payload } })
  await work.participations.wake({ participation: participation.id })
}

export const noSuchStep = (stepId: string) =>
  new CairnError('not-found', 'There is no such step.', { meta: { field: 'stepId', found: stepId } })

/** In a quest whose steps have an order, a step waits for those before it. */
function refuseOutOfOrder(definition: Definition, verdicts: readonly StepVerdictRow[], stepId: string) {
  if (definition.order !== 'sequence') return
  const passed = new Set(verdicts.filter(({ verdict }) => verdict.status === 'pass').map((row) => row.stepId))
  for (const step of definition.steps) {
    if (step.id === stepId) return
    if (!passed.has(step.id))
      throw new CairnError('conflict', 'An earlier step comes first.', { meta: { field: 'stepId', found: stepId, expected: step.id } })
  }
}
