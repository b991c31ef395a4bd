import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** Any constant: everyone who migrates this schema takes the same lock. */
const LOCK = 0x0ca1_2401
const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** Brings the schema up to date. Several processes may call it at once: one works, the others wait for it. */
export async function migrateDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await migrate(drizzle(client), { migrationsFolder: FOLDER })
  } finally {
    // The lock ends with the session.
    await client.end()
  }
}
