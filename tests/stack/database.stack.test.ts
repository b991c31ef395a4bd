import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    } finally {
      await stack.stop()
    }
  } finally {
    await other.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
