import type { Text } from '#server/verify/verdict.ts'
import type { QuestCard } from '../questViews.ts'
import type { SeasonWithQuests } from './seasonStore.ts'

/** A season in a list. Times are ISO 8601; `endsAt` itself no longer counts. */
export type SeasonCard = {
  slug: string
  title: Text
  summary: Text
  space: { slug: string; name: string }
  startsAt: string
  endsAt: string
  state: 'upcoming' | 'running' | 'over'
  quests: number
  /** Points of all its quests. */
  points: number
  /** What of it counts for the reader so far. */
  mine: { quests: number; points: number }
}

/** `countedAt`: when the reader's completion of a quest counted; null where none did. */
export type SeasonPage = Omit<SeasonCard, 'quests'> & {
  quests: { quest: QuestCard; countedAt: string | null }[]
  completions: number
  members: number
}

/** `now` in milliseconds. */
export function toSeasonCard({ slug, title, summary, space, startsAt, endsAt, quests }: SeasonWithQuests, now: number): SeasonCard {
  const counted = quests.filter(({ countedAt }) => countedAt !== null)
  return {
    ...{ slug, title, summary, space },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    state: now < startsAt.getTime() ? 'upcoming' : now < endsAt.getTime() ? 'running' : 'over',
    quests: quests.length,
    points: pointsOf(quests),
    mine: { quests: counted.length, points: pointsOf(counted) },
  }
}

const pointsOf = (quests: readonly { points: number }[]) => quests.reduce((sum, { points }) => sum + points, 0)
