import { CairnError } from '#server/shared/errors.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CompletionStore } from './completionStore.ts'
import type { DrawStore } from './draw/drawStore.ts'
import { tiersOf } from './draw/prize.ts'
import { toStopView } from './listedStore.ts'
import type { ParticipationStore } from './participationStore.ts'
import { requiredQuests } from './prerequisites/prerequisite.ts'
import { readPrerequisites, type StandingDeps } from './prerequisites/refuseUnmet.ts'
import type { QuestStore } from './questStore.ts'
import type { QuestListRow, QuestViewStore } from './questViewStore.ts'
import { type DescribeRule, type PrizeView, type QuestPage, type QuestProgress, type StepFacts, toPage, toProgress } from './questViews.ts'
import type { FamilyStore } from './recurrence/familyStore.ts'
import { readStreak } from './recurrence/readStreak.ts'
import { cubeSlotsOf, formOf } from './stepForm.ts'
import type { SubmissionStore } from './submissionStore.ts'

export type QuestReadDeps = {
  views: QuestViewStore
  readQuests: QuestStore
  readParticipations: ParticipationStore
  readSubmissions: SubmissionStore
  readFamilies: FamilyStore
  standing: StandingDeps
  /** Titles of published quests by slug. */
  titles(slugs: readonly string[]): Promise<Map<string, Text>>
  readDraws: DrawStore
  /** What the slot takes for a mint of the quest at this index; null while it has no leaf. */
  feePerMint(questIndex: number): Promise<bigint | null>
  /** Places that a quest's pools pay in all; null = without a limit. */
  paidPlaces(quest: QuestListRow['quest']): Promise<bigint | null>
  describe: DescribeRule
  now(): number
}

/** One quest as its page shows it, of a recurring one the present period. Throws `not-found`; drafts are not found. */
export async function readQuest(deps: QuestReadDeps, input: { slug: string; accountId: string | null }): Promise<QuestPage> {
  const row = await deps.views.bySlug(input.slug, { accountId: input.accountId, at: new Date(deps.now()) })
  if (!row) throw notFound(input.slug)
  const participation = row.started && input.accountId !== null ? await deps.readParticipations.find(row.quest.id, input.accountId) : null
  const facts = participation ? await factsOf(deps, row, participation.id) : new Map<string, StepFacts>()
  const { slotIndex, prizeOf } = row.quest
  return toPage({
    ...{ row, describe: deps.describe, facts },
    titles: await deps.titles(requiredQuests(row.definition.prerequisites ?? [])),
    // A project's fee has its shares in it; the leaf has the slot's part alone.
    feePerMint: slotIndex === null ? null : row.quest.feePerMint > 0n ? row.quest.feePerMint : await deps.feePerMint(slotIndex),
    paidPlaces: await deps.paidPlaces(row.quest),
    prize: await prizeOn(deps, row),
    prizeOf: prizeOf === null ? null : ((await deps.readQuests.findById(prizeOf))?.slug ?? null),
    stop: toStopView(await deps.readQuests.stopOn(row.quest)),
    now: deps.now(),
  })
}

async function prizeOn({ readDraws }: QuestReadDeps, { quest, definition: { prize } }: QuestListRow): Promise<PrizeView | null> {
  if (!prize) return null
  const tiers = tiersOf(prize).map(({ places, perWinner }) => ({ places, perWinner: String(perWinner) }))
  return { mode: prize.mode, tiers, commitment: (await readDraws.find(quest.id))?.commitment ?? null }
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
  const version = await deps.readQuests.findVersion(quest.id, participation?.version ?? quest.publishedVersion ?? 1)
  if (!version) throw notFound(input.slug)
  const prerequisites = participation?.completedAt
    ? []
    : await readPrerequisites(deps.standing, { accountId: input.accountId, definition: version.definition, now: deps.now() })
  const streak = await readStreak(deps, { quest, definition: version.definition, accountId: input.accountId })
  if (!participation) return { started: false, taken: quest.completed, steps: [], completedAt: null, prerequisites, streak }
  const verdicts = await deps.readParticipations.verdicts(participation.id)
  return toProgress(version.definition, verdicts, { taken: quest.completed, completedAt: participation.completedAt, prerequisites, streak })
}

/** A wallet of the member by which another account has earned this quest already, so that it gives no place here; null when there is none. */
export async function readCounted(
  deps: Pick<QuestReadDeps, 'readQuests' | 'readParticipations'> & { readCompletions: Pick<CompletionStore, 'countedElsewhere'> },
  input: { slug: string; accountId: string },
): Promise<string | null> {
  const quest = await deps.readQuests.findBySlug(input.slug)
  const participation = quest && (await deps.readParticipations.find(quest.id, input.accountId))
  return participation?.completedAt === null ? deps.readCompletions.countedElsewhere(participation) : null
}

const notFound = (slug: string) =>
  new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: slug.slice(0, 80) } })
