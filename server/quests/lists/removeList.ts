import type { QuestDeps } from '../questWork.ts'
import { requireList } from './uploadList.ts'

type OfList = { spaceId: string; accountId: string; id: string }

/** Takes a list out of what is offered. Rules that name it go on: what they read is kept. Throws `not-found`. */
export const removeList = (deps: QuestDeps, { spaceId, accountId, id }: OfList): Promise<{ id: string }> =>
  deps.transact(async ({ lists, audit }) => {
    const { name, digest, rows } = await requireList(lists, spaceId, id)
    await lists.change(id, { removedAt: new Date(deps.now()) })
    await audit.add({ spaceId, accountId, action: 'list.removed', subject: name, after: { digest, rows } })
    return { id }
  })
