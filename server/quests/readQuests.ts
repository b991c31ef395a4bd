import { CairnError } from '#server/shared/errors.ts'
import type { AttemptRow, ParticipationStore } from './participationStore.ts'
import type { QuestStore } from './questStore.ts'
import type { QuestPosition, QuestViewStore } from './questViewStore.ts'
import { type DescribeRule, type QuestCard, type QuestPage, type QuestProgress, toCard, toPage, toProgress } from './questViews.ts'
import { quizOf } from './quiz.ts'

export type QuestReadDeps = {
  views: QuestViewStore
  readQuests: QuestStore
  readParticipations: ParticipationStore
  describe: DescribeRule
  now(): number
}

/** A page of the list, and where the next one starts. */
export async function listQuests(deps: QuestReadDeps, input: { accountId: string | null; after: QuestPosition | null; limit: number }) {
  const rows = await deps.views.list({ ...input, limit: input.limit + 1 })
  const items: QuestCard[] = rows.slice(0, input.limit).map(toCard)
  const last = rows.length > input.limit ? rows[input.limit - 1]?.quest : undefined
  return { items, next: last ? { opensAt: last.opensAt.toISOString(), id: last.id } : null }
}

/** One quest as its page shows it. Throws `not-found`; drafts are not found. */
export async function readQuest(deps: QuestReadDeps, input: { slug: string; accountId: string | null }): Promise<QuestPage> {
  const row = await deps.views.bySlug(input.slug, input.accountId)
  if (!row) throw notFound(input.slug)
  const attempts = new Map<string, AttemptRow[]>()
  const participation = row.started && input.accountId !== null ? await deps.readParticipations.find(row.quest.id, input.accountId) : null
  for (const step of participation ? row.definition.steps.filter(({ rule }) => quizOf(rule)) : [])
    attempts.set(step.id, await deps.readParticipations.attempts(participation?.id ?? '', step.id))
  return toPage({ row, describe: deps.describe, attempts, now: deps.now() })
}

/** Where the member stands on a quest. Throws `not-found`. */
export async function readProgress(deps: QuestReadDeps, input: { slug: string; accountId: string }): Promise<QuestProgress> {
  const quest = await deps.readQuests.findBySlug(input.slug)
  if (!quest || quest.status === 'draft') throw notFound(input.slug)
  const participation = await deps.readParticipations.find(quest.id, input.accountId)
  if (!participation) return { started: false, steps: [], completedAt: null }
  const version = await deps.readQuests.findVersion(quest.id, participation.version)
  if (!version) throw notFound(input.slug)
  return toProgress(version.definition, await deps.readParticipations.verdicts(participation.id), participation.completedAt)
}

const notFound = (slug: string) =>
  new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: slug.slice(0, 80) } })
