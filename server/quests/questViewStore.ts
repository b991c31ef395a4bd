import { and, asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { participations, quests, questVersions, spaces, stepVerdicts } from '#drizzle/schema/index.ts'
import type { Definition } from './definition.ts'
import type { QuestRow } from './questStore.ts'

export type QuestListRow = {
  quest: QuestRow
  space: { slug: string; name: string }
  definition: Definition
  rulesHash: string
  version: number
  started: boolean
  completedAt: Date | null
  passedSteps: number
}

export type QuestPosition = { opensAt: string; id: string }

/** What pages read about quests; drafts are seen by nobody here. */
export type QuestViewStore = {
  list(input: { accountId: string | null; after: QuestPosition | null; limit: number }): Promise<QuestListRow[]>
  bySlug(slug: string, accountId: string | null): Promise<QuestListRow | null>
}

const visible = ['publishing', 'live', 'paused', 'ended'] as const

export function createQuestViewStore(connection: Connection): QuestViewStore {
  const read = (accountId: string | null) => {
    const mine = and(eq(participations.questId, quests.id), accountId === null ? sql`false` : eq(participations.accountId, accountId))
    return connection
      .select({
        quest: quests,
        space: { slug: spaces.slug, name: spaces.name },
        definition: questVersions.definition,
        rulesHash: questVersions.rulesHash,
        version: questVersions.version,
        participationId: participations.id,
        completedAt: participations.completedAt,
      })
      .from(quests)
      .innerJoin(spaces, eq(spaces.id, quests.spaceId))
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .leftJoin(participations, mine)
  }
  type Row = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]
  const finish = async (rows: Row[]): Promise<QuestListRow[]> => {
    const ids = rows.flatMap(({ participationId }) => participationId ?? [])
    const passed = ids.length === 0 ? new Map<string, number>() : await countPassed(connection, ids)
    return rows.map(({ participationId, definition, ...row }) => ({
      ...row,
      definition: definition as Definition,
      started: participationId !== null,
      passedSteps: participationId === null ? 0 : (passed.get(participationId) ?? 0),
    }))
  }
  return {
    async list({ accountId, after, limit }) {
      const past = after
        ? or(gt(quests.opensAt, new Date(after.opensAt)), and(eq(quests.opensAt, new Date(after.opensAt)), gt(quests.id, after.id)))
        : undefined
      const rows = await read(accountId)
        .where(and(inArray(quests.status, [...visible]), past))
        .orderBy(asc(quests.opensAt), asc(quests.id))
        .limit(limit)
      return finish(rows)
    },
    async bySlug(slug, accountId) {
      const [row] = await finish(await read(accountId).where(and(eq(quests.slug, slug), inArray(quests.status, [...visible]))))
      return row ?? null
    },
  }
}

async function countPassed(connection: Connection, ids: string[]) {
  const rows = await connection
    .select({ id: stepVerdicts.participationId, passed: count() })
    .from(stepVerdicts)
    .where(and(inArray(stepVerdicts.participationId, ids), eq(stepVerdicts.status, 'pass')))
    .groupBy(stepVerdicts.participationId)
  return new Map(rows.map(({ id, passed }) => [id, passed]))
}
