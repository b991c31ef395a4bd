import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, quests, questVersions, rollupBatches, rollupLeaves, rollupTxs } from '#drizzle/schema/index.ts'
import { address } from '#server/quests/recurrence/familyStore.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { MemberFacts } from '#server/verify/memberFacts.ts'

/** Most credentials that one question about a member brings. */
const limit = 1000

/**
 * The member's credentials that are in a batch, as rules ask for them; those of a recurring quest go by its one slug. Category and lifetime are those of
 * the version that was completed; whether one is revoked is what the newest leaf says.
 */
export function createCubesStore(connection: Connection, now: () => number): Pick<MemberFacts, 'cubes'> {
  const revoked = sql<boolean>`coalesce((
    select ${rollupLeaves.fields} ? 'revoked' from ${rollupLeaves}
    where ${rollupLeaves.tree} = ${treeIds.credentials} and ${rollupLeaves.index} = ${credentials.slotIndex}
    order by ${rollupLeaves.batch} desc limit 1), false)`
  const category = sql<string>`${questVersions.definition} ->> 'category'`
  return {
    async cubes(accountId, of) {
      const rows = await connection
        .select({
          id: credentials.id,
          quest: address,
          category,
          issuedAt: credentials.issuedAt,
          lifetime: sql`(${questVersions.definition} ->> 'expiresAfterSeconds')::bigint`.mapWith(Number),
          revoked,
          status: rollupBatches.status,
        })
        .from(credentials)
        .innerJoin(completions, eq(completions.id, credentials.completionId))
        .innerJoin(quests, eq(quests.id, credentials.questId))
        .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
        .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
        .innerJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .where(
          and(
            eq(credentials.accountId, accountId),
            isNotNull(credentials.issuedAt),
            of.quest === undefined ? undefined : eq(address, of.quest),
            of.category === undefined ? undefined : eq(category, of.category),
          ),
        )
        .orderBy(asc(credentials.issuedAt), asc(credentials.id))
        .limit(limit)
      const at = new Date(now()).toISOString()
      return rows.flatMap((row) =>
        row.issuedAt === null
          ? []
          : {
              credentialId: row.id,
              quest: row.quest,
              category: row.category,
              issuedAt: row.issuedAt.toISOString(),
              expiresAt: row.lifetime === 0 ? null : new Date(row.issuedAt.getTime() + row.lifetime * 1000).toISOString(),
              revoked: row.revoked,
              final: row.status === 'final',
              at,
            },
      )
    },
  }
}
