import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, quests, questVersions, rollupBatches, rollupTxs, spaces } from '#drizzle/schema/index.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { ScoredCredential } from './formula/credential.ts'

/** A credential as the formula scores it, but for the id of its issuer: the key that its quest names. */
export type IssuedCredential = Omit<ScoredCredential, 'issuer'> & { issuerKey: { x: bigint; y: bigint } }

/** What a credential is of, in words. */
export type CredentialSubject = { index: number; quest: { slug: string; title: Text }; space: { slug: string; name: string } }

export type CredentialStore = {
  /** The account's final credentials of the slot, in any order. */
  ofAccount(accountId: string): Promise<IssuedCredential[]>
  /** Changes with the account's final credentials, and with those of them that are revoked. */
  stateOf(accountId: string): Promise<string>
  /** Leaves of the sealed credentials that the account's holder hides. */
  hiddenOf(accountId: string): Promise<number[]>
  subjects(indices: readonly number[]): Promise<CredentialSubject[]>
}

/** Points, category, lifetime and issuer are those of the quest's leaf in the slot; a space stands for a project. */
export function createCredentialStore(connection: Connection): CredentialStore {
  return {
    async ofAccount(accountId) {
      const rows = await finalRows(connection, accountId)
      const terms = await readTerms(connection, [...new Set(rows.flatMap(({ quest }) => quest ?? []))])
      return rows.flatMap((row) => readRow(row, terms) ?? [])
    },
    async stateOf(accountId) {
      // What is revoked brings no XP any more, and a credential that is sealed anew has another time.
      const { rows } = await connection.execute<{ state: string }>(sql`
        select concat_ws(' ', count(*), sum(c.xp), max(t.batch), sum(extract(epoch from c.issued_at))) as state
        from credentials c join rollup_txs t on t.id = c.tx_id join rollup_batches b on b.number = t.batch and b.status = 'final'
        where c.account_id = ${accountId}::uuid`)
      return rows[0]?.state ?? ''
    },
    async hiddenOf(accountId) {
      const rows = await connection
        .select({ index: credentials.slotIndex })
        .from(credentials)
        .where(and(eq(credentials.accountId, accountId), eq(credentials.hidden, true), isNotNull(credentials.slotIndex)))
      return rows.flatMap(({ index }) => index ?? [])
    },
    async subjects(indices) {
      if (indices.length === 0) return []
      const rows = await connection
        .select({
          index: credentials.slotIndex,
          slug: quests.slug,
          title: sql<Text>`${questVersions.definition} -> 'title'`,
          space: { slug: spaces.slug, name: spaces.name },
        })
        .from(credentials)
        .innerJoin(quests, eq(quests.id, credentials.questId))
        .innerJoin(spaces, eq(spaces.id, quests.spaceId))
        .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .where(inArray(credentials.slotIndex, [...indices]))
      return rows.flatMap(({ index, slug, title, space }) => (index === null ? [] : { index, quest: { slug, title }, space }))
    },
  }
}

/** A revoked leaf stays revoked, so any version of it tells. */
const revoked = sql<boolean>`exists (
  select 1 from rollup_leaves l where l.tree = ${treeIds.credentials} and l.index = ${credentials.slotIndex} and l.fields ? 'revoked')`

/** Leaf of the first quest of the family; a quest that does not recur is a family of its own. */
const family = sql<number>`coalesce(
  (select f.slot_index from ${quests} f where f.id = ${quests.familyId}), ${quests.slotIndex})`.mapWith(Number)

const finalRows = (connection: Connection, accountId: string) =>
  connection
    .select({ id: credentials.slotIndex, quest: quests.slotIndex, family, space: quests.spaceId, issuedAt: credentials.issuedAt, revoked })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .innerJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(and(eq(credentials.accountId, accountId), eq(rollupBatches.status, 'final'), isNotNull(credentials.issuedAt)))

type Row = Awaited<ReturnType<typeof finalRows>>[number]
type Terms = Pick<IssuedCredential, 'issuerKey' | 'category' | 'points'> & { expiresAfter: number }

/** What the newest leaf of each quest says, as far as the formula asks. */
async function readTerms(connection: Connection, indices: readonly number[]): Promise<Map<number, Terms>> {
  const { rows } = await connection.execute<{ index: number; x: string; y: string; category: string; points: string; expires: string }>(sql`
    select q.index, l.fields->>'issuerKeyX' as x, l.fields->>'issuerKeyY' as y, l.fields->>'category' as category, l.fields->>'points' as points,
      l.fields->>'expiresAfter' as expires
    from unnest(${sql.param(indices)}::integer[]) as q(index) cross join lateral (
      select fields from rollup_leaves l where l.tree = ${treeIds.quests} and l.index = q.index order by l.batch desc limit 1
    ) l`)
  return new Map(
    rows.map(({ index, x, y, category, points, expires }) => {
      const issuerKey = { x: BigInt(x), y: BigInt(y) }
      return [index, { issuerKey, category: Number(category), points: BigInt(points), expiresAfter: Number(expires) }]
    }),
  )
}

function readRow({ id, quest, family, space, issuedAt, revoked }: Row, known: ReadonlyMap<number, Terms>): IssuedCredential | null {
  const terms = quest === null ? undefined : known.get(quest)
  if (id === null || quest === null || issuedAt === null || terms === undefined) return null
  const { issuerKey, category, points, expiresAfter } = terms
  const seconds = Math.floor(issuedAt.getTime() / 1000)
  return {
    id,
    quest,
    family,
    project: BigInt(`0x${space.replaceAll('-', '')}`),
    issuerKey,
    category,
    points,
    issuedAt: seconds,
    expiresAt: expiresAfter === 0 ? null : seconds + expiresAfter,
    revoked,
  }
}
