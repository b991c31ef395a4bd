import { type EnteredSpace, enterSpace } from '#server/spaces/enterSpace.ts'
import type { QuestDeps } from './questWork.ts'

/** The space of that slug, made when absent. Throws `auth.forbidden` when it is another account's. */
export function ensureSpace(deps: QuestDeps, input: { accountId: string; slug: string; name: string }): Promise<EnteredSpace> {
  return deps.transact(async ({ access }) => {
    const { accountId, slug, name } = input
    if (!(await access.enter(slug, accountId))) await access.make({ slug, name, ownerId: accountId })
    return enterSpace(access, { slug, accountId, right: 'own' })
  })
}
