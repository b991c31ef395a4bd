import { and, count, desc, eq, isNotNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, featuredQuests, participations, questListings, quests, spaces, stepVerdicts } from '#drizzle/schema/index.ts'
import { listed } from '../listedStore.ts'
import { currentAt, founder } from '../recurrence/familyStore.ts'
import { inLowSpace } from '../spaces/lowSpaceStore.ts'
import { type FilterName, filterNames, isOwn, noChain, type QuestFilter, type QuestSort, questStates, trendMs } from './filter.ts'
import { conditionsOf, inState, ofViewer, paid, type Viewer, visible } from './filterStore.ts'
import type { Candidate } from './forYou.ts'
import { searchQuery } from './searchTerms.ts'

/** Orders that the database keeps; "for you" is made of candidates. */
export type StoredSort = Exclude<QuestSort, 'for-you'>

export type Choice = Viewer & { filter: QuestFilter }

/** `after`: the key of the last quest that was given; one of the same sort and the same `at`. */
export type PageInput = Choice & { sort: StoredSort; after: string[] | null; limit: number }

/** How many quests fit, in all and by each value of a field, as if that field were not narrowed. */
export type FacetRow = { name: FilterName | 'all'; value: string; count: number }

/** Lists of published quests. Keys are the columns that an order is made of, as text, and the quest's id. */
export type QuestListStore = {
  page(input: PageInput): Promise<{ id: string; key: string[] }[]>
  /** What ranking looks at, of the newest quests that fit. */
  candidates(input: Choice & { limit: number }): Promise<Candidate[]>
  facets(input: Choice): Promise<FacetRow[]>
}

type Key = { of: SQLWrapper; type: 'timestamptz' | 'numeric' }
type Order = { keys: Key[]; descending: boolean }

/** All keys of an order run in one direction, and the id after them: so one comparison of rows finds where a page begins. */
function orderOf(sort: StoredSort, { filter, at }: Choice): Order {
  const newest: Key = { of: quests.opensAt, type: 'timestamptz' }
  switch (sort) {
    case 'newest':
      return { keys: [newest], descending: true }
    case 'ending':
      return { keys: [{ of: quests.closesAt, type: 'timestamptz' }], descending: false }
    case 'reward':
      return {
        keys: [
          { of: quests.rewardPerMint, type: 'numeric' },
          { of: sql`${questListings.points}`, type: 'numeric' },
        ],
        descending: true,
      }
    case 'trending':
      return { keys: [{ of: recent(at), type: 'numeric' }, newest], descending: true }
    case 'match': {
      const query = searchQuery(filter.q ?? '')
      // Whole numbers: a key must come back from text as it was.
      const rank = query === null ? null : sql`(1000000 * ts_rank(${questListings.search}, ${query}::tsquery))::integer`
      return { keys: rank === null ? [newest] : [{ of: rank, type: 'numeric' }, newest], descending: true }
    }
  }
}

/** Verified completions of the last days before `at`. Completions are never taken back, so the number for an instant stays as it is. */
const recent = (at: Date) =>
  sql<number>`(select count(*)::integer from ${completions} where ${completions.questId} = ${quests.id}
    and ${completions.createdAt} > ${new Date(at.getTime() - trendMs)} and ${completions.createdAt} <= ${at})`.mapWith(Number)

/** Its place among the quests that the platform put in front for a span that this instant is in; null where it is none of them. Few are. */
const featuredAt = (at: Date) =>
  sql<number | null>`(select min(${featuredQuests.position}) from ${featuredQuests} where ${featuredQuests.questId} = ${founder}
    and ${featuredQuests.endedAt} is null and ${featuredQuests.startsAt} <= ${at} and ${featuredQuests.endsAt} > ${at})`

const whereOf = (input: Choice, without?: FilterName) => {
  const conditions = conditionsOf(input.filter, input)
  const own = and(visible, isNotNull(participations.id))
  const shown = without === 'state' ? or(listed, own) : isOwn(input.filter.state) ? own : listed
  return and(shown, currentAt(input.at), ...filterNames.filter((name) => name !== without).map((name) => conditions[name]))
}

