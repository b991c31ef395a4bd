import { boardQuestion, slug, uuid, walletText } from '#server/api/fields.ts'
import type { BoardPosition } from '#server/reputation/xp/boardStore.ts'
import { paging } from '../queryFields.ts'
import { publicRoute } from '../route.ts'
import { pageOf } from '../schemas/basics.ts'
import { credential, leaderboard, person } from '../schemas/credential.ts'
import { space } from '../schemas/space.ts'

export const peopleRoutes = [
  publicRoute({
    ...{ id: 'getSpace', path: '/v1/spaces/{space}', tag: 'Spaces', summary: 'A space, and what is known of it' },
    params: { space: slug },
    answer: space,
    run: ({ members }, { params }) => members.discover.space({ slug: params.space, accountId: null }),
  }),
  publicRoute({
    ...{ id: 'getPerson', path: '/v1/people/{person}', tag: 'People', summary: 'A member by handle, account id or wallet id' },
    params: { person: walletText },
    answer: person,
    run: ({ members }, { params }) => members.accounts.person({ handle: params.person, viewerId: null }),
  }),
  publicRoute({
    ...{ id: 'listCredentialsOf', path: '/v1/people/{person}/credentials', tag: 'People', summary: 'A member’s CUBEs, newest first' },
    description: 'Those that the member hides are left out.',
    params: { person: uuid.meta({ description: 'The account’s id.' }) },
    query: paging,
    answer: pageOf('CredentialPage', credential),
    async run({ members, cursors }, { params, query: { cursor, limit } }) {
      const list = `timeline ${params.person}`
      // Sealed by us for this list, so it is a leaf's number.
      const before = cursor ? (cursors.open(list, cursor) as number) : null
      const page = await members.credentials.timeline({ accountId: params.person, viewerId: null, before, limit })
      return { items: page.items, nextCursor: page.before === null ? null : cursors.seal(list, page.before) }
    },
  }),
  publicRoute({
    ...{ id: 'getLeaderboard', path: '/v1/leaderboard', tag: 'People', summary: 'Members by XP, of all, a category or a space' },
    query: { ...paging, ...boardQuestion },
    answer: leaderboard,
    async run({ members, cursors }, { query: { cursor, limit, ...question } }) {
      const board = await members.reputation.findBoard(question)
      const list = `leaderboard ${board.key.period} ${board.key.facet}`
      // Sealed by us for this list, so it is a position.
      const after = cursor ? (cursors.open(list, cursor) as BoardPosition) : null
      const { after: next, ...page } = await members.reputation.leaderboard(board, { after, limit, accountId: null })
      return { ...page, nextCursor: next ? cursors.seal(list, next) : null }
    },
  }),
]
