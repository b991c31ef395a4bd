import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { ensureDatabase, postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { expectNothingTwice, expectWell } from '../support/demo.ts'
import { freePort } from '../support/ports.ts'
import { startStack } from '../support/stack.ts'

test('a fresh stack works on another Postgres by DATABASE_URL alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-other-'))
  chmodSync(folder, 0o755)
  const options = { folder, port: await freePort(), password: 'other' }
  const other = await runService(await postgresService(options))
  await ensureDatabase(postgresUrl(options), 'elsewhere')
  const databaseUrl = postgresUrl(options, 'elsewhere')
  try {
    const stack = await startStack({ DATABASE_URL: databaseUrl })
    try {
      expect(stack.run().processes).not.toHaveProperty('postgres')
      expect(stack.databaseUrl).toBe(databaseUrl)
      await expectWell(stack, await stack.cairn('demo', '--json'))
      await expectNothingTwice(stack, 1)

      // Nobody is there to be asked, so nothing is deleted; when told so, everything is, in that database too.
      expect((await stack.cairn('reset')).code).toBe(2)
      expect(await tablesIn(databaseUrl)).toBeGreaterThan(10)
      expect((await stack.cairn('reset', '--yes')).code).toBe(0)
      expect(await tablesIn(databaseUrl)).toBe(0)
      expect(existsSync(join(stack.home, 'data'))).toBe(false)
      expect(existsSync(join(stack.home, 'secrets.json'))).toBe(false)
    } finally {
      await stack.stop()
    }
  } finally {
    await other.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function tablesIn(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    "select count(*)::int as n from information_schema.tables where table_schema in ('public', 'drizzle')",
  )
  await client.end()
  return Number(rows[0].n)
}
