import { CairnError } from '#server/shared/errors.ts'
import type { Actor, PlatformDeps } from './platformWork.ts'
import { requireSubject } from './requireSubject.ts'

const dayMs = 24 * 3_600_000
const longestDays = 30
/** So many does the home page show: another one would push one out. */
export const mostFeatured = 3

/**
 * Puts a quest in front on the home page for a span. What makes a quest unfit there (a low mark, an unreadable chain, hardly a place left) still does. Throws
 * `input.invalid` (the span), `not-found`, `quest.delisted`, `conflict` (in front already then, or three others are).
 */
export function featureQuest(
  deps: PlatformDeps,
  { actor, quest: slug, startsAt, endsAt }: { actor: Actor; quest: string; startsAt: Date; endsAt: Date },
): Promise<{ id: string }> {
  const [from, to] = [startsAt.getTime(), endsAt.getTime()]
  if (to <= from || to <= deps.now() || to - from > longestDays * dayMs)
    throw new CairnError('input.invalid', 'This span cannot be.', {
      meta: { field: 'endsAt', found: endsAt.toISOString(), expected: `later than now and startsAt, by at most ${longestDays} days` },
    })
  return deps.transact(async ({ subjects, stops, features, log }) => {
    await features.hold()
    const subject = await requireSubject(subjects, { kind: 'quest', slug })
    const { spaceId, questId } = subject
    if (questId === null) throw new CairnError('internal', 'A quest has no id.')
    if ((await stops.current(subject)) ?? (await stops.current({ spaceId, questId: null })))
      throw new CairnError('quest.delisted', 'This quest is not listed.', {
        meta: { field: 'quest', found: slug, expected: 'a listed quest' },
      })
    const others = await features.within({ startsAt, endsAt })
    if (others.some((one) => one.questId === questId) || others.length >= mostFeatured)
      throw new CairnError('conflict', 'No place is free in this span.', {
        meta: { field: 'startsAt', found: others.length, expected: `fewer than ${mostFeatured} quests in front, and not this one` },
      })
    const { id } = await features.add({ questId, startsAt, endsAt, accountId: actor.accountId, createdAt: new Date(deps.now()) })
    const after = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    await log.add({ accountId: actor.accountId, action: 'quest.featured', subject: subject.slug, after })
    return { id }
  })
}

/** Takes it back before its time. Throws `not-found`. */
export function endFeature(deps: PlatformDeps, { actor, id }: { actor: Actor; id: string }) {
  return deps.transact(async ({ features, log }) => {
    const quest = await features.end(id, new Date(deps.now()))
    if (quest === null) throw new CairnError('not-found', 'Nothing of that id is in front.', { meta: { field: 'id', found: id } })
    await log.add({ accountId: actor.accountId, action: 'feature.ended', subject: quest, before: { id } })
    return {}
  })
}

/** Puts those that are in front into another order. Throws `conflict` when `ids` are not just those: somebody else changed the list. */
export function orderFeatures(deps: PlatformDeps, { actor, ids }: { actor: Actor; ids: readonly string[] }) {
  return deps.transact(async ({ features, log }) => {
    await features.hold()
    const before = await features.list(new Date(deps.now()))
    const byId = new Map(before.map((feature) => [feature.id, feature.quest]))
    if (ids.length !== before.length || new Set(ids).size !== ids.length || ids.some((id) => !byId.has(id)))
      throw new CairnError('conflict', 'The list has changed meanwhile.', {
        meta: { field: 'ids', found: ids.length, expected: 'each quest that is in front, once' },
      })
    await features.place(ids)
    const quests = (order: readonly string[]) => ({ quests: order.map((id) => byId.get(id)) })
    await log.add({
      ...{ accountId: actor.accountId, action: 'features.ordered', subject: 'home' },
      before: quests(before.map(({ id }) => id)),
      after: quests(ids),
    })
    return {}
  })
}
