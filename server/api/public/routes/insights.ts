import * as z from 'zod'
import { day, slug } from '#server/api/fields.ts'
import { participantFilter } from '#server/api/participantFilter.ts'
import { funnelSplits } from '#server/insights/funnel/funnel.ts'
import type { ParticipantPlace } from '#server/insights/people/participant.ts'
import { paging } from '../queryFields.ts'
import { spaceRoute } from '../route.ts'
import { pageOf } from '../schemas/basics.ts'
import { funnel, participant, reasons } from '../schemas/insight.ts'

const params = { quest: slug }
const tag = 'Insights' as const

export const insightRoutes = [
  spaceRoute({
    ...{
      id: 'getFunnel',
      path: '/quests/{quest}/funnel',
      tag,
      summary: 'How far visitors of a quest came',
      scope: 'insights:read',
      params,
    },
    description: 'Days are UTC, the last thirty when nothing is said.',
    limit: { points: 120, seconds: 60 },
    query: { from: day.optional(), to: day.optional(), by: z.enum(funnelSplits).optional() },
    answer: funnel,
    run: ({ members, caller }, { params, query }) =>
      members.studio.insights.funnel({ spaceId: caller.space.id, quest: params.quest, ...query }),
  }),
  spaceRoute({
    ...{ id: 'getReasons', path: '/quests/{quest}/reasons', tag, summary: 'Why members are not through', scope: 'insights:read', params },
    answer: reasons,
    run: ({ members, caller }, { params }) => members.studio.insights.reasons({ spaceId: caller.space.id, quest: params.quest }),
  }),
  spaceRoute({
    ...{
      id: 'listParticipants',
      path: '/quests/{quest}/participants',
      tag,
      summary: 'Who is on a quest',
      scope: 'participants:read',
      params,
    },
    query: { ...paging, ...participantFilter },
    answer: pageOf('ParticipantPage', participant),
    async run({ members, cursors, caller }, { params: { quest }, query: { cursor, limit, ...filter } }) {
      const list = JSON.stringify(['participants', caller.space.id, quest, filter])
      // Sealed by us for this list, so it is a place in it.
      const after = cursor ? (cursors.open(list, cursor) as ParticipantPlace) : null
      const { items, next } = await members.studio.insights.participants({ spaceId: caller.space.id, quest, filter, after, limit })
      return { items, nextCursor: next ? cursors.seal(list, next) : null }
    },
  }),
]
