import type { ChainHealth } from './chainHealth.ts'
import type { QuestHealthStore, ReadingQuest } from './questHealthStore.ts'

/** A live quest of which a chain cannot be read as it should. `unread`: those chains. */
export type AilingQuest = ReadingQuest & { unread: string[] }

const shownAtMost = 200

/** Live quests whose members cannot get on, because a chain is down, late, or read by nobody. */
export async function readAilingQuests(deps: {
  health(): Promise<ChainHealth[]>
  quests: QuestHealthStore
  now(): number
}): Promise<AilingQuest[]> {
  const ailing = new Set((await deps.health()).filter(({ status }) => status !== 'ok').map(({ chain }) => chain))
  const rows = await deps.quests.reading([...ailing], new Date(deps.now()), shownAtMost)
  return rows.map((quest) => ({ ...quest, unread: quest.chains.filter((chain) => ailing.has(chain)) }))
}
