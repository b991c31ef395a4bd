import type { Connection } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { markLive } from '#server/quests/publishQuest.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import { tellMoments } from '#server/webhooks/tellStore.ts'

/** For the sequencer: quests whose leaves were just sealed go live in its transaction. */
export const goLive = (connection: Connection, questIndices: number[], openingTxs: string[] = []) =>
  markLive(
    {
      quests: createQuestStore(connection),
      participations: createParticipationStore(connection),
      publish: (event) => publishEvents(connection, event),
      tellSpace: (...moments) => tellMoments(connection, moments),
    },
    { questIndices, openingTxs },
  )
