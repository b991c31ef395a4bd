import { slug } from '#server/api/fields.ts'
import { filterQuery, publicSort, sortFor } from '#server/api/questFilter.ts'
import type { ListPosition } from '#server/quests/discover/listQuests.ts'
import { paging } from '../queryFields.ts'
import { publicRoute } from '../route.ts'
import { pageOf } from '../schemas/basics.ts'
import { quest, questCard } from '../schemas/quest.ts'

export const questRoutes = [
  publicRoute({
    ...{ id: 'listQuests', path: '/v1/quests', tag: 'Quests', summary: 'Published quests, narrowed and sorted' },
    query: { ...paging, sort: publicSort, ...filterQuery },
    answer: pageOf('QuestCardPage', questCard),
    async run({ members, cursors }, { query: { cursor, limit, sort: asked, ...filter } }) {
      const sort = sortFor(asked, filter)
      // Sealed by us for this order, so it is a position of it.
      const after = cursor ? (cursors.open(`quests.${sort}`, cursor) as ListPosition) : null
      const { items, next } = await members.discover.list({ accountId: null, filter, sort, after, limit })
      return { items, nextCursor: next ? cursors.seal(`quests.${sort}`, next) : null }
    },
  }),
  publicRoute({
    ...{ id: 'getQuest', path: '/v1/quests/{quest}', tag: 'Quests', summary: 'A quest with its steps in words' },
    params: { quest: slug },
    answer: quest,
    run: ({ members }, { params }) => members.quests.bySlug({ slug: params.quest, accountId: null }),
  }),
]
