import { CairnError } from '#server/shared/errors.ts'
import type { AccessStore } from './accessStore.ts'
import { mayIn, type SpaceRight, type SpaceRole } from './role.ts'

export type EnteredSpace = { id: string; slug: string; name: string; role: SpaceRole }

/** The space with the member's role in it, when that role has the right. Throws `not-found`, `auth.forbidden`. */
export async function enterSpace(
  access: Pick<AccessStore, 'enter'>,
  { slug, accountId, right }: { slug: string; accountId: string; right: SpaceRight },
): Promise<EnteredSpace> {
  const space = await access.enter(slug, accountId)
  if (!space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: slug } })
  const { role } = space
  if (role === null || !mayIn(role, right)) throw forbidden({ field: 'space', right, role })
  return { ...space, role }
}

/** Throws `auth.forbidden` when the account has no role in the space that has the right. `field` names what was asked for. */
export async function requireRight(
  access: Pick<AccessStore, 'roleIn'>,
  { spaceId, accountId, right, field }: { spaceId: string; accountId: string; right: SpaceRight; field: string },
): Promise<void> {
  const role = await access.roleIn(spaceId, accountId)
  if (!mayIn(role, right)) throw forbidden({ field, right, role })
}

const forbidden = ({ field, right, role }: { field: string; right: SpaceRight; role: SpaceRole | null }) =>
  new CairnError('auth.forbidden', 'Your role in this space does not include that.', {
    meta: { field, found: role ?? 'no role', expected: `a role that may ${right}` },
  })
