import { and, count, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Connection } from '#drizzle/client.ts'
import { participations, quests, questVersions, spaces, stepVerdicts } from '#drizzle/schema/index.ts'
import type { Definition } from './definition.ts'
import { ofViewer, type Viewer, visible } from './discover/filterStore.ts'
import { listed } from './listedStore.ts'
import type { QuestRow } from './questStore.ts'
import { address, currentAt } from './recurrence/familyStore.ts'
import { inLowSpace } from './spaces/lowSpaceStore.ts'

export type QuestListRow = {
  quest: QuestRow
  /** Slug of its family's first quest, or its own. */
  address: string
  space: { slug: string; name: string }
  /** Its space's mark is low. */
  caution: boolean
  definition: Definition
  /** Of the version whose rules count: its words may be older than those of `definition`. */
  rulesHash: string
  version: number
  started: boolean
  completedAt: Date | null
  passedSteps: number
}

/** What pages read about quests; drafts are seen by nobody here. */
export type QuestViewStore = {
  /** Those that are listed, in no order. `own`: those too that the account began, whatever became of them. */
  byIds(ids: readonly string[], accountId: string | null, own?: boolean): Promise<QuestListRow[]>
  /** By the slug of any quest of a family: the present one, also when it is held or delisted. */
  bySlug(slug: string, viewer: Viewer): Promise<QuestListRow | null>
}

/** Shown are the words of the published version, and the rules that members are judged by. */
const rules = alias(questVersions, 'rules')
const judgedBy = sql`coalesce(${quests.rulesVersion}, ${quests.publishedVersion})`

export function createQuestViewStore(connection: Connection): QuestViewStore {
  const read = (accountId: string | null) =>
    connection
      .select({
        quest: quests,
        address,
        space: { slug: spaces.slug, name: spaces.name },
        caution: inLowSpace,
        definition: questVersions.definition,
        rulesHash: rules.rulesHash,
        version: rules.version,
        participationId: participations.id,
        completedAt: participations.completedAt,
      })
      .from(quests)
      .innerJoin(spaces, eq(spaces.id, quests.spaceId))
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .innerJoin(rules, and(eq(rules.questId, quests.id), eq(rules.version, judgedBy)))
      .leftJoin(participations, ofViewer(accountId))
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
    async byIds(ids, accountId, own = false) {
      if (ids.length === 0) return []
      const shown = own ? or(listed, and(visible, isNotNull(participations.id))) : listed
      return finish(await read(accountId).where(and(inArray(quests.id, [...ids]), shown)))
    },
    async bySlug(slug, { accountId, at }) {
      const family = sql`(select s.family_id from ${quests} s where s.slug = ${slug})`
      const named = or(and(eq(quests.slug, slug), isNull(quests.familyId)), and(sql`${quests.familyId} = ${family}`, currentAt(at)))
      const [row] = await finish(await read(accountId).where(and(named, visible)))
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
