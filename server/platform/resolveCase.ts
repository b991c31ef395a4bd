import { CairnError } from '#server/shared/errors.ts'
import type { Text } from '#server/verify/verdict.ts'
import { type CaseOutcome, effectOf } from './case.ts'
import type { CaseRow } from './caseStore.ts'
import { stopIt, writeBoth } from './delist.ts'
import type { Actor, PlatformDeps, PlatformWork } from './platformWork.ts'
import type { StopRow } from './stopStore.ts'

/** Says who looks at a case. An admin may take one over. Throws `not-found`, `conflict` (resolved, or another's). */
export function takeCase(deps: PlatformDeps, { actor, id }: { actor: Actor; id: string }) {
  return deps.transact(async ({ cases, log }) => {
    const found = unresolved(await cases.lock(id), id)
    if (found.status === 'taken' && found.takenBy === actor.accountId) return {}
    if (found.status === 'taken' && actor.role !== 'admin')
      throw new CairnError('conflict', 'Somebody else looks at this.', { meta: { field: 'id', found: 'taken', expected: 'an open case' } })
    await cases.update(id, { status: 'taken', takenBy: actor.accountId, takenAt: new Date(deps.now()) })
    await log.add({
      accountId: actor.accountId,
      action: 'case.taken',
      subject: id,
      before: { status: found.status },
      after: { status: 'taken', kind: found.kind },
    })
    return {}
  })
}

/**
 * Closes a case with what follows from it (`effectOf`). `note`: of an appeal the answer that the owner reads, else for the log. `reason`: the public one, where
 * a hold becomes a delisting. Throws `not-found`, `conflict` (not taken by this one), `input.invalid` (no reason where one is needed), `auth.forbidden` (a
 * moderator on an appeal against their own delisting).
 */
export function resolveCase(
  deps: PlatformDeps,
  input: { actor: Actor; id: string; outcome: CaseOutcome; note: string; reason: Text | null },
) {
  const { actor, id, outcome, note, reason } = input
  return deps.transact(async (work) => {
    const found = unresolved(await work.cases.lock(id), id)
    await work.subjects.hold(found.spaceId)
    if (found.takenBy !== actor.accountId)
      throw new CairnError('conflict', 'Take the case first.', {
        meta: { field: 'id', found: found.status, expected: 'a case that you took' },
      })
    const at = new Date(deps.now())
    const effect = effectOf(found.kind, outcome)
    if (effect === 'delist' && reason === null)
      throw new CairnError('input.invalid', 'Say the public reason.', {
        meta: { field: 'reason', expected: 'the reason in every language' },
      })
    const stop = await stopOf(work, found)
    if (stop && found.kind === 'appeal') {
      if (actor.role !== 'admin' && stop.accountId === actor.accountId)
        throw new CairnError('auth.forbidden', 'Somebody else answers the appeal against your decision.', {
          meta: { field: 'id', expected: 'an admin, or another moderator' },
        })
      await work.stops.answer(stop.id, { answer: note, answeredAt: at })
      await work.told.answered(stop, effect === 'answer-and-lift' ? 'lifted' : 'stays')
    }
    if (effect === 'delist' && reason !== null) await toDelisted(work, { actor, found, stop, reason, at })
    if (stop && (effect === 'lift' || effect === 'answer-and-lift')) await lift(work, { actor, found, stop, at })
    await work.cases.update(id, { status: 'resolved', resolvedBy: actor.accountId, resolvedAt: at, outcome, note })
    await work.log.add({ accountId: actor.accountId, action: 'case.resolved', subject: id, after: { kind: found.kind, outcome, note } })
    return {}
  })
}

/** What the case is about. Of a likeness, what holds the space now: it may have been named anew, and held again, while the case waited. */
async function stopOf({ stops }: PlatformWork, { kind, stopId, spaceId, questId }: CaseRow): Promise<StopRow | null> {
  const current = kind === 'likeness' ? await stops.current({ spaceId, questId }) : null
  return current ?? (stopId === null ? null : stops.lock(stopId))
}

type Decided = { actor: Actor; found: CaseRow; stop: StopRow; at: Date }

async function toDelisted(
  work: PlatformWork,
  { actor, found, stop, reason, at }: Omit<Decided, 'stop'> & { stop: StopRow | null; reason: Text },
) {
  // Lifted meanwhile, by hand: that was a decision, too.
  if (stop && stop.liftedAt !== null) return
  const { spaceId, questId } = found
  const current = await work.stops.current({ spaceId, questId })
  if (current?.kind === 'delisted') return
  const by = { reason, accountId: actor.accountId, at }
  await stopIt(work, { current, spaceId, questId, by })
  await writeBoth(work, { actor, subject: await subjectOf(work, found), what: 'delisted', after: { reason } })
}

async function lift(work: PlatformWork, { actor, found, stop, at }: Decided) {
  // A delisting that somebody made by hand of what was only held is a decision of its own.
  if (stop.liftedAt !== null || (found.kind === 'likeness' && stop.kind === 'delisted')) return
  await work.stops.lift(stop.id, { liftedBy: actor.accountId, liftedAt: at })
  await writeBoth(work, {
    actor,
    subject: await subjectOf(work, found),
    what: 'relisted',
    before: { kind: stop.kind, reason: stop.reason },
    after: {},
  })
}

async function subjectOf({ cases }: PlatformWork, { id, spaceId, questId }: CaseRow) {
  const shown = await cases.find(id)
  return { kind: questId === null ? ('space' as const) : ('quest' as const), slug: shown?.quest ?? shown?.space.slug ?? spaceId, spaceId }
}

function unresolved(found: CaseRow | null, id: string): CaseRow {
  if (!found) throw new CairnError('not-found', 'There is no such case.', { meta: { field: 'id', found: id } })
  if (found.status === 'resolved')
    throw new CairnError('conflict', 'This case is resolved.', { meta: { field: 'id', found: 'resolved', expected: 'a case that waits' } })
  return found
}
