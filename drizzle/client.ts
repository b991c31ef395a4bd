import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema/index.ts'

export type Database = NodePgDatabase<typeof schema>
/** A database or a transaction in it: what store functions take. */
export type Connection = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute' | 'query'>

/** Opens a pool. A connection that Postgres drops is replaced by the pool: idle errors are reported, not thrown. */
export function openDatabase(url: string, options: { max?: number; onError?: (error: Error) => void } = {}) {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 8, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => options.onError?.(error))
  const db: Database = drizzle(pool, { schema, casing: 'snake_case' })
  return { db, pool, close: () => pool.end() }
}
