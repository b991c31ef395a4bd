import type { Connection } from '#drizzle/client.ts'
import { publishEvent } from '#drizzle/publishEvent.ts'
import { createCompletionStore } from '#server/quests/completionStore.ts'
import { createListStore } from '#server/quests/lists/listStore.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import type { QuestWork } from '#server/quests/questWork.ts'
import type { SlotPort } from '#server/quests/slotPort.ts'
import { createSecretStore } from '#server/quests/spaceSecretStore.ts'
import { createSubmissionStore } from '#server/quests/submissionStore.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'

/** The stores of a quest use case on one connection, and the slot bound to it. */
export function questWork(connection: Connection, slot: SlotPort): QuestWork {
  return {
    quests: createQuestStore(connection),
    participations: createParticipationStore(connection),
    completions: createCompletionStore(connection),
    submissions: createSubmissionStore(connection),
    lists: createListStore(connection),
    secrets: createSecretStore(connection),
    slot: {
      submitMint: (tx) => slot.submitMint(connection, tx),
      openQuest: (quest, requestId) => slot.openQuest(connection, quest, requestId),
    },
    publish: (event) => publishEvent(connection, event),
  }
}

/** The slot through its table of txs: the sequencer takes mints from it, the publisher the openings of quests. */
export const slotByTable: SlotPort = {
  submitMint: (connection, { key, payload, requestId }) => submitTx(connection, { key, kind: 'mint', payload, requestId }),
  async openQuest(connection, quest, requestId) {
    await submitTx(connection, { key: `openQuest:${quest.questIndex}`, kind: 'openQuest', payload: quest, requestId })
  },
}
