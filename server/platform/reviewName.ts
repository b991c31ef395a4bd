import type { DomainStore } from '#server/spaces/domainStore.ts'
import { likenessTo } from '#server/spaces/likeness.ts'
import type { SpaceNames } from '#server/spaces/makeSpace.ts'
import type { PlatformWork } from './platformWork.ts'

type Deps = Pick<PlatformWork, 'subjects' | 'stops' | 'cases' | 'log' | 'audit'> & {
  domains: Pick<DomainStore, 'provenNames'>
  now(): number
}

/**
 * Holds a space whose name looks like that of one which proved its domain: it is in no list until somebody of the platform has looked. Whoever runs both is
 * taken at their word. Runs in the transaction that gave the name.
 */
export async function reviewName({ subjects, stops, cases, log, audit, domains, now }: Deps, space: SpaceNames): Promise<void> {
  const { id: spaceId, slug, names, accountId } = space
  const like = likenessTo({ slug, names }, await domains.provenNames({ spaceId, accountId }))
  if (!like) return
  await subjects.hold(spaceId)
  const at = new Date(now())
  // One that is stopped already stays as it is.
  const stop = await stops.add({ spaceId, questId: null, kind: 'held', reason: null, accountId: null, at })
  if (!stop) return
  await cases.open('likeness', { spaceId, questId: null }, { at, stopId: stop.id, facts: { like: like.slug, host: like.host } })
  await log.add({ accountId: null, action: 'space.held', subject: slug, after: { names, like: like.slug } })
  await audit.add({ spaceId, accountId: null, action: 'space.held', subject: slug, after: { names } })
}
