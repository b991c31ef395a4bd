import type { Hex } from '#server/shared/bytes.ts'
import { categories } from './definition.ts'
import type { QuestRow, VersionRow } from './questStore.ts'
import type { QuestWork } from './questWork.ts'

/** `previous`: leaf of the quest that it follows in its family. */
export type Opening = {
  quest: QuestRow
  version: Pick<VersionRow, 'version' | 'definition' | 'rulesHash'>
  previous?: number | undefined
  requestId?: string | undefined
}

/**
 * A period ends for members before it ends in the slot: what is completed in its last seconds is sealed after them, and a mint outside of its quest's
 * window is refused. Seconds.
 */
const sealingSeconds = 3600

/** Gives a quest its leaf and asks the slot to open it. Until the leaf is in a sealed batch it is `publishing`. */
export async function openInSlot(
  work: Pick<QuestWork, 'quests' | 'slot'>,
  { quest, version, previous, requestId }: Opening,
): Promise<void> {
  const questIndex = await work.quests.nextSlotIndex()
  await work.quests.update(quest.id, {
    ...{ status: 'publishing', publishedVersion: version.version, rulesVersion: version.version, slotIndex: questIndex },
  })
  const terms = {
    questIndex,
    ...(previous === undefined ? {} : { previous }),
    rulesHash: version.rulesHash as Hex,
    opensAt: seconds(quest.opensAt),
    closesAt: seconds(quest.closesAt) + (version.definition.recurrence ? sealingSeconds : 0),
    supply: quest.supply,
    points: version.definition.points,
    category: categories.indexOf(version.definition.category),
    expiresAfterSeconds: version.definition.expiresAfterSeconds,
    // The pool pays every place, so no mint can find it short.
    ...(quest.rewardPerMint > 0n && {
      reward: { perMint: String(quest.rewardPerMint), pool: String(quest.rewardPerMint * BigInt(quest.supply)) },
    }),
  }
  await work.slot.openQuest(terms, requestId)
}

/** Unix seconds, as the slot counts. */
export const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
