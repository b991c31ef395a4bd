import type { Text } from '#server/verify/verdict.ts'
import type { Taste } from '../discover/forYou.ts'
import type { QuestCard } from '../questViews.ts'
import type { CollectionWithQuests, Member } from './collectionStore.ts'

/** A collection or learning path in a list, with what the reader has done of it. */
export type CollectionCard = {
  slug: string
  kind: 'collection' | 'path'
  title: Text
  summary: Text
  space: { slug: string; name: string }
  /** What is drawn of each quest, in order. */
  stones: { quest: string; category: QuestCard['category']; done: boolean }[]
  done: number
  /** Minutes of what is not done yet. */
  minutesLeft: number
  /** Of all its quests. */
  points: number
}

/** `next`: the first quest of a path that the reader has not completed. */
export type CollectionPage = CollectionCard & { quests: QuestCard[]; next: string | null }

export const toCollectionCard = ({ slug, kind, title, summary, space, quests }: CollectionWithQuests): CollectionCard => ({
  ...{ slug, kind, title, summary, space },
  stones: quests.map(({ slug: quest, category, done }) => ({ quest, category, done })),
  done: quests.filter(({ done }) => done).length,
  minutesLeft: quests.reduce((sum, { minutes, done }) => sum + (done ? 0 : minutes), 0),
  points: quests.reduce((sum, { points }) => sum + points, 0),
})

/** The first quest that is not done; null when all are. */
export const nextOf = (quests: readonly Member[]): Member | null => quests.find(({ done }) => !done) ?? null

/** The next quest of each path that the reader has begun and not finished. */
export function nextInPaths(paths: readonly CollectionWithQuests[]): Taste['next'] {
  const next = new Map<string, { slug: string; title: Text }>()
  for (const { kind, slug, title, quests } of paths) {
    const quest = nextOf(quests)
    if (kind === 'path' && quest && quests.some(({ done }) => done)) next.set(quest.id, { slug, title })
  }
  return next
}
