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
import { createEnsStore } from '#server/accounts/ensStore.ts'
import { shownNames } from '#server/accounts/refreshNames.ts'
import { postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { composeDiscover } from '#server/compose/discover.ts'
import { listOlderQuests } from '#server/compose/seeds.ts'
import { createExplorerStore } from '#server/credentials/explorerStore.ts'
import { readPerson } from '#server/credentials/readPerson.ts'
import { createBoardStore } from '#server/reputation/xp/boardStore.ts'
import { findBoard, type LeaderboardQuestion, readLeaderboard } from '#server/reputation/xp/leaderboard.ts'
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
/** When the loaded batches were sealed. */
const SEALED_MS = 1_800_000_000_000

const folder = mkdtempSync(join(tmpdir(), 'cairn-scale-'))
/** A server with memory for its indexes. While it is filled nothing must be safe from a power cut, and dead rows wait for the vacuum at the end. */
const settings = ['shared_buffers=4GB', 'max_wal_size=24GB', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const options = { folder, port: await freePort(), password: 'bench-only', settings }
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
  await listOlderQuests(db)
  console.error(`loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  await db.execute(sql`vacuum analyze`)
  const store = createNodeStore(db)
  const root = state.trees.credentials.root()
  const first = state.credentialCount - minted
  const path = await times('proof path of a credential, checked against the root', READS, async (i) => {
    const index = first + some(i, minted)
    const { leaf, path: siblings } = await pathAt({ store, hasher }, 'credentials', { index, batch: state.batch })
    if (leaf === 0n || rootFromPath(hasher, leaf, index, siblings) !== root) throw new Error(`credential ${index} is not in the tree`)
  })
  const [readAccounts, explorer] = [createAccountStore(db), createExplorerStore(db)]
  const names = (wallets: readonly string[]) => shownNames(createEnsStore(db), wallets, SEALED_MS)
  const discover = composeDiscover({ db, chains: [], now: () => Date.now() })
  const anyone = { accountId: null, after: null, limit: 20 }
  const profile = await times('profile page (people.byHandle)', READS, async (i) => {
    const person = await readPerson({ readAccounts, explorer, names }, { handle: handleOf(some(i, accounts)), viewerId: null })
    if (person.credentials.length === 0) throw new Error('a member without credentials')
  })
  const list = await times('quest list (quests.list, 20 of all)', READS, () => discover.list({ ...anyone, filter: {}, sort: 'newest' }))
  const boards = createBoardStore(db)
  const leaderboard = (question: LeaderboardQuestion, accountId: string) =>
    findBoard({ boards, now: () => SEALED_MS }, question).then((found) =>
      readLeaderboard({ boards, names }, found, { after: null, limit: 50, accountId }),
    )
  const { rows: ranked } = await db.execute<{ id: string }>(
    sql`select distinct account_id::text as id from board_totals order by id limit ${READS}`,
  )
  const accountOf = (i: number) => ranked[some(i, ranked.length)]?.id ?? ''
  const board = await times('leaderboard of a category, first page and own row', READS, async (i) => {
    const { entries, mine } = await leaderboard({ period: 'week', category: 'nft' }, accountOf(i))
    if (entries.length === 0 || !mine) throw new Error('a leaderboard without its members')
  })
  const allTime = await times('leaderboard of everything, first page and own row', READS, async (i) => {
    const { entries, mine } = await leaderboard({ period: 'all' }, accountOf(i))
    if (entries.length === 0 || !mine) throw new Error('a leaderboard without its members')
  })
  const members = await times('search of members by the beginning of a handle (the same)', READS, (i) =>
    db.execute(
      sql`select handle from accounts where handle like ${`${handleOf(some(i, accounts)).slice(0, -1)}%`} order by handle limit 20`,
    ),
  )
  const titles = await times('search of quests by words of the title (quests.list)', READS, (i) =>
    discover.list({ ...anyone, filter: { q: `number ${some(i, quests)}` }, sort: 'match' }),
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
    ],
    [
      bar('search p95, ms', 100, Math.max(members.p95, titles.p95)),
      bar('profile p95, ms', 100, profile.p95),
      bar('leaderboard p95, ms', 100, Math.max(board.p95, allTime.p95)),
      bar('proof path p95, ms', 100, path.p95),
    ],
  )
} finally {
  await close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
