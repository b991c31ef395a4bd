import { and, asc, desc, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, listingStops, platformCases, platformReports, quests, questVersions, spaces } from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CaseKind, ReportReason } from './case.ts'
import type { Subject } from './subjectStore.ts'

export type CaseRow = typeof platformCases.$inferSelect
type Where = Pick<Subject, 'spaceId' | 'questId'>

/** A case in the queue. `taker`: what that one goes by. `reports`: how many, by reason. */
export type QueuedCase = Pick<
  CaseRow,
  'id' | 'kind' | 'status' | 'outcome' | 'facts' | 'note' | 'openedAt' | 'takenAt' | 'resolvedAt' | 'takenBy'
> & {
  space: { slug: string; name: string }
  spaceId: string
  quest: string | null
  /** The quest's. */
  title: Text | null
  taker: string | null
  appeal: string | null
  reports: Partial<Record<ReportReason, number>>
}
export type ReportRow = { reason: ReportReason; words: string; by: string | null; createdAt: Date }
/** `key`: instant and id, as text. */
export type QueuePosition = { at: string; id: string }
export type QueueChoice = { resolved: boolean; kind?: CaseKind | undefined; after: QueuePosition | null; limit: number }

export type CaseStore = {
  /** The subject's unresolved case of that kind, opened where there is none. The space must be held. */
  open(kind: CaseKind, subject: Where, more: { at: Date; stopId?: string; facts?: Record<string, string> }): Promise<CaseRow>
  /** Once for each space, ever. */
  openFirst(subject: Where, at: Date): Promise<void>
  /** Holding the row until the transaction ends; reports may still come to it. */
  lock(id: string): Promise<CaseRow | null>
  update(
    id: string,
    change: Partial<Pick<CaseRow, 'status' | 'takenBy' | 'takenAt' | 'resolvedBy' | 'resolvedAt' | 'outcome' | 'note'>>,
  ): Promise<void>
  /** Cases that wait come oldest first, those that were resolved newest first. */
  queue(choice: QueueChoice): Promise<QueuedCase[]>
  find(id: string): Promise<QueuedCase | null>
  /** Other cases about the space or its quests, those that wait first, then the newest. */
  othersOf(spaceId: string, id: string): Promise<QueuedCase[]>
  reports(id: string): Promise<ReportRow[]>
  /** False when the account has reported in this case already. */
  addReport(row: { caseId: string; accountId: string; reason: ReportReason; words: string; createdAt: Date }): Promise<boolean>
  reportedSince(accountId: string, since: Date): Promise<number>
}

const unresolved = ne(platformCases.status, 'resolved')
const about = ({ spaceId, questId }: Where): SQL | undefined =>
  questId === null ? and(eq(platformCases.spaceId, spaceId), sql`${platformCases.questId} is null`) : eq(platformCases.questId, questId)

export function createCaseStore(connection: Connection): CaseStore {
  return {
    async open(kind, { spaceId, questId }, { at, stopId = null, facts = {} }) {
      const [added] = await connection
        .insert(platformCases)
        .values({ kind, spaceId, questId, stopId, facts, openedAt: at })
        .onConflictDoNothing()
        .returning()
      if (added) return added
      const [found] = await connection
        .select()
        .from(platformCases)
        .where(and(eq(platformCases.kind, kind), about({ spaceId, questId }), unresolved))
      if (!found) throw new Error(`no ${kind} case is open, and none could be opened`)
      return found
    },
    async openFirst({ spaceId, questId }, at) {
      await connection.insert(platformCases).values({ kind: 'first-publication', spaceId, questId, openedAt: at }).onConflictDoNothing()
    },
    async lock(id) {
      const [row] = await connection.select().from(platformCases).where(eq(platformCases.id, id)).for('no key update')
      return row ?? null
    },
    async update(id, change) {
      await connection.update(platformCases).set(change).where(eq(platformCases.id, id))
    },
    queue: (choice) => readQueue(connection, choice),
    async find(id) {
      const [row] = await readCases(connection).where(eq(platformCases.id, id))
      return row ? toQueued(row) : null
    },
    async othersOf(spaceId, id) {
      const rows = await readCases(connection)
        .where(and(eq(platformCases.spaceId, spaceId), ne(platformCases.id, id)))
        .orderBy(sql`${unresolved} desc`, desc(platformCases.openedAt))
        .limit(50)
      return rows.map(toQueued)
    },
    async reports(id) {
      const rows = await connection
        .select({ reason: platformReports.reason, words: platformReports.words, by: memberName, createdAt: platformReports.createdAt })
        .from(platformReports)
        .innerJoin(accounts, eq(accounts.id, platformReports.accountId))
        .where(eq(platformReports.caseId, id))
        .orderBy(asc(platformReports.createdAt))
        .limit(200)
      // Written by `addReport` only.
      return rows as ReportRow[]
    },
    async addReport(row) {
      const added = await connection.insert(platformReports).values(row).onConflictDoNothing().returning({ caseId: platformReports.caseId })
      return added.length > 0
    },
    async reportedSince(accountId, since) {
      const [row] = await connection
        .select({ count: sql`count(*)`.mapWith(Number) })
        .from(platformReports)
        .where(and(eq(platformReports.accountId, accountId), gt(platformReports.createdAt, since)))
      return row?.count ?? 0
    },
  }
}

function readCases(connection: Connection) {
  return connection
    .select({
      row: platformCases,
      space: { slug: spaces.slug, name: spaces.name },
      quest: quests.slug,
      title: sql<Text | null>`${questVersions.definition} -> 'title'`,
      taker: memberName,
      appeal: listingStops.appeal,
      reports: sql<Partial<Record<ReportReason, number>> | null>`(select json_object_agg(r.reason, r.count) from (
        select reason, count(*)::integer as count from ${platformReports} p where p.case_id = ${platformCases.id} group by reason) r)`,
    })
    .from(platformCases)
    .innerJoin(spaces, eq(spaces.id, platformCases.spaceId))
    .leftJoin(quests, eq(quests.id, platformCases.questId))
    .leftJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .leftJoin(accounts, eq(accounts.id, platformCases.takenBy))
    .leftJoin(listingStops, eq(listingStops.id, platformCases.stopId))
    .$dynamic()
}

async function readQueue(connection: Connection, { resolved, kind, after, limit }: QueueChoice): Promise<QueuedCase[]> {
  const at = resolved ? platformCases.resolvedAt : platformCases.openedAt
  const past = after && sql`(${at}, ${platformCases.id}) ${sql.raw(resolved ? '<' : '>')} (${after.at}::timestamptz, ${after.id}::uuid)`
  const rows = await readCases(connection)
    .where(
      and(
        inArray(platformCases.status, resolved ? ['resolved'] : ['open', 'taken']),
        kind === undefined ? undefined : eq(platformCases.kind, kind),
        past ?? undefined,
      ),
    )
    .orderBy(...(resolved ? [desc(at), desc(platformCases.id)] : [asc(at), asc(platformCases.id)]))
    .limit(limit)
  return rows.map(toQueued)
}

type Read = Awaited<ReturnType<ReturnType<typeof readCases>['execute']>>[number]

function toQueued({ row, space, quest, title, taker, appeal, reports }: Read): QueuedCase {
  const { id, kind, status, outcome, facts, note, openedAt, takenAt, resolvedAt, takenBy, spaceId } = row
  return {
    ...{ id, kind, status, outcome, facts, note, openedAt, takenAt, resolvedAt, takenBy },
    ...{ space, spaceId, quest, title, taker, appeal, reports: reports ?? {} },
  }
}
