import type { Hex } from '#server/shared/bytes.ts'
import { categories } from './definition.ts'
import { feeParts } from './funds/estimate.ts'
import type { QuestRow, VersionRow } from './questStore.ts'
import type { QuestWork } from './questWork.ts'
import type { SlotQuest } from './slotPort.ts'

/** `previous`: leaf of the quest that it follows in its family. */
export type Opening = {
  quest: QuestRow
  version: Pick<VersionRow, 'version' | 'definition' | 'rulesHash'>
  previous?: number | undefined
  requestId?: string | undefined
  /** Who opens its leaf; left out: the platform, from its own vault. */
  opener?: Opener | undefined
}

/** Opens leaves in another way than by the platform's key. `leaf`: the one that the next quest gets. */
export type Opener = { leaf(): number; open(terms: SlotQuest): Promise<void>; owner: number; places: number }

/**
 * A period ends for members before it ends in the slot: what is completed in its last seconds is sealed after them, and a mint outside of its quest's
 * window is refused. Seconds.
 */
const sealingSeconds = 3600

/** Gives a quest its leaf and asks the slot to open it. Until the leaf is in a sealed batch it is `publishing`. */
export async function openInSlot(work: Pick<QuestWork, 'quests' | 'slot'>, { opener, requestId, ...opening }: Opening): Promise<void> {
  const { quest, version } = opening
  const questIndex = opener ? opener.leaf() : await work.quests.nextSlotIndex()
  await work.quests.update(quest.id, {
    ...{ status: 'publishing', publishedVersion: version.version, rulesVersion: version.version, slotIndex: questIndex },
    ...(opener ? { slotOwner: opener.owner } : {}),
  })
  // A prize is promised to as many as there are places.
  const places = opener && quest.prizeOf === null ? opener.places : quest.supply
  const terms = slotTerms({ ...opening, questIndex, places })
  if (opener) await opener.open(terms)
  else await work.slot.openQuest(terms, requestId)
}

/** What a quest's leaf is made of. */
export type Termed = Pick<QuestRow, 'opensAt' | 'closesAt' | 'supply' | 'rewardPerMint' | 'feePerMint'>
type Terms = {
  quest: Termed
  version: Pick<VersionRow, 'definition' | 'rulesHash'>
  previous?: number | undefined
  questIndex: number
  /** Completions that the pools pay from the start. */
  places: number
}

/** Terms of a quest for the slot. Of a fee only the slot's own part is in the leaf: shares are paid by transfers. */
export function slotTerms({ quest, version, previous, questIndex, places }: Terms): SlotQuest {
  const { slot: fee } = feeParts(quest.feePerMint, version.definition.split ?? null)
  const pooled = (perMint: bigint) => ({ perMint: String(perMint), pool: String(perMint * BigInt(places)) })
  return {
    questIndex,
    ...(previous === undefined ? {} : { previous }),
    rulesHash: version.rulesHash as Hex,
    opensAt: seconds(quest.opensAt),
    closesAt: seconds(quest.closesAt) + (version.definition.recurrence ? sealingSeconds : 0),
    supply: quest.supply,
    points: version.definition.points,
    category: categories.indexOf(version.definition.category),
    expiresAfterSeconds: version.definition.expiresAfterSeconds,
    ...(quest.rewardPerMint > 0n && { reward: pooled(quest.rewardPerMint) }),
    ...(fee > 0n && { fee: pooled(fee) }),
  }
}

/** Unix seconds, as the slot counts. */
export const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
