import type { DraftCard } from '#app/_data/views.ts'

export type QuestState = DraftCard['state']

/** In the order of a quest's life. */
export const questStates = ['draft', 'review', 'approved', 'scheduled', 'live', 'paused', 'ended'] as const satisfies readonly QuestState[]

/** Whether a quest can be put away: it never ran, or is over. */
export const mayBeArchived = (state: QuestState) => ['draft', 'review', 'approved', 'ended'].includes(state)
