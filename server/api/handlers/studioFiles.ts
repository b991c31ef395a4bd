import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { participantFilter } from '#server/api/participantFilter.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { ApiDeps } from './trpcHandler.ts'

const place = { space: slug, quest: slug }
const participantFields = z.strictObject({ ...place, ...participantFilter })
const rewardFields = z.strictObject(place)
const listFields = z.strictObject({ space: slug, list: uuid })

/** Files of a space: of a quest for those who may see its people `participants`, narrowed as the list, and `rewards`; for authors a `list`. Null for any other name. */
export async function openStudioFile(
  { members }: Pick<ApiDeps, 'members'>,
  request: Request,
  { name, query, day }: { name: string | undefined; query: Record<string, string>; day: string },
): Promise<{ filename: string; lines: AsyncGenerator<string> } | null> {
  if (name !== 'participants' && name !== 'rewards' && name !== 'list') return null
  const session = await members.getSession(request.headers.get('cookie'))
  if (!session) throw new CairnError('auth.required', 'Sign in first.')
  const { accountId } = session
  if (name === 'list') {
    const { space, list } = listFields.parse(query)
    const { id: spaceId } = await members.studio.enter({ slug: space, accountId, right: 'author' })
    const { lines } = await members.studio.lists.download({ spaceId, id: list })
    return { filename: `cairn-list-${space}-${day}.csv`, lines }
  }
  const enter = (space: string) => members.studio.enter({ slug: space, accountId, right: 'people' })
  const { insights } = members.studio
  if (name === 'participants') {
    const { space, quest, ...filter } = participantFields.parse(query)
    const lines = await insights.participantsCsv({ spaceId: (await enter(space)).id, quest, filter, accountId })
    return { filename: `cairn-${quest}-participants-${day}.csv`, lines }
  }
  const { space, quest } = rewardFields.parse(query)
  const lines = await insights.rewardsCsv({ spaceId: (await enter(space)).id, quest, accountId })
  return { filename: `cairn-${quest}-rewards-${day}.csv`, lines }
}
