import { and, desc, eq, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, participations, quests, questVersions, rollupBatches, rollupTxs, stepVerdicts } from '#drizzle/schema/index.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { PendingItem, QuestName } from './newsViews.ts'
import type { QuestStanding } from './pending.ts'

type Pending<K extends PendingItem['kind']> = Extract<PendingItem, { kind: K }>
export type StartedQuest = QuestStanding & { id: string; quest: QuestName; closesAt: Date }

/** What of a member is under way, as the rows of other rooms say it. Nothing here writes. */
export type PendingStore = ReturnType<typeof createPendingStore>

const questName = {
  slug: quests.slug,
  title: sql<Text>`${questVersions.definition} -> 'title'`,
  category: sql<string>`${questVersions.definition} ->> 'category'`,
}

export function createPendingStore(connection: Connection) {
  return {
    /** Credentials that are not final, newest first. */
    async cubes(accountId: string, limit: number): Promise<Pending<'cube'>[]> {
      const rows = await connection
        .select({
          ...{
            id: credentials.id,
            quest: questName,
            holder: sql<string>`${rollupTxs.payload} ->> 'wallet'`,
            status: rollupTxs.status,
            batch: rollupTxs.batch,
          },
          ...{ index: credentials.slotIndex, at: rollupTxs.createdAt },
        })
        .from(credentials)
        .innerJoin(quests, eq(quests.id, credentials.questId))
        .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
        .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .where(
          and(
            eq(credentials.accountId, accountId),
            notInArray(rollupTxs.status, ['final', 'refused']),
            // A batch that is final makes all in it final, whichever row was written first.
            or(isNull(rollupBatches.status), ne(rollupBatches.status, 'final')),
          ),
        )
        .orderBy(desc(credentials.createdAt))
        .limit(limit)
      return rows.map(({ status, at, ...row }) => ({
        kind: 'cube',
        ...row,
        state: stateOf(status),
        waitsFor: waitOf(status),
        at: at.toISOString(),
      }))
    },
    /** Quests that the member is on and that are open, newest start first. */
    async quests(accountId: string, limit: number): Promise<StartedQuest[]> {
      const rows = await connection
        .select({
          ...{ id: participations.id, quest: questName, closesAt: quests.closesAt },
          steps: sql`jsonb_array_length(${questVersions.definition} -> 'steps')`.mapWith(Number),
          passed: sql`count(*) filter (where ${stepVerdicts.status} = 'pass')`.mapWith(Number),
          waiting: sql`count(*) filter (where ${stepVerdicts.status} = 'pending')`.mapWith(Number),
        })
        .from(participations)
        .innerJoin(quests, eq(quests.id, participations.questId))
        .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, participations.version)))
        .innerJoin(stepVerdicts, eq(stepVerdicts.participationId, participations.id))
        .where(
          and(
            eq(participations.accountId, accountId),
            isNull(participations.completedAt),
            inArray(quests.status, ['live', 'paused']),
            sql`${quests.closesAt} > now()`,
          ),
        )
        .groupBy(participations.id, quests.id, questVersions.questId, questVersions.version)
        .orderBy(desc(participations.startedAt))
        .limit(limit)
      return rows
    },
    /** How long the last final batches took from sealing to finality, in milliseconds. */
    async settleTimes(limit: number): Promise<number[]> {
      const rows = await connection
        .select({ sealedAt: rollupBatches.sealedAt, finalAt: rollupBatches.finalAt })
        .from(rollupBatches)
        .where(isNotNull(rollupBatches.finalAt))
        .orderBy(desc(rollupBatches.number))
        .limit(limit)
      return rows.flatMap(({ sealedAt, finalAt }) => (finalAt ? [finalAt.getTime() - sealedAt.getTime()] : []))
    },
  }
}

const waitOf = (status: (typeof rollupTxs.$inferSelect)['status']) => (status === 'awaiting-issuer' ? ('issuer' as const) : null)
const stateOf = (status: (typeof rollupTxs.$inferSelect)['status']): CredentialState => (status === 'awaiting-issuer' ? 'accepted' : status)
