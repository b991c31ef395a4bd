import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { maxListBytes } from '#server/quests/lists/uploadList.ts'
import { fileRoute, spaceRoute } from '../route.ts'
import { named, uuid as uuidText } from '../schemas/basics.ts'
import { list } from '../schemas/webhook.ts'

const tag = 'Lists' as const

export const listRoutes = [
  spaceRoute({
    ...{ id: 'listLists', path: '/lists', tag, summary: 'Your lists, newest first', scope: 'lists:read' },
    answer: named('Lists', 'All lists of a space.', z.object({ items: z.array(list) })),
    run: async ({ members, caller }) => ({ items: await members.spaces.lists({ accountId: caller.accountId, space: caller.space.slug }) }),
  }),
  spaceRoute({
    ...{
      id: 'removeList',
      path: '/lists/{list}',
      tag,
      summary: 'Take a list out of what is offered',
      scope: 'lists:write',
      method: 'DELETE',
    },
    description: 'Rules that name it go on.',
    params: { list: uuid },
    answer: named('ListName', 'A list by its id.', z.object({ id: uuidText })),
    async run({ members, caller }, { params }) {
      await members.studio.lists.remove({ spaceId: caller.space.id, accountId: caller.accountId, id: params.list })
      return { id: params.list }
    },
  }),
  fileRoute({
    ...{ id: 'uploadList', path: '/lists', tag, summary: 'Upload a list as CSV', scope: 'lists:write', method: 'POST', status: 201 },
    description: 'The same content again is the same list. A broken row is named by its line and column.',
    limit: { points: 10, seconds: 60 },
    query: {
      name: z
        .string()
        .min(1)
        .max(80)
        .meta({ examples: ['Early testers'] }),
      by: z.enum(['evm', 'solana', 'handle']),
    },
    file: { kind: 'csv', maxBytes: maxListBytes, example: 'address,points\n0x52908400098527886E0F7030069857D2E4169EE7,12\n' },
    answer: list,
    run: ({ members, caller }, { query, file }) =>
      members.spaces.uploadList({ accountId: caller.accountId, space: caller.space.slug, ...query, csv: file }),
  }),
]
