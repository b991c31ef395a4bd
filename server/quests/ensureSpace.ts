import { CairnError } from '#server/shared/errors.ts'
import type { SpaceRow } from './questStore.ts'
import type { QuestDeps } from './questWork.ts'

/** The space of that slug, made when absent. Throws `auth.forbidden` when it is another account's. */
export function ensureSpace(deps: QuestDeps, input: { accountId: string; slug: string; name: string }): Promise<SpaceRow> {
  return deps.transact(async ({ quests }) => {
    const space =
      (await quests.findSpace(input.slug)) ??
      (await quests.createSpace({ slug: input.slug, name: input.name, ownerId: input.accountId })) ??
      (await quests.findSpace(input.slug))
    if (space?.ownerId !== input.accountId)
      throw new CairnError('auth.forbidden', 'This space is not yours.', { meta: { field: 'space', found: input.slug } })
    return space
  })
}
