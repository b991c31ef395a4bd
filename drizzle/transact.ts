import type { Connection, Database } from './client.ts'

/** Serialization failure and deadlock: the transaction did nothing, so it may be run again. */
const retryable = new Set(['40001', '40P01'])
const maxAttempts = 8

/** Runs `work` in one transaction, again when Postgres asks for that. Everything `work` does must go through the connection it is given. */
export async function transact<T>(db: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((connection) => work(connection))
    } catch (error) {
      if (attempt === maxAttempts || !retryable.has(sqlState(error) ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, attempt * 5 * Math.random()))
    }
  }
}

/** SQLSTATE of a database error, also when the query builder wrapped it. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return null
}

/** Name of the unique constraint that a write ran into; null for any other error. */
export function uniqueViolation(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if ('code' in at && at.code === '23505') return 'constraint' in at && typeof at.constraint === 'string' ? at.constraint : ''
  }
  return null
}
