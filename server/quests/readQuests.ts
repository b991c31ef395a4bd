import { CairnError } from '#server/shared/errors.ts'
import type { ParticipationStore } from './participationStore.ts'
import type { QuestStore } from './questStore.ts'
import type { QuestListRow, QuestPosition, QuestViewStore } from './questViewStore.ts'
import {
  type DescribeRule,
  type QuestCard,
  type QuestPage,
  type QuestProgress,
  type StepFacts,
  toCard,
  toPage,
  toProgress,
} from './questViews.ts'
import { cubeSlotsOf, formOf } from './stepForm.ts'
import type { SubmissionStore } from './submissionStore.ts'

export type QuestReadDeps = {
  views: QuestViewStore
  readQuests: QuestStore
  readParticipations: ParticipationStore
  readSubmissions: SubmissionStore
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
  const participation = row.started && input.accountId !== null ? await deps.readParticipations.find(row.quest.id, input.accountId) : null
  const facts = participation ? await factsOf(deps, row, participation.id) : new Map<string, StepFacts>()
  return toPage({ row, describe: deps.describe, facts, now: deps.now() })
}

/** What the member handed in and pasted, step by step. */
async function factsOf(deps: QuestReadDeps, { quest, definition }: QuestListRow, participationId: string) {
  const facts = new Map<string, StepFacts>()
  for (const { id, rule } of definition.steps) {
    const form = formOf(rule)
    facts.set(id, {
      submissions: form || cubeSlotsOf(rule).length > 0 ? await deps.readSubmissions.list(participationId, id) : [],
      tally: form?.kind === 'poll' ? await deps.readSubmissions.tally(quest.id, id) : null,
      pasted: form ? [] : await deps.readSubmissions.pasted(participationId, id),
    })
  }
  return facts
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