export const createQuestListStore = (connection: Connection): QuestListStore => ({
  page(input) {
    const { keys, descending } = orderOf(input.sort, input)
    const columns = [...keys.map(({ of }) => of), quests.id]
    const types = [...keys.map(({ type }) => type), 'uuid']
    const from = input.after?.map((value, i) => sql`${value}::${sql.raw(types[i] ?? 'text')}`)
    const row = sql`(${sql.join(
      columns.map((column) => sql`${column}`),
      sql`, `,
    )})`
    const past = from && sql`${row} ${sql.raw(descending ? '<' : '>')} (${sql.join(from, sql`, `)})`
    return connection
      .select({
        id: quests.id,
        key: sql<string[]>`array[${sql.join(
          columns.map((column) => sql`${column}::text`),
          sql`, `,
        )}]`,
      })
      .from(quests)
      .innerJoin(questListings, eq(questListings.questId, quests.id))
      .innerJoin(spaces, eq(spaces.id, quests.spaceId))
      .leftJoin(participations, ofViewer(input.accountId))
      .where(and(whereOf(input), past))
      .orderBy(...columns.map((column) => sql`${column} ${sql.raw(descending ? 'desc' : 'asc')}`))
      .limit(input.limit)
  },
  candidates: (input) => readCandidates(connection, input),
  async facets(input) {
    const { rows } = await connection.execute<FacetRow>(sql.join(facetQueries(input), sql` union all `))
    return rows
  },
})

async function readCandidates(connection: Connection, input: Choice & { limit: number }): Promise<Candidate[]> {
  const rows = await connection
    .select({
      id: quests.id,
      space: spaces.slug,
      status: quests.status,
      opensAt: quests.opensAt,
      left: sql<number>`${quests.supply} - ${quests.completed}`.mapWith(Number),
      supply: quests.supply,
      paid: sql<boolean>`${paid}`,
      caution: inLowSpace,
      featured: featuredAt(input.at),
      category: questListings.category,
      difficulty: questListings.difficulty,
      minutes: questListings.minutes,
      points: questListings.points,
      steps: questListings.steps,
      chains: questListings.chains,
      recent: recent(input.at),
      begun: sql<boolean>`${participations.id} is not null`,
      done: sql<boolean>`${participations.completedAt} is not null`,
      passed: sql<number>`(select count(*)::integer from ${stepVerdicts} where ${stepVerdicts.participationId} = ${participations.id}
        and ${stepVerdicts.status} = 'pass')`.mapWith(Number),
    })
    .from(quests)
    .innerJoin(questListings, eq(questListings.questId, quests.id))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .leftJoin(participations, ofViewer(input.accountId))
    .where(whereOf(input))
    .orderBy(desc(quests.opensAt), desc(quests.id))
    .limit(input.limit)
  return rows.map(({ status, ...row }) => ({ ...row, ready: status === 'live' && row.opensAt <= input.at }))
}

/** One question for each field that is offered, all sent at once. */
function facetQueries(input: Choice): SQL[] {
  const states = questStates.map(
    (state) => sql`case when ${and(inState(state, input.at), isOwn(state) ? undefined : listed)} then ${state} end`,
  )
  const values: [FacetRow['name'], SQL][] = [
    ['all', sql`''`],
    ['category', sql`${questListings.category}`],
    ['difficulty', sql`${questListings.difficulty}`],
    ['minutes', sql`${questListings.minutes}`],
    ['chain', sql`unnest(case when ${questListings.chains} = '{}' then array[${noChain}::text] else ${questListings.chains} end)`],
    ['reward', sql`case when ${paid} then 'paid' else 'none' end`],
    ['state', sql`unnest(array_remove(array[${sql.join(states, sql`, `)}]::text[], null))`],
  ]
  return values.map(
    ([name, value]) => sql`select ${name}::text as name, (${value})::text as value, ${count()}::integer as count
      from ${quests} join ${questListings} on ${eq(questListings.questId, quests.id)} join ${spaces} on ${eq(spaces.id, quests.spaceId)}
      left join ${participations} on ${ofViewer(input.accountId)}
      where ${whereOf(input, name === 'all' ? undefined : name)} group by 2`,
  )
}
