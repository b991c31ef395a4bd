import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { openDatabase } from '#drizzle/client.ts'
import { postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { freePort } from '../support/ports.ts'
import { against, printReport, summarise } from './report.ts'

/** Acknowledged mints a second, each a durable commit of its own, beside plain inserts of the same size in the same run. */
const clients = 32
const perRun = 2000
const runs = 5

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
const options = { folder, port: await freePort(), password: 'bench-only-password' }
const postgres = await runService(await postgresService(options))
const { db, pool, close } = openDatabase(postgresUrl(options), { max: clients })
try {
  await migrate(db, { migrationsFolder: join(import.meta.dirname, '..', '..', 'drizzle', 'migrations') })
  await pool.query('create table plain (id bigserial primary key, key text not null unique, payload jsonb not null)')
  let next = 0
  const payload = (n: number) => ({
    credentialId: `credential-${n}`,
    accountId: `account-${n}`,
    wallet: `eip155:0x${n.toString(16).padStart(40, '0')}`,
    questIndex: n % 5,
    evidenceDigest: `0x${n.toString(16).padStart(62, '0')}`,
  })
  const acknowledge = (n: number) => submitTx(db, { key: `mint:${n}`, kind: 'mint', payload: payload(n) })
  const insert = (n: number) => pool.query('insert into plain (key, payload) values ($1, $2)', [`plain:${n}`, JSON.stringify(payload(n))])

  const rate = async (work: (n: number) => Promise<unknown>) => {
    const started = performance.now()
    let left = perRun
    const one = async () => {
      while (left-- > 0) await work(next++)
    }
    await Promise.all(Array.from({ length: clients }, one))
    return (perRun * 1000) / (performance.now() - started)
  }
  const [acknowledged, plain]: [number[], number[]] = [[], []]
  await rate(acknowledge)
  await rate(insert)
  for (let run = 0; run < runs; run++) {
    acknowledged.push(await rate(acknowledge))
    plain.push(await rate(insert))
  }
  const peer = summarise('plain autocommit inserts', 'per second', plain, 'more')
  printReport('acknowledge', [against(summarise('acknowledged mints', 'per second', acknowledged, 'more'), peer, 'more'), peer], [])
} finally {
  await close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
