import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import { listingOf } from './discover/listing.ts'
import { openPrizes } from './draw/openPrizes.ts'
import { type Opening, openInSlot } from './openInSlot.ts'
import { refuseCycle, refuseUnpublished } from './prerequisites/refuseCycle.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

/**
 * Freezes the draft's version, lists it, and asks the slot to open the quest and those that pay its prizes. The quest is `publishing` until its leaf
 * is in a sealed batch (`markLive`). Publishing again answers what is there. Throws `not-found`, `auth.forbidden`, `quest.malformed` (closed before
 * it could open, or it requires a quest that is not published), `conflict` (the slug of a prize is taken).
 */
export function publishQuest(deps: QuestDeps, input: { accountId: string; slug: string; requestId?: string }) {
  return deps.transact(async (work) => {
    const found = await work.quests.findBySlug(input.slug)
    const quest = found && (await work.quests.lock(found.id))
    if (!quest) throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: input.slug } })
    await requireRight(work.access, { spaceId: quest.spaceId, accountId: input.accountId, right: 'review', field: 'slug' })
    const space = await work.quests.findSpaceById(quest.spaceId)
    if (!space) throw new CairnError('internal', 'The quest has no space.')
    const version = await work.quests.findVersion(quest.id, quest.publishedVersion ?? 1)
    if (!version) throw new CairnError('internal', 'The quest has no version.')
    const answer = { slug: quest.slug, version: version.version, rulesHash: version.rulesHash }
    if (quest.status !== 'draft') return { ...answer, status: quest.status }
    if (quest.closesAt.getTime() <= deps.now())
      throw new CairnError('quest.malformed', 'This quest would be closed already.', {
        meta: { field: 'closesAt', found: quest.closesAt.toISOString(), expected: 'a time to come' },
      })
    await refuseUnpublished(work.requirements, version.definition)
    await refuseCycle(work.requirements, { slug: quest.slug, definition: version.definition })
    const opening = { quest, version, requestId: input.requestId }
    await publishVersion(work, { ...opening, spaceName: space.name })
    await openPrizes(deps, work, opening)
    await work.noteFirst({ spaceId: quest.spaceId, questId: quest.id }, new Date(deps.now()))
    return { ...answer, status: 'publishing' as const }
  })
}

/** Lists a quest and asks the slot for its leaf. The quest must be held, or new in this transaction. */
export async function publishVersion(work: QuestWork, { spaceName, ...opening }: Opening & { spaceName: string }) {
  const { quest, version } = opening
  await work.listings.put(quest.id, listingOf(version.definition, spaceName))
  await openInSlot(work, opening)
  await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.publishing', payload: { slug: quest.slug } })
  await work.tellSpace({ type: 'quest.published', questId: quest.id })
}

/** Called when quest leaves were sealed: those quests are live from now on. Runs in the caller's transaction. */
export async function markLive(work: Pick<QuestWork, 'quests' | 'participations' | 'publish' | 'tellSpace'>, questIndices: number[]) {
  const opened = await work.quests.openBySlotIndex(questIndices)
  for (const quest of opened) await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.live', payload: { slug: quest.slug } })
  await work.tellSpace(...opened.map(({ id }) => ({ type: 'quest.live' as const, questId: id })))
  if (opened.length > 0) await work.participations.wake()
}
