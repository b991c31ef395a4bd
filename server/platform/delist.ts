import { CairnError } from '#server/shared/errors.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Actor, PlatformDeps, PlatformWork } from './platformWork.ts'
import { requireSubject } from './requireSubject.ts'
import type { StopRow } from './stopStore.ts'
import type { Named, Subject } from './subjectStore.ts'

/**
 * Takes a space, with all its quests, or a quest out of every list, for a reason that its page shows. Nobody new starts; who is under way goes on, and nothing
 * that was earned changes. One that was only held becomes delisted. Throws `not-found`, `conflict` (delisted already).
 */
export function delist(deps: PlatformDeps, { actor, subject: named, reason }: { actor: Actor; subject: Named; reason: Text }) {
  return deps.transact(async (work) => {
    const subject = await requireSubject(work.subjects, named)
    const at = new Date(deps.now())
    const current = await work.stops.current(subject)
    if (current?.kind === 'delisted')
      throw new CairnError('conflict', 'This is delisted already.', {
        meta: { field: 'slug', found: named.slug, expected: 'something that is listed' },
      })
    const by = { reason, accountId: actor.accountId, at }
    await stopIt(work, { current, spaceId: subject.spaceId, questId: subject.questId, by })
    await writeBoth(work, { actor, subject, what: 'delisted', after: { reason } })
    return { at: at.toISOString() }
  })
}

type Stopped = { current: StopRow | null; spaceId: string; questId: string | null; by: { reason: Text; accountId: string; at: Date } }

/** A new delisting, or what was held becomes one; those who run the space are told. */
export async function stopIt({ stops, told }: PlatformWork, { current, spaceId, questId, by }: Stopped) {
  if (current) await stops.toDelisted(current.id, by)
  const stop = current ?? (await stops.add({ spaceId, questId, kind: 'delisted', ...by }))
  if (stop) await told.stopped({ id: stop.id, spaceId, questId, kind: 'delisted' })
}

/** Puts it back into the lists. `note` is for the log. Throws `not-found` (also when nothing stops it). */
export function relist(deps: PlatformDeps, { actor, subject: named, note }: { actor: Actor; subject: Named; note: string }) {
  return deps.transact(async (work) => {
    const subject = await requireSubject(work.subjects, named)
    const current = await work.stops.current(subject)
    if (!current)
      throw new CairnError('not-found', 'This is listed.', {
        meta: { field: 'slug', found: named.slug, expected: 'something that is delisted or held' },
      })
    const at = new Date(deps.now())
    await work.stops.lift(current.id, { liftedBy: actor.accountId, liftedAt: at })
    await writeBoth(work, { actor, subject, what: 'relisted', before: { kind: current.kind, reason: current.reason }, after: { note } })
    return {}
  })
}

type Written = {
  actor: Actor
  subject: Pick<Subject, 'kind' | 'slug' | 'spaceId'>
  what: 'delisted' | 'relisted'
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

/** Into the platform's log with who did it, and into the space's, where the platform is nobody in person. */
export async function writeBoth({ log, audit }: PlatformWork, { actor, subject, what, before, after }: Written) {
  const entry = { action: `${subject.kind}.${what}` as const, subject: subject.slug, ...(before ? { before } : {}) }
  await log.add({ ...entry, accountId: actor.accountId, after })
  const { note: _, ...shown } = after
  await audit.add({ ...entry, spaceId: subject.spaceId, accountId: null, after: shown })
}
