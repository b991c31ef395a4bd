import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema/index.ts'

export type Database = NodePgDatabase<typeof schema>
/** A database or a transaction in it: what store functions take. */
export type Connection = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute' | 'query'>

/**
 * Opens a pool. A connection that Postgres drops is replaced by the pool: the loss is reported, and thrown only to whoever has a query under
 * way. Every connection has a listener of its own, because the pool listens to idle ones only: one that is lost between two statements of
 * a transaction would end the process.
 */
export function openDatabase(url: string, options: { max?: number; onError?: (error: Error) => void } = {}) {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 8, connectionTimeoutMillis: 10_000 })
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
  // Reported by the connection itself.
  pool.on('error', () => {})
  const db: Database = drizzle(pool, { schema, casing: 'snake_case' })
  return { db, pool, close: () => pool.end() }
}
