import { CairnError } from '#server/shared/errors.ts'
import type { AccessStore } from './accessStore.ts'
import type { AuditStore } from './auditStore.ts'
import { requireSeen } from './names.ts'

/** What a space goes by, and who named it so. */
export type SpaceNames = { id: string; slug: string; names: readonly string[]; accountId: string }

/** What a use case of this room works with inside one transaction. */
export type SpaceWork = {
  access: AccessStore
  audit: AuditStore
  /** Holds a space back whose name looks like that of a space which proved its domain. */
  reviewName(space: SpaceNames): Promise<void>
}
export type SpaceDeps = { transact<T>(work: (work: SpaceWork) => Promise<T>): Promise<T>; now(): number }

const dayMs = 24 * 3_600_000
/** More than anybody needs in earnest, few enough that names are not taken by the thousand. */
const spacesPerDay = 5
/** Personal spaces are made by the site, with the account's id; `rules` is the studio's workbench. */
const reserved = /^m-|^rules$/
const wellFormed = /^[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])$/

/** Makes a space that the member owns. Throws `input.invalid`, `conflict` (the slug is taken), `rate.limited`. */
export function makeSpace(deps: SpaceDeps, { accountId, slug, name }: { accountId: string; slug: string; name: string }) {
  if (!wellFormed.test(slug) || reserved.test(slug))
    throw new CairnError('input.invalid', 'This address cannot be used.', {
      meta: { field: 'slug', found: slug, expected: 'a–z, 0–9 and inner dashes, 3 to 64, not beginning with m-, not rules' },
    })
  requireSeen(name, 'name')
  return deps.transact(async ({ access, audit, reviewName }) => {
    const now = deps.now()
    const made = await access.madeSince(accountId, new Date(now - dayMs))
    if (made >= spacesPerDay)
      throw new CairnError('rate.limited', 'You have made your spaces for today.', {
        meta: { field: 'slug', found: made, expected: `at most ${spacesPerDay} in 24 hours`, retryAfterSeconds: dayMs / 1000 },
      })
    const space = await access.make({ slug, name, ownerId: accountId, createdAt: new Date(now) })
    if (!space) throw new CairnError('conflict', 'This address is taken.', { meta: { field: 'slug', found: slug, expected: 'a free one' } })
    await audit.add({ spaceId: space.id, accountId, action: 'space.made', subject: slug, after: { name } })
    await reviewName({ id: space.id, slug, names: [name], accountId })
    return { slug, name }
  })
}
