/**
 * A slot of a size (accounts 300000, credentials 3000000 by default: the two arguments): what a batch of mints, a proof path, a profile, leaderboards and
 * searches take there, and what a credential costs on disk by table. No proofs are made: every row is written by the engine's own code.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openDatabase } from '#drizzle/client.ts'
import { migrateDatabase } from '#drizzle/migrate.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import { postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { createExplorerStore } from '#server/credentials/explorerStore.ts'
import { readPerson } from '#server/credentials/readPerson.ts'
import { createQuestViewStore } from '#server/quests/questViewStore.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { freePort } from '#tests/support/ports.ts'
import { type BenchResult, bar, printReport, summarise } from './report.ts'
import { handleOf, loadSlot } from './scaleLoad.ts'
import { numbers } from './slotLoad.ts'

const [accounts = 300_000, credentials = 3_000_000] = numbers
const READS = 200
const EVENTUAL = 150_000_000

const folder = mkdtempSync(join(tmpdir(), 'cairn-scale-'))
const options = { folder, port: await freePort(), password: 'bench-only' }
const postgres = await runService(await postgresService(options))
const url = postgresUrl(options)
await migrateDatabase(url)
const { db, close } = openDatabase(url, { max: 4 })
/** The same in every run, spread over all. */
const some = (i: number, below: number) => (i * 7_919 + 104_729) % below

/** Milliseconds of each of `count` calls, after a few to warm up. */
async function times(what: string, count: number, work: (i: number) => Promise<unknown>): Promise<BenchResult> {
  for (let i = 0; i < Math.min(3, count); i++) await work(count + i)
  const samples: number[] = []
  for (let i = 0; i < count; i++) {
    const begun = performance.now()
    await work(i)
    samples.push(performance.now() - begun)
  }
  return summarise(what, 'ms', samples)
}

try {
  const begun = performance.now()
  const { state, quests, batches, mintSeconds, writeSeconds } = await loadSlot(db, { accounts, credentials })
  const minted = quests * circuits.bulk.mints
  console.error(`loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  await db.execute(sql`analyze`)
  const store = createNodeStore(db)
  const root = state.trees.credentials.root()
  const first = state.credentialCount - minted
  const path = await times('proof path of a credential, checked against the root', READS, async (i) => {
    const index = first + some(i, minted)
    const { leaf, path: siblings } = await pathAt({ store, hasher }, 'credentials', { index, batch: state.batch })
    if (leaf === 0n || rootFromPath(hasher, leaf, index, siblings) !== root) throw new Error(`credential ${index} is not in the tree`)
  })
  const [readAccounts, explorer, views] = [createAccountStore(db), createExplorerStore(db), createQuestViewStore(db)]
  const profile = await times('profile page (people.byHandle)', READS, async (i) => {
    const person = await readPerson({ readAccounts, explorer }, { handle: handleOf(some(i, accounts)) })
    if (person.credentials.length === 0) throw new Error('a member without credentials')
  })
  const list = await times('quest list (quests.list, 20 of all)', READS, () => views.list({ accountId: null, after: null, limit: 20 }))
  const points = (where: ReturnType<typeof sql>) => sql`
    select c.account_id, sum((v.definition->>'points')::integer) as points from credentials c join quests q on q.id = c.quest_id
    join quest_versions v on v.quest_id = q.id and v.version = q.published_version where ${where} group by 1 order by 2 desc limit 100`
  const board = await times('leaderboard of a quest (the query the tables serve; no page yet)', 20, (i) =>
    db.execute(points(sql`q.slot_index = ${some(i, quests)}`)),
  )
  const allTime = await times('leaderboard of everything (the same)', 3, () => db.execute(points(sql`c.slot_index is not null`)))
  const members = await times('search of members by the beginning of a handle (the same)', READS, (i) =>
    db.execute(
      sql`select handle from accounts where handle like ${`${handleOf(some(i, accounts)).slice(0, -1)}%`} order by handle limit 20`,
    ),
  )
  const titles = await times('search of quests by a word of the title (the same)', READS, (i) =>
    db.execute(sql`select quest_id from quest_versions where definition->'title'->>'en' ilike ${`%number ${some(i, quests)}%`} limit 20`),
  )
  await db.execute(sql`vacuum`)
  const { rows: tables } = await db.execute<{ name: string; heap: string; total: string }>(sql`
    select relname as name, pg_table_size(oid) as heap, pg_total_relation_size(oid) as total from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_total_relation_size(oid) desc`)
  const perCredential = tables.map(({ name, heap, total }) => ({ name, heap: Number(heap) / minted, total: Number(total) / minted }))
  const sum = perCredential.reduce((all, { total }) => all + total, 0)
  const last = (samples: number[]) => samples.slice(-5).map((seconds) => 1000 * seconds)
  printReport(
    'scale',
    [
      summarise(`${minted} credentials of ${accounts} accounts in ${batches} batches, loaded`, 's', [(performance.now() - begun) / 1000]),
      summarise(`a bulk batch of ${circuits.bulk.mints} mints built, the last five`, 'ms', last(mintSeconds)),
      summarise('the same batch written, with all rows', 'ms', last(writeSeconds)),
      ...[path, profile, list, board, allTime, members, titles],
      ...perCredential
        .filter(({ total }) => total >= 1)
        .map(({ name, total }) => summarise(`disk a credential: ${name}`, 'bytes', [total])),
      summarise('disk a credential, all tables with indexes', 'bytes', [sum]),
      summarise(`disk of ${EVENTUAL / 1e6} million`, 'GiB', [(sum * EVENTUAL) / 2 ** 30]),
      summarise(`leaderboard of everything at ${EVENTUAL / 1e6} million, if it grows with the rows`, 's', [
        (allTime.median * EVENTUAL) / minted / 1000,
      ]),
    ],
    [
      bar('search p95, ms', 100, Math.max(members.p95, titles.p95)),
      bar('profile p95, ms', 100, profile.p95),
      bar('proof path p95, ms', 100, path.p95),
    ],
  )
} finally {
  await close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
