import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { participations, pastedTransactions, submissions } from '#drizzle/schema/index.ts'

/** `correct`: right answers of a quiz; null for what has none. */
export type SubmissionRow = { stepId: string; answers: Record<string, string>; correct: number | null; createdAt: Date }

/** What members hand in on steps. */
export type SubmissionStore = {
  /** Of one step, newest first. */
  list(participationId: string, stepId: string): Promise<SubmissionRow[]>
  /** False when its ticket was used before. */
  add(row: SubmissionRow & { participationId: string; ticket?: string }): Promise<boolean>
  /** Keeps one more beside the others of its step, at most `most`: the oldest goes, and so does one that has the same key among its answers. */
  keep(
    row: Pick<SubmissionRow, 'stepId' | 'createdAt'> & { participationId: string; key: string; value: string; most: number },
  ): Promise<void>
  /** How often each choice of a poll was taken, over all members of the quest. */
  tally(questId: string, stepId: string): Promise<Record<string, number>>
  /** Transactions pasted for a step, in order. */
  pasted(participationId: string, stepId: string): Promise<string[]>
  addPasted(row: { participationId: string; stepId: string; hash: string }): Promise<void>
}

export function createSubmissionStore(connection: Connection): SubmissionStore {
  return {
    list: (participationId, stepId) =>
      connection
        .select()
        .from(submissions)
        .where(and(eq(submissions.participationId, participationId), eq(submissions.stepId, stepId)))
        .orderBy(desc(submissions.createdAt)),
    async add({ ticket, ...row }) {
      const added = await connection
        .insert(submissions)
        .values({ ...row, ticket: ticket ?? null })
        .onConflictDoNothing({ target: submissions.ticket })
        .returning({ id: submissions.id })
      return added.length > 0
    },
    async keep({ key, value, most, ...row }) {
      const ofStep = and(eq(submissions.participationId, row.participationId), eq(submissions.stepId, row.stepId))
      await connection.delete(submissions).where(and(ofStep, sql`jsonb_exists(${submissions.answers}, ${key})`))
      const before = await connection.select({ id: submissions.id }).from(submissions).where(ofStep).orderBy(desc(submissions.createdAt))
      const old = before.slice(most - 1).map(({ id }) => id)
      if (old.length > 0) await connection.delete(submissions).where(inArray(submissions.id, old))
      await connection.insert(submissions).values({ ...row, answers: { [key]: value } })
    },
    async tally(questId, stepId) {
      const choice = sql<string>`jsonb_object_keys(${submissions.answers})`
      const rows = await connection
        .select({ choice, count: sql`count(*)`.mapWith(Number) })
        .from(submissions)
        .innerJoin(participations, eq(participations.id, submissions.participationId))
        .where(and(eq(participations.questId, questId), eq(submissions.stepId, stepId)))
        .groupBy(choice)
      return Object.fromEntries(rows.map((row) => [row.choice, row.count]))
    },
    async pasted(participationId, stepId) {
      const rows = await connection
        .select({ hash: pastedTransactions.hash })
        .from(pastedTransactions)
        .where(and(eq(pastedTransactions.participationId, participationId), eq(pastedTransactions.stepId, stepId)))
        .orderBy(asc(pastedTransactions.createdAt), asc(pastedTransactions.hash))
      return rows.map(({ hash }) => hash)
    },
    async addPasted(row) {
      await connection.insert(pastedTransactions).values(row).onConflictDoNothing()
    },
  }
}
