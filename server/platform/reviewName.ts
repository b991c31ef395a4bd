import type { DomainStore } from '#server/spaces/domainStore.ts'
import { likenessTo, type Names } from '#server/spaces/likeness.ts'
import type { SpaceNames } from '#server/spaces/makeSpace.ts'
import type { PlatformWork } from './platformWork.ts'

type Deps = Pick<PlatformWork, 'subjects' | 'stops' | 'cases' | 'log' | 'audit' | 'told'> & {
  domains: Pick<DomainStore, 'provenNames' | 'unprovenNames'>
  now(): number
}

/**
 * Holds a space whose name looks like that of one which proved its domain: it is in no list until somebody of the platform has looked. Whoever runs both is
 * taken at their word. Runs in the transaction that gave the name.
 */
export async function reviewName({ subjects, stops, cases, log, audit, told, domains, now }: Deps, space: SpaceNames): Promise<void> {
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
  await told.stopped(stop)
  await audit.add({ spaceId, accountId: null, action: 'space.held', subject: slug, after: { names } })
}

/**
 * Asks for a look at spaces that were there before and whose names look like that of a space which has proven its domain now. They stay listed meanwhile: they
 * may have had the name first.
 */
export async function reviewAlikes(
  { cases, domains, now }: Pick<Deps, 'cases' | 'domains' | 'now'>,
  { id: spaceId, slug, names, accountId, host }: SpaceNames & { host: string },
): Promise<void> {
  const proven: Names = { slug, names }
  for (const other of await domains.unprovenNames({ spaceId, accountId }))
    if (likenessTo(other, [proven]))
      await cases.open('likeness', { spaceId: other.id, questId: null }, { at: new Date(now()), facts: { like: slug, host } })
}
