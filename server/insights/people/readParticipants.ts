import { CairnError } from '#server/shared/errors.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import type { Participant, ParticipantFilter, ParticipantPlace } from './participant.ts'
import type { ParticipantStore } from './participantStore.ts'

export type PeopleDeps = { quests: InsightQuestStore; people: ParticipantStore }
export type ParticipantQuestion = QuestOfSpace & { filter: ParticipantFilter; after: ParticipantPlace | null; limit: number }

/** A page of the quest's participants, newest start first. Throws `not-found`, `input.invalid` for a step that the quest does not have. */
export async function readParticipants(
  { quests, people }: PeopleDeps,
  { filter, after, limit, ...of }: ParticipantQuestion,
): Promise<{ items: Participant[]; next: ParticipantPlace | null }> {
  const { id, definition } = await questOfSpace(quests, of)
  refuseOtherStep(definition, filter)
  const rows = await people.page(id, filter, { after, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items: items.map(({ place: _, ...item }) => item), next: rows.length > limit ? (items.at(-1)?.place ?? null) : null }
}

/** A step of another quest would be a list of nobody, which reads like an answer. */
export function refuseOtherStep({ steps }: { steps: readonly { id: string }[] }, { step }: ParticipantFilter): void {
  if (step === undefined || steps.some(({ id }) => id === step)) return
  throw new CairnError('input.invalid', 'This quest has no such step.', {
    meta: { field: 'step', found: step, expected: steps.map(({ id }) => id).join(', ') },
  })
}
