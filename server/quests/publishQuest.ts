import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { categories } from './definition.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

/**
 * Freezes the draft's version and asks the slot to open the quest. The quest is `publishing` until its leaf is in a sealed batch (`markLive`).
 * Publishing again answers what is there. Throws `not-found`, `auth.forbidden`, `quest.malformed` (closed before it could open).
 */
export function publishQuest(deps: QuestDeps, input: { accountId: string; slug: string; requestId?: string }) {
  return deps.transact(async (work) => {
    const found = await work.quests.findBySlug(input.slug)
    const quest = found && (await work.quests.lock(found.id))
    if (!quest) throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: input.slug } })
    const space = await work.quests.findSpaceById(quest.spaceId)
    if (space?.ownerId !== input.accountId)
      throw new CairnError('auth.forbidden', 'This quest is not yours.', { meta: { field: 'slug', found: input.slug } })
    const version = await work.quests.findVersion(quest.id, quest.publishedVersion ?? 1)
    if (!version) throw new CairnError('internal', 'The quest has no version.')
    const answer = { slug: quest.slug, version: version.version, rulesHash: version.rulesHash }
    if (quest.status !== 'draft') return { ...answer, status: quest.status }
    if (quest.closesAt.getTime() <= deps.now())
      throw new CairnError('quest.malformed', 'This quest would be closed already.', {
        meta: { field: 'closesAt', found: quest.closesAt.toISOString(), expected: 'a time to come' },
      })
    const questIndex = await work.quests.nextSlotIndex()
    await work.quests.update(quest.id, { status: 'publishing', publishedVersion: version.version, slotIndex: questIndex })
    const terms = {
      questIndex,
      rulesHash: version.rulesHash as Hex,
      opensAt: seconds(quest.opensAt),
      closesAt: seconds(quest.closesAt),
      supply: quest.supply,
      points: version.definition.points,
      category: categories.indexOf(version.definition.category),
      expiresAfterSeconds: version.definition.expiresAfterSeconds,
      // The pool pays every place, so no mint can find it short.
      ...(quest.rewardPerMint > 0n && {
        reward: { perMint: String(quest.rewardPerMint), pool: String(quest.rewardPerMint * BigInt(quest.supply)) },
      }),
    }
    await work.slot.openQuest(terms, input.requestId)
    await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.publishing', payload: { slug: quest.slug } })
    return { ...answer, status: 'publishing' as const }
  })
}

/** Called when quest leaves were sealed: those quests are live from now on. Runs in the caller's transaction. */
export async function markLive(work: Pick<QuestWork, 'quests' | 'participations' | 'publish'>, questIndices: number[]) {
  const opened = await work.quests.openBySlotIndex(questIndices)
  for (const quest of opened) await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.live', payload: { slug: quest.slug } })
  if (opened.length > 0) await work.participations.wake()
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
