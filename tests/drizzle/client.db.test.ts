import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '#drizzle/client.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'

let database: FreshDatabase
let lost: string[]
let opened: ReturnType<typeof openDatabase>

beforeEach(async () => {
  database = await freshDatabase()
  lost = []
  opened = openDatabase(database.url, { max: 2, onError: ({ message }) => lost.push(message) })
})
afterEach(async () => {
  await opened.close()
  await database.drop()
})

type Session = Pick<typeof opened.db, 'execute'>
const backend = async (session: Session) => {
  const { rows } = await session.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return rows[0]?.pid ?? 0
}
const terminate = (pid: number) => database.db.execute(sql`select pg_terminate_backend(${pid})`)
const reported = async (least: number) => {
  for (let i = 0; i < 100 && lost.length < least; i++) await new Promise((resolve) => setTimeout(resolve, 20))
}

// Without a listener of its own, a connection that is lost here ends the whole process: the fault drill of Postgres found it.
it('outlives a connection that is lost between two statements of a transaction', async () => {
  const work = opened.db.transaction(async (tx) => {
    await terminate(await backend(tx))
    await reported(1)
    await tx.execute(sql`select 1`)
  })
  await expect(work).rejects.toThrow()
  expect(lost.length).toBeGreaterThan(0)
  expect(await backend(opened.db)).toBeGreaterThan(0)
})

it('outlives an idle connection that is lost', async () => {
  await terminate(await backend(opened.db))
  await reported(1)
  expect(lost.length).toBeGreaterThan(0)
  expect(await backend(opened.db)).toBeGreaterThan(0)
})
