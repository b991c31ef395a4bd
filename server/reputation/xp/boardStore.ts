import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { boards, boardTotals, credentials, spaces } from '#drizzle/schema/index.ts'
import { shownTo } from '#server/credentials/shownStore.ts'
import { listedSpace } from '#server/quests/listedStore.ts'
import type { Flag } from '../sybil/clusters.ts'
import { readPeriod } from './periods.ts'
import { type Rank, rankTies } from './ranks.ts'
import { facets, terms } from './xpStore.ts'

export type BoardKey = { period: string; facet: string }

/** A row of a board in its order: most XP first; who shares a rank stands in no particular order that stays the same. */
export type BoardPosition = { xp: number; accountId: string }

export type BoardRow = BoardPosition &
  Rank & {
    credentials: number
    handle: string | null
    /** The primary wallet. */
    wallet: string
    /** XP of all time and everything. */
    totalXp: number
    flag: Flag | null
  }

export type BoardSpace = { id: string; slug: string; name: string }

export type AccountTotal = { facet: string; xp: number; credentials: number }

export type BoardStore = {
  /** Members who show that they belong there (`standsOn`). */
  page(key: BoardKey, input: { after: BoardPosition | null; limit: number }): Promise<BoardRow[]>
  /** Null where the account has no XP on this board. */
  place(key: BoardKey, accountId: string): Promise<BoardRow | null>
  members(key: BoardKey): Promise<number>
  /** What an account has on all boards of a period. */
  totals(period: string, accountId: string): Promise<AccountTotal[]>
  /** What of that, for all time, the account's holder hides. */
  hiddenTotals(accountId: string): Promise<AccountTotal[]>
  /** Neither of these answers a space that is held or delisted. */
  space(slug: string): Promise<BoardSpace | null>
  spaces(ids: readonly string[]): Promise<BoardSpace[]>
}

export function createBoardStore(connection: Connection): BoardStore {
  return {
    page: (key, { after, limit }) => {
      const rest = after ? sql`and t.xp <= ${after.xp} and (t.xp < ${after.xp} or t.account_id > ${after.accountId}::uuid)` : sql``
      return readRows(connection, key, sql`${rest} ${standsOn(key)} order by t.xp desc, t.account_id limit ${limit}`)
    },
    place: async (key, accountId) => (await readRows(connection, key, sql`and t.account_id = ${accountId}::uuid`))[0] ?? null,
    async members(key) {
      const { rows } = await connection.execute<{ members: string }>(
        sql`select count(*) as members from board_totals where board = ${boardOf(key)}`,
      )
      return Number(rows[0]?.members ?? 0)
    },
    totals: (period, accountId) =>
      connection
        .select({ facet: boards.facet, xp: boardTotals.xp, credentials: boardTotals.credentials })
        .from(boardTotals)
        .innerJoin(boards, eq(boards.id, boardTotals.board))
        .where(and(eq(boardTotals.accountId, accountId), eq(boards.period, period))),
    async hiddenTotals(accountId) {
      const { rows } = await connection.execute<{ facet: string; xp: string; credentials: number }>(sql`
        with minted as materialized (select quest_id, xp from credentials where account_id = ${accountId}::uuid and hidden and xp > 0), ${terms}
        select f.facet, sum(m.xp) as xp, count(*)::integer as credentials from minted m join terms t on t.quest = m.quest_id
        cross join lateral ${facets} as f(facet) group by 1`)
      return rows.map((row) => ({ ...row, xp: Number(row.xp) }))
    },
    space: async (slug) => (await readSpaces(connection, eq(spaces.slug, slug)))[0] ?? null,
    spaces: async (ids) => (ids.length === 0 ? [] : readSpaces(connection, inArray(spaces.id, [...ids]))),
  }
}

/**
 * On a board of a category or space stands who shows something that counts there: the place alone would tell of what is hidden. Asked only of members who
 * hide something.
 */
function standsOn({ period, facet }: BoardKey): SQL {
  if (facet === 'all') return sql``
  const { from, to } = readPeriod(period)
  const held = eq(credentials.accountId, sql`t.account_id`)
  const shown = and(
    ...[held, shownTo(null), gt(credentials.xp, 0)],
    from === null ? undefined : sql`${credentials.issuedAt} >= to_timestamp(${from})`,
    to === null ? undefined : sql`${credentials.issuedAt} < to_timestamp(${to})`,
  )
  return sql`and (not exists (select from ${credentials} where ${held} and not (${shownTo(null)})) or exists (
    with minted as materialized (select quest_id from ${credentials} where ${shown}), ${terms}
    select from terms t cross join lateral ${facets} as f(facet) where f.facet = ${facet}))`
}

const readSpaces = (connection: Connection, where: SQL): Promise<BoardSpace[]> =>
  connection.select({ id: spaces.id, slug: spaces.slug, name: spaces.name }).from(spaces).where(and(where, listedSpace))

const boardOf = ({ period, facet }: BoardKey) => sql`(select id from boards where period = ${period} and facet = ${facet})`

type Row = {
  account_id: string
  xp: string
  credentials: number
  handle: string | null
  wallet: string | null
  total: string | null
  flag: Flag | null
  ahead: string
  members: string
}

/** One statement, so that ranks and rows are of one moment. Every part of it reads one range of an index, however large the board. */
async function readRows(connection: Connection, key: BoardKey, rest: SQL): Promise<BoardRow[]> {
  const { rows } = await connection.execute<Row>(sql`
    with page as materialized (select t.account_id, t.xp, t.credentials from board_totals t where t.board = ${boardOf(key)} ${rest}),
    ties as materialized (
      select p.xp, c.members from (select distinct xp from page) p
      cross join lateral (select count(*) as members from board_totals t where t.board = ${boardOf(key)} and t.xp = p.xp) c
    ),
    ahead as (select count(*) as ahead from board_totals t where t.board = ${boardOf(key)} and t.xp > (select max(xp) from page))
    select p.account_id, p.xp, p.credentials, a.handle, w.address as wallet, o.xp as total, s.flag, h.ahead, i.members
    from page p join ties i on i.xp = p.xp cross join ahead h join accounts a on a.id = p.account_id
    left join wallets w on w.account_id = p.account_id and w."primary"
    left join board_totals o on o.account_id = p.account_id and o.board = ${boardOf({ period: 'all', facet: 'all' })}
    left join sybil_members m on m.account_id = p.account_id left join sybil_clusters s on s.id = m.cluster
    order by p.xp desc, p.account_id`)
  const ties = new Map(rows.map(({ xp, members }) => [Number(xp), Number(members)]))
  const ranks = rankTies(
    Number(rows[0]?.ahead ?? 0),
    [...ties].map(([xp, members]) => ({ xp, members })),
  )
  return rows.flatMap((row) => {
    const xp = Number(row.xp)
    const rank = ranks.get(xp)
    if (!rank) return []
    const { account_id: accountId, credentials, handle, flag } = row
    return { accountId, xp, credentials, handle, flag, wallet: row.wallet ?? '', totalXp: Number(row.total ?? 0), ...rank }
  })
}
