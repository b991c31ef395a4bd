import { CairnError } from '#server/shared/errors.ts'
import type { SpaceRow } from './questStore.ts'
import type { QuestWork } from './questWork.ts'

/** The space that the member names, or the member's own, made when needed. Throws `not-found`, `auth.forbidden` for another's. */
export async function spaceOf(work: QuestWork, input: { accountId: string; space?: string | undefined }): Promise<SpaceRow> {
  const slug = input.space ?? `m-${input.accountId}`
  const known = await work.quests.findSpace(slug)
  const space =
    known ?? (input.space === undefined ? await work.quests.createSpace({ slug, name: 'Personal', ownerId: input.accountId }) : null)
  if (!space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: slug } })
  if (space.ownerId !== input.accountId)
    throw new CairnError('auth.forbidden', 'This space is not yours.', { meta: { field: 'space', found: slug } })
  return space
}
