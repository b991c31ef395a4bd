import { type EnteredSpace, enterSpace } from '#server/spaces/enterSpace.ts'
import type { SpaceRight } from '#server/spaces/role.ts'
import type { QuestWork } from './questWork.ts'

type Named = { accountId: string; space?: string | undefined }

/** The space that the member names and has a right in, or the member's own, made when needed. Throws `not-found`, `auth.forbidden`. */
export async function spaceOf(
  { access }: Pick<QuestWork, 'access'>,
  { accountId, space }: Named,
  right: SpaceRight,
): Promise<EnteredSpace> {
  const slug = space ?? `m-${accountId}`
  if (space === undefined && !(await access.enter(slug, accountId))) await access.make({ slug, name: 'Personal', ownerId: accountId })
  return enterSpace(access, { slug, accountId, right })
}
