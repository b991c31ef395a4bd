import { isDeepStrictEqual } from 'node:util'
import { isCairnError } from '#server/shared/errors.ts'
import { type RuleContext, settlesAtFinality } from '#server/verify/context.ts'
import type { OpenStep, StepResult } from '#server/verify/followerPort.ts'
import type { KindId } from '#server/verify/kinds/index.ts'
import { leavesOf } from '#server/verify/rule.ts'
import { type Completed, completeQuest } from './completeQuest.ts'
import type { Definition, Step } from './definition.ts'
import { documentsIn } from './keptCubes.ts'
import type { HeldParticipation, OpenParticipation, ParticipationStore, StepVerdictRow } from './participationStore.ts'
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

/** Why a quest whose steps all passed may yet give no place. */
const withoutPlace: readonly string[] = [
  'quest.not-open',
  'quest.sold-out',
  'quest.unfunded',
  'quest.not-published',
  'quest.prerequisite',
  'wallet.counted',
]
/** Participations whose verdicts are kept in one transaction. */
const together = 100

/**
 * Keeps verdicts and completes every quest whose steps have all passed. Many participations share a transaction; where it fails each gets its own, so
 * that one that cannot be kept never holds up another. Answers what was completed. Verdicts of a completed participation are left as they were.
 */
export async function recordVerdicts(deps: QuestDeps, results: StepResult[]): Promise<Completed[]> {
  const ids = [...new Set(results.map(({ participationId }) => participationId))]
  const resultsOf = Map.groupBy(results, ({ participationId }) => participationId)
  const completed: Completed[] = []
  const failures: unknown[] = []
  for (let at = 0; at < ids.length; at += together) {
    const passed = await keep(deps, ids.slice(at, at + together), { resultsOf, failures })
    for (const participationId of passed) {
      try {
        completed.push(await completeQuest(deps, { participationId }))
      } catch (error) {
        // Closed, sold out or earned before: the verdicts stand, there is just no place. Anything else is ours and must be heard.
        if (!isCairnError(error) || !withoutPlace.includes(error.code)) failures.push(error)
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return completed
}

type Keeping = { resultsOf: ReadonlyMap<string, StepResult[]>; failures: unknown[] }

/** Keeps the verdicts of these participations and answers those that have passed every step. */
async function keep(deps: QuestDeps, ids: readonly string[], keeping: Keeping): Promise<string[]> {
  try {
    return await deps.transact((work) => keepIn(work, ids, { resultsOf: keeping.resultsOf, judgedAt: new Date(deps.now()) }))
  } catch (error) {
    if (ids.length > 1) {
      const passed: string[] = []
      for (const id of ids) passed.push(...(await keep(deps, [id], keeping)))
      return passed
    }
    keeping.failures.push(error)
    return []
  }
}

async function keepIn(
  work: QuestWork,
  ids: readonly string[],
  { resultsOf, judgedAt }: { resultsOf: Keeping['resultsOf']; judgedAt: Date },
): Promise<string[]> {
  const held = (await work.participations.holdOpen(ids)).map((participation) => {
    const known = new Map(participation.verdicts.map((row) => [row.stepId, row]))
    const fresh = (resultsOf.get(participation.id) ?? []).filter(({ stepId }) => {
      const step = participation.definition.steps.find(({ id }) => id === stepId)
      return step && !isSettled(step, known.get(stepId))
    })
    return { participation, known, fresh }
  })
  const all = held.flatMap(({ fresh }) => fresh)
  await work.participations.saveEvidence(all.map(({ digest, bundle }) => ({ digest, bundle })))
  await work.participations.saveVerdicts(
    all.map(({ participationId, stepId, verdict, digest }) => ({ participationId, stepId, verdict, evidenceDigest: digest, judgedAt })),
  )
  await work.publish(
    ...held.flatMap(({ participation: { accountId, slug }, known, fresh }) =>
      fresh
        .filter((result) => isNews(known.get(result.stepId), result))
        .map(({ stepId, verdict }) => ({
          topic: `account:${accountId}`,
          kind: 'step.judged',
          payload: { slug, stepId, verdict, judgedAt: judgedAt.toISOString() },
        })),
    ),
  )
  await work.tellSpace(
    ...held.flatMap(({ known, fresh }) =>
      fresh
        .filter(({ stepId, verdict }) => verdict.status === 'pass' && known.get(stepId)?.verdict.status !== 'pass')
        .map(({ participationId, stepId, digest }) => ({ type: 'step.passed' as const, participationId, stepId, evidenceDigest: digest })),
    ),
  )
  return held
    .filter(({ participation, known, fresh }) => passesAll(participation, known, fresh))
    .map(({ participation }) => participation.id)
}

const isNews = (before: StepVerdictRow | undefined, { verdict, digest }: StepResult) =>
  before?.evidenceDigest !== digest || before.verdict.status !== verdict.status || !isDeepStrictEqual(before.verdict.trace, verdict.trace)

function passesAll({ definition }: HeldParticipation, known: ReadonlyMap<string, StepVerdictRow>, fresh: readonly StepResult[]) {
  const statuses = new Map([...known].map(([stepId, { verdict }]) => [stepId, verdict.status]))
  for (const { stepId, verdict } of fresh) statuses.set(stepId, verdict.status)
  return definition.steps.every(({ id }) => statuses.get(id) === 'pass')
}
