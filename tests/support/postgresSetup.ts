import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#drizzle/migrate.ts'
import { ensureDatabase, postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { freePort } from './ports.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrator's URL of the suite's Postgres; its database `template_cairn` holds the migrated schema. */
    postgresAdminUrl: string
  }
}

/** One Postgres per suite, in a folder of its own, with a migrated template that tests copy in 30 ms. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-postgres-'))
  chmodSync(folder, 0o755)
  const options = { folder, port: await freePort(), password: 'test', fsync: false }
  const service = await runService(await postgresService(options))
  await ensureDatabase(postgresUrl(options), 'template_cairn')
  await migrateDatabase(postgresUrl(options, 'template_cairn'))
  project.provide('postgresAdminUrl', postgresUrl(options))
  return async () => {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
