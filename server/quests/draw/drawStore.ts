import { and, asc, count, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, drawWinners, evidence, questDraws, quests, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'
import type { CompletionEvidence } from '../evidenceFile.ts'

export type DrawRow = typeof questDraws.$inferSelect
export type WinnerRow = typeof drawWinners.$inferSelect
/** `index`: its leaf in the slot. */
export type Entrant = { index: number; credentialId: string }
/** What the draw writes down. */
export type Drawn = Pick<DrawRow, 'seed' | 'blockNumber' | 'blockHash' | 'entrants' | 'drawnAt'>
export type Page = { after: number; limit: number }

export type DrawStore = {
  open(row: Pick<DrawRow, 'questId' | 'commitment' | 'sealedSeed' | 'drawsAt'>): Promise<void>
  find(questId: string): Promise<DrawRow | null>
  /** The same, held until the transaction ends. */
  lock(questId: string): Promise<DrawRow | null>
  /** Quests whose draw is due and not done. */
  due(at: Date): Promise<{ questId: string; drawsAt: Date }[]>
  /** Mints of the quest that may yet become final, or not. */
  unsettled(questId: string): Promise<number>
  /** CUBEs of the quest in final batches, in order of their leaves. */
  entrants(questId: string, page: Page): Promise<Entrant[]>
  record(questId: string, drawn: Drawn, winners: readonly Omit<WinnerRow, 'questId' | 'awardedAt'>[]): Promise<void>
  /** By rank; `after`: the last rank that was given. */
  winners(questId: string, page: Page): Promise<WinnerRow[]>
  /** Winners without their prize whose prize can be given at that time, best first. */
  unawarded(at: Date, limit: number): Promise<{ winner: WinnerRow; prizeId: string }[]>
  lockWinner(questId: string, rank: number): Promise<WinnerRow | null>
  /** Who holds the CUBE now, through all moves of accounts, and the evidence of each of its steps by digest. */
  holderOf(credentialId: string): Promise<{ accountId: string; steps: Record<string, string> } | null>
  /** Writes down that the winner has the prize, and with the last of them that all have. */
  award(questId: string, rank: number, at: Date): Promise<void>
}

export function createDrawStore(connection: Connection): DrawStore {
  const one = async (questId: string, lock: boolean) => {
    const query = connection.select().from(questDraws).where(eq(questDraws.questId, questId))
    const [row] = await (lock ? query.for('update') : query)
    return row ?? null
  }
  return {
    async open(row) {
      await connection.insert(questDraws).values(row)
    },
    find: (questId) => one(questId, false),
    lock: (questId) => one(questId, true),
    due: (at) =>
      connection
        .select({ questId: questDraws.questId, drawsAt: questDraws.drawsAt })
        .from(questDraws)
        .where(and(isNull(questDraws.paidAt), isNull(questDraws.drawnAt), lte(questDraws.drawsAt, at)))
        .orderBy(asc(questDraws.drawsAt)),
    async unsettled(questId) {
      const [row] = await mintsOf(connection, questId, sql`not ${isFinal} and ${rollupTxs.status} <> 'refused'`)
      return row?.mints ?? 0
    },
    async entrants(questId, { after, limit }) {
      const rows = await connection
        .select({ index: credentials.slotIndex, credentialId: credentials.id })
        .from(credentials)
        .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
        .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .where(and(eq(credentials.questId, questId), gt(credentials.slotIndex, after), isFinal))
        .orderBy(asc(credentials.slotIndex))
        .limit(limit)
      return rows.flatMap(({ index, credentialId }) => (index === null ? [] : [{ index, credentialId }]))
    },
    async record(questId, drawn, winners) {
      await connection
        .update(questDraws)
        .set({ ...drawn, ...(winners.length === 0 ? { paidAt: drawn.drawnAt } : {}) })
        .where(eq(questDraws.questId, questId))
      // A statement takes 65,535 values at most.
      for (let at = 0; at < winners.length; at += 5000)
        await connection.insert(drawWinners).values(winners.slice(at, at + 5000).map((winner) => ({ ...winner, questId })))
    },
    winners: (questId, { after, limit }) =>
      connection
        .select()
        .from(drawWinners)
        .where(and(eq(drawWinners.questId, questId), gt(drawWinners.rank, after)))
        .orderBy(asc(drawWinners.rank))
        .limit(limit),
    unawarded: (at, limit) =>
      connection
        .select({ winner: drawWinners, prizeId: quests.id })
        .from(questDraws)
        .innerJoin(drawWinners, eq(drawWinners.questId, questDraws.questId))
        .innerJoin(quests, and(eq(quests.prizeOf, drawWinners.questId), eq(quests.prizeTier, drawWinners.tier)))
        .where(
          and(
            isNull(questDraws.paidAt),
            isNull(drawWinners.awardedAt),
            eq(quests.status, 'live'),
            lte(quests.opensAt, at),
            gt(quests.closesAt, at),
          ),
        )
        .orderBy(asc(questDraws.drawsAt), asc(drawWinners.rank))
        .limit(limit),
    async lockWinner(questId, rank) {
      const [row] = await connection.select().from(drawWinners).where(placeOf(questId, rank)).for('update')
      return row ?? null
    },
    holderOf: (credentialId) => readHolder(connection, credentialId),
    async award(questId, rank, at) {
      await connection.update(drawWinners).set({ awardedAt: at }).where(placeOf(questId, rank))
      const left = connection
        .select({ rank: drawWinners.rank })
        .from(drawWinners)
        .where(and(eq(drawWinners.questId, questId), isNull(drawWinners.awardedAt)))
      await connection
        .update(questDraws)
        .set({ paidAt: at })
        .where(and(eq(questDraws.questId, questId), sql`not exists ${left}`))
    },
  }
}

const placeOf = (questId: string, rank: number) => and(eq(drawWinners.questId, questId), eq(drawWinners.rank, rank))

/** A batch that is final makes all in it final, whichever of its rows was written first. */
const isFinal = sql`(${rollupTxs.status} = 'final' or coalesce(${rollupBatches.status} = 'final', false))`

const mintsOf = (connection: Connection, questId: string, where: SQL) =>
  connection
    .select({ mints: count() })
    .from(credentials)
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(and(eq(credentials.questId, questId), where))

async function readHolder(connection: Connection, credentialId: string) {
  const { rows } = await connection.execute<{ account: string; bundle: CompletionEvidence }>(sql`
    with recursive held as (
      select a.id, a.merged_into, 0 as moves from ${credentials} c join accounts a on a.id = c.account_id where c.id = ${credentialId}
      union all select a.id, a.merged_into, h.moves + 1 from held h join accounts a on a.id = h.merged_into)
    select h.id as account, e.bundle from held h
    cross join (
      select ${evidence.bundle} from ${credentials} join ${completions} on ${completions.id} = ${credentials.completionId}
      join ${evidence} on ${evidence.digest} = ${completions.evidenceDigest} where ${credentials.id} = ${credentialId}) e
    order by h.moves desc limit 1`)
  const [row] = rows
  // Written by `completeQuest` only.
  return row ? { accountId: row.account, steps: row.bundle.steps } : null
}
