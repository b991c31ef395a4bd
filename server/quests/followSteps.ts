import { isCairnError } from '#server/shared/errors.ts'
import { type RuleContext, settlesAtFinality } from '#server/verify/context.ts'
import type { OpenStep, StepResult } from '#server/verify/followerPort.ts'
import type { KindId } from '#server/verify/kinds/index.ts'
import { leavesOf } from '#server/verify/rule.ts'
import type { Verdict } from '#server/verify/verdict.ts'
import { type Completed, completeQuest, firstMissing } from './completeQuest.ts'
import type { Definition, Step } from './definition.ts'
import { documentsIn } from './keptCubes.ts'
import type { OpenParticipation, ParticipationStore, StepVerdictRow } from './participationStore.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'
import { cubeSlotsOf, formOf } from './stepForm.ts'

/** Every step that is open now (or those of the given participations): of live quests, not settled yet, and its turn where steps have an order. */
export async function openSteps(participations: ParticipationStore, ids?: readonly string[]): Promise<OpenStep[]> {
  return (await participations.open(ids)).flatMap(stepsOf)
}

function stepsOf(open: OpenParticipation): OpenStep[] {
  const verdicts = new Map(open.verdicts.map((row) => [row.stepId, row]))
  const missing = open.definition.steps.findIndex(({ id }) => verdicts.get(id)?.verdict.status !== 'pass')
  const turn = open.definition.order === 'sequence' && missing !== -1 ? open.definition.steps.slice(0, missing + 1) : open.definition.steps
  const unsettled = turn.filter((step) => !isSettled(step, verdicts.get(step.id)))
  // All settled and yet open: the process died between the last verdict and the completion. One step judged again completes it.
  const due = unsettled.length > 0 ? unsettled : turn.slice(-1)
  return due.map((step) => ({
    participationId: open.id,
    questSlug: open.slug,
    stepId: step.id,
    rule: step.rule,
    context: contextOf(open, step, verdicts),
    ...offchainOf(open, step),
  }))
}

/** What a step is judged by. Facts that only some kinds ask about stand in the steps that have such a kind: elsewhere a change of them changes nothing. */
function contextOf(open: OpenParticipation, step: Step, verdicts: ReadonlyMap<string, StepVerdictRow>): RuleContext {
  const kinds = kindsOf(step)
  const captured = capturedBefore(open.definition, step, verdicts)
  const hashes = open.pasted.filter(({ stepId }) => stepId === step.id).map(({ hash }) => hash)
  return {
    accountId: open.accountId,
    wallets: open.wallets,
    questStart: open.opensAt.toISOString(),
    questEnd: open.closesAt.toISOString(),
    joinedAt: open.startedAt.toISOString(),
    version: open.version,
    ...(Object.keys(captured).length > 0 ? { captured } : {}),
    ...(hashes.length > 0 ? { hashes } : {}),
    ...documentsOf(open, step),
    ...(kinds.has('list') && open.handle !== null ? { handle: open.handle } : {}),
    ...(kinds.has('http') || kinds.has('graphql') ? { space: open.spaceId } : {}),
  }
}

/** Files of CUBEs of other slots, where the step asks for some. */
function documentsOf(open: OpenParticipation, step: Step): Pick<RuleContext, 'documents'> {
  if (cubeSlotsOf(step.rule).length === 0) return {}
  const documents = documentsIn(open.submissions.filter(({ stepId }) => stepId === step.id))
  return Object.keys(documents).length > 0 ? { documents } : {}
}

const kindsOf = ({ rule }: Step): ReadonlySet<KindId> => new Set(leavesOf(rule).map(({ leaf }) => leaf.kind))

/** The values that steps before this one captured when they passed. */
function capturedBefore(definition: Definition, step: Step, verdicts: ReadonlyMap<string, StepVerdictRow>): Record<string, string> {
  const earlier = definition.steps.slice(
    0,
    definition.steps.findIndex(({ id }) => id === step.id),
  )
  return Object.assign({}, ...earlier.map(({ id }) => passedWith(verdicts.get(id))))
}

const passedWith = (row: StepVerdictRow | undefined) => (row?.verdict.status === 'pass' ? (row.verdict.captured ?? {}) : {})

/** Passed, and by facts that no reorg can undo: such a verdict is never judged again. */
const isSettled = (step: Step, row: StepVerdictRow | undefined) => row?.verdict.status === 'pass' && settlesAtFinality(step.rule)

function offchainOf(open: OpenParticipation, step: Step): Pick<OpenStep, 'offchain'> {
  const mine = formOf(step.rule) === null ? [] : open.submissions.filter(({ stepId }) => stepId === step.id)
  const [last] = mine
  const submission = last && { answers: last.answers, submittedAt: last.createdAt.toISOString(), attempt: mine.length }
  const connected = kindsOf(step).has('oauth') && open.connected.length > 0 ? open.connected : undefined
  return submission || connected ? { offchain: { ...(submission ? { submission } : {}), ...(connected ? { connected } : {}) } } : {}
}

/**
 * Keeps verdicts and completes every quest whose steps have all passed. One transaction a participation: one member's refusal
 * never holds up another's. Answers what was completed. Verdicts of a completed participation are left as they were.
 */
export async function recordVerdicts(deps: QuestDeps, results: StepResult[]): Promise<Completed[]> {
  const completed: Completed[] = []
  for (const [participationId, group] of Map.groupBy(results, (result) => result.participationId)) {
    const allPassed = await deps.transact((work) => saveGroup(deps, work, group))
    if (!allPassed) continue
    try {
      completed.push(await completeQuest(deps, { participationId }))
    } catch (error) {
      // Closed or sold out: the verdicts stand, there is just no place. Anything else is ours and must be heard.
      if (!isCairnError(error) || !['quest.not-open', 'quest.sold-out', 'quest.not-published'].includes(error.code)) throw error
    }
  }
  return completed
}

async function saveGroup(deps: QuestDeps, work: QuestWork, group: StepResult[]): Promise<boolean> {
  const [first] = group
  const participation = first && (await work.participations.lock(first.participationId))
  if (!participation || participation.completedAt) return false
  const quest = await work.quests.findById(participation.questId)
  const version = await work.quests.findVersion(participation.questId, participation.version)
  if (!quest || !version) return false
  const known = new Map((await work.participations.verdicts(participation.id)).map((row) => [row.stepId, row]))
  const judgedAt = new Date(deps.now())
  for (const { stepId, verdict, digest: evidenceDigest, bundle } of group) {
    const before = known.get(stepId)
    const step = version.definition.steps.find(({ id }) => id === stepId)
    if (!step || isSettled(step, before)) continue
    await work.participations.saveEvidence(evidenceDigest, bundle)
    await work.participations.saveVerdict({ participationId: participation.id, stepId, verdict, evidenceDigest, judgedAt })
    known.set(stepId, { stepId, verdict, evidenceDigest, judgedAt })
    if (before && before.evidenceDigest === evidenceDigest && sameVerdict(before.verdict, verdict)) continue
    await work.publish({
      topic: `account:${participation.accountId}`,
      kind: 'step.judged',
      payload: { slug: quest.slug, stepId, verdict, judgedAt: judgedAt.toISOString() },
    })
  }
  return firstMissing(version.definition, [...known.values()]) === null
}

/** Stored traces come back from JSON with their keys in another order: compare by content. */
const sameVerdict = (a: Verdict, b: Verdict) => a.status === b.status && sorted(a.trace) === sorted(b.trace)
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
