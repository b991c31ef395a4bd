import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import { listingOf } from './discover/listing.ts'
import { openPrizes } from './draw/openPrizes.ts'
import { type Opening, openInSlot } from './openInSlot.ts'
import { refuseCycle, refuseUnpublished } from './prerequisites/refuseCycle.ts'
import { malformed } from './problem.ts'
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
    await publishIn(deps, work, { quest, version, requestId: input.requestId, spaceName: space.name })
    await work.drafts.published(quest.id)
    await work.audit.add({
      ...{ spaceId: quest.spaceId, accountId: input.accountId, action: 'quest.launched', subject: quest.slug },
      after: { version: version.version, rulesHash: version.rulesHash },
    })
    return { ...answer, status: 'publishing' as const }
  })
}

/** The same for a quest that is held, in the transaction of whoever publishes it. Throws `quest.malformed`, `conflict`. */
export async function publishIn(deps: QuestDeps, work: QuestWork, opening: Opening & { spaceName: string }): Promise<void> {
  const { quest, version } = opening
  if (quest.closesAt.getTime() <= deps.now()) throw malformed('closesAt', 'a time to come', quest.closesAt.toISOString())
  await refuseUnpublished(work.requirements, version.definition)
  await refuseCycle(work.requirements, { slug: quest.slug, definition: version.definition })
  await publishVersion(work, opening)
  await openPrizes(deps, work, opening)
  await work.noteFirst({ spaceId: quest.spaceId, questId: quest.id }, new Date(deps.now()))
}

/** Lists a quest and asks the slot for its leaf. The quest must be held, or new in this transaction. */
export async function publishVersion(work: QuestWork, { spaceName, ...opening }: Opening & { spaceName: string }) {
  const { quest, version } = opening
  await work.listings.put(quest.id, listingOf(version.definition, spaceName))
  await openInSlot(work, opening)
  await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.publishing', payload: { slug: quest.slug } })
  await work.tellSpace({ type: 'quest.published', questId: quest.id })
}

/**
 * Called when quest leaves were sealed: those quests are live from now on. Runs in the caller's transaction. `openingTxs`: rows of what was signed to open
 * leaves; only the very tx that a project's quest was launched with makes it live.
 */
export async function markLive(
  work: Pick<QuestWork, 'quests' | 'participations' | 'publish' | 'tellSpace'>,
  { questIndices, openingTxs }: { questIndices: number[]; openingTxs: string[] },
) {
  const opened = [...(await work.quests.openBySlotIndex(questIndices)), ...(await work.quests.openByTx(openingTxs))]
  for (const quest of opened) await work.publish({ topic: `quest:${quest.slug}`, kind: 'quest.live', payload: { slug: quest.slug } })
  await work.tellSpace(...opened.map(({ id }) => ({ type: 'quest.live' as const, questId: id })))
  if (opened.length > 0) await work.participations.wake()
}
