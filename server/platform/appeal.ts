import { CairnError } from '#server/shared/errors.ts'
import type { PlatformDeps } from './platformWork.ts'

/**
 * The space's owner says why a delisting should end: once for each, and it waits in the queue. Throws `not-found` (no such stop that counts), `conflict` (a hold
 * is looked at anyway; or appealed before).
 */
export function appealStop(
  deps: PlatformDeps,
  { spaceId, accountId, id, words }: { spaceId: string; accountId: string; id: string; words: string },
) {
  return deps.transact(async ({ subjects, stops, cases, audit }) => {
    await subjects.hold(spaceId)
    const stop = await stops.lock(id)
    if (stop?.spaceId !== spaceId || stop.liftedAt !== null)
      throw new CairnError('not-found', 'There is no such delisting now.', { meta: { field: 'id', found: id } })
    if (stop.kind === 'held' || stop.appeal !== null)
      throw new CairnError('conflict', stop.kind === 'held' ? 'This is being looked at already.' : 'This was appealed already.', {
        meta: { field: 'id', found: stop.kind, expected: 'a delisting without an appeal' },
      })
    const at = new Date(deps.now())
    await stops.appeal(id, { appeal: words, appealedBy: accountId, appealedAt: at })
    await cases.open('appeal', { spaceId, questId: stop.questId }, { at, stopId: id })
    await audit.add({ spaceId, accountId, action: 'stop.appealed', subject: id, after: { words } })
    return {}
  })
}
