import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#drizzle/client.ts'

export type FreshDatabase = Awaited<ReturnType<typeof freshDatabase>>

/** A database of its own for one test or one file, migrated and empty. Call `drop` when done. For `*.db.test.ts` and `*.chain.test.ts`. */
export async function freshDatabase() {
  const adminUrl = inject('postgresAdminUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(adminUrl, `create database ${name} template template_cairn`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const { db, pool, close } = openDatabase(url.href, { max: 20 })
  const drop = async () => {
    await close()
    await administer(adminUrl, `drop database ${name} with (force)`)
  }
  return { url: url.href, db, pool, drop }
}

async function administer(adminUrl: string, statement: string) {
  // Copies of one template cannot run at the same time: Postgres says so and the test tries again.
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: adminUrl })
    await client.connect()
    try {
      await client.query(statement)
      return
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && error.code === '55006'
      if (!busy || attempt >= 100) throw error
    } finally {
      await client.end()
    }
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60))
  }
}
