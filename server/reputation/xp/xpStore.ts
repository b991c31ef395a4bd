import { and, eq, exists, gt, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { boards, credentials, rollupLeaves, rollupTxs } from '#drizzle/schema/index.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { formulaV1 } from '../formula/v1.ts'

/** A credential brings its quest's points, as the slot has them, and at most as many as the score counts of one quest. */
export const mostXp = formulaV1.caps.family

/** `periodsAt`: keys of the periods that a time (unix seconds) lies in. */
export type XpDeps = { connection: Connection; periodsAt(seconds: number): readonly string[] }

/** Gives a sealed batch's credentials their XP and takes it from those that it revokes; in the sequencer's transaction, after their leaves are known. */
export async function recordXp(deps: XpDeps, { mints, revoked }: Pick<SealedBatch, 'mints' | 'revoked'>) {
  await award(
    deps,
    mints.map(({ credentialId }) => credentialId),
  )
  await revoke(deps, revoked)
}

/** Undoes `recordXp` for batches that are taken back; called before their leaves and txs are let go. */
export async function takeBackXp(deps: XpDeps, fromBatch: number) {
  const { connection } = deps
  const inBatch = (bound: 'before' | 'after') =>
    exists(
      connection
        .select({ id: rollupTxs.id })
        .from(rollupTxs)
        .where(and(eq(rollupTxs.id, credentials.txId), (bound === 'before' ? lt : gte)(rollupTxs.batch, fromBatch))),
    )
  const revocations = await connection
    .select({ words: rollupTxs.words })
    .from(rollupTxs)
    .where(and(gte(rollupTxs.batch, fromBatch), eq(rollupTxs.entry, 'revoke')))
  const restored = revocations.flatMap(({ words }) => {
    const tx = words && decodeLedgerTx(words)
    return tx?.kind === 'revoke' ? [tx.credential] : []
  })
  if (restored.length > 0) {
    await award(deps, await idsWhere(connection, and(inArray(credentials.slotIndex, restored), eq(credentials.xp, 0), inBatch('before'))))
  }
  const minted = await idsWhere(connection, and(isNotNull(credentials.xp), inBatch('after')))
  if (minted.length === 0) return
  await addToBoards(deps, minted, -1)
  await connection.update(credentials).set({ xp: null }).where(among(minted))
}

/**
 * Takes the XP of an account's credentials along when it is moved into another one: `move` is what changes them, in the same transaction. What does not move
 * is of a quest that the other account has, too, and brings nothing any more: a member's quest counts once.
 */
export async function moveXp(deps: XpDeps, accountId: string, move: () => Promise<void>) {
  const { connection } = deps
  // Held first: a batch that is being sealed must not give XP between the two sums.
  await connection.select({ id: credentials.id }).from(credentials).where(eq(credentials.accountId, accountId)).for('update')
  const ids = await idsWhere(connection, and(eq(credentials.accountId, accountId), gt(credentials.xp, 0)))
  await addToBoards(deps, ids, -1)
  await move()
  await connection
    .update(credentials)
    .set({ xp: 0 })
    .where(and(eq(credentials.accountId, accountId), gt(credentials.xp, 0)))
  await addToBoards(deps, ids, 1)
}

/** Fills the boards of a database whose batches were sealed before there were any; says whether it did. */
export async function fillBoards(db: Database, periodsAt: XpDeps['periodsAt']): Promise<boolean> {
  return db.transaction(async (connection) => {
    await connection.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
    if ((await connection.select({ id: boards.id }).from(boards).limit(1)).length > 0) return false
    const deps = { connection, periodsAt }
    const batches = await connection
      .selectDistinct({ number: rollupTxs.batch })
      .from(credentials)
      .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
      .where(isNotNull(credentials.slotIndex))
    for (const { number } of batches) {
      if (number === null) continue
      const txs = connection.select({ id: rollupTxs.id }).from(rollupTxs).where(eq(rollupTxs.batch, number))
      await award(deps, await idsWhere(connection, and(isNotNull(credentials.slotIndex), inArray(credentials.txId, txs))))
    }
    const gone = await connection
      .selectDistinct({ index: rollupLeaves.index })
      .from(rollupLeaves)
      .where(and(eq(rollupLeaves.tree, treeIds.credentials), sql`${rollupLeaves.fields} ? 'revoked'`))
    await revoke(
      deps,
      gone.map(({ index }) => index),
    )
    return batches.length > 0
  })
}

async function award(deps: XpDeps, ids: readonly string[]) {
  if (ids.length === 0) return
  await deps.connection.execute(sql`
    with minted as materialized (select id, quest_id, account_id from credentials where id = any(${sql.param(ids)}::uuid[])), ${terms}
    update credentials c set xp = case when a.merged_into is null then least(t.points, ${mostXp}::bigint) else 0 end
    from minted m join terms t on t.quest = m.quest_id join accounts a on a.id = m.account_id where c.id = m.id`)
  await addToBoards(deps, ids, 1)
}

async function revoke(deps: XpDeps, indices: readonly number[]) {
  if (indices.length === 0) return
  const { connection } = deps
  const ids = await idsWhere(connection, and(inArray(credentials.slotIndex, [...indices]), gt(credentials.xp, 0)))
  if (ids.length === 0) return
  await addToBoards(deps, ids, -1)
  await connection.update(credentials).set({ xp: 0 }).where(among(ids))
}

const among = (ids: readonly string[]) => sql`${credentials.id} = any(${sql.param(ids)}::uuid[])`

async function idsWhere(connection: Connection, where: ReturnType<typeof and>): Promise<string[]> {
  const rows = await connection.select({ id: credentials.id }).from(credentials).where(where)
  return rows.map(({ id }) => id)
}

/** What the slot says of the quests of `minted`, a list of credentials that stands before it. */
export const terms = sql`terms as materialized (
    select q.id as quest, q.space_id as space, (l.fields->>'points')::bigint as points, l.fields->>'category' as category
    from (select distinct quest_id from minted) m join quests q on q.id = m.quest_id cross join lateral (
      select fields from rollup_leaves where tree = ${treeIds.quests} and index = q.slot_index order by batch desc limit 1
    ) l
  )`

/** The boards' facets that a credential of the quest `t` counts in. */
export const facets = sql`(values ('all'), ('category:' || t.category), ('space:' || t.space))`

/** Adds the XP of these credentials to every board that they count on, or takes it away. What brings nothing is on no board. */
async function addToBoards({ connection, periodsAt }: XpDeps, ids: readonly string[], sign: 1 | -1) {
  const { rows } = await connection.execute<{ seconds: string; ids: string[] }>(sql`
    select floor(extract(epoch from issued_at))::bigint as seconds, array_agg(id::text) as ids from credentials
    where id = any(${sql.param(ids)}::uuid[]) and xp > 0 group by issued_at`)
  for (const issued of rows) {
    const gains = sql`minted as materialized (
        select account_id, quest_id, xp from credentials where id = any(${sql.param(issued.ids)}::uuid[])
      ), ${terms}, gains as materialized (
        select p.period, f.facet, m.account_id, sum(m.xp)::bigint as xp, count(*)::integer as credentials
        from minted m join terms t on t.quest = m.quest_id
        cross join lateral ${facets} as f(facet)
        cross join unnest(${sql.param(periodsAt(Number(issued.seconds)))}::text[]) as p(period)
        group by 1, 2, 3
      )`
    await connection.execute(sql`
      with ${gains} insert into boards (period, facet) select distinct period, facet from gains g
      where not exists (select 1 from boards b where b.period = g.period and b.facet = g.facet)`)
    await connection.execute(sql`
      with ${gains} insert into board_totals as t (board, account_id, xp, credentials)
      select b.id, g.account_id, ${sign}::integer * g.xp, ${sign}::integer * g.credentials
      from gains g join boards b on b.period = g.period and b.facet = g.facet
      on conflict (account_id, board) do update set xp = t.xp + excluded.xp, credentials = t.credentials + excluded.credentials`)
    if (sign === -1)
      await connection.execute(sql`
        with ${gains} delete from board_totals t using gains g join boards b on b.period = g.period and b.facet = g.facet
        where t.account_id = g.account_id and t.board = b.id and t.credentials = 0`)
  }
}
