/**
 * Ten thousand credentials of many quests, by the slot's own processes with two provers, until L2 has all of them final; then the same state from
 * L2 alone, into memory as `./cairn rederive` does it and into an empty database. Arguments: credentials (10000), quests (20).
 */
import { asc, sql } from 'drizzle-orm'
import { openDatabase } from '#drizzle/client.ts'
import { migrateDatabase } from '#drizzle/migrate.ts'
import { proofJobs, rollupBatches } from '#drizzle/schema/rollup.ts'
import { readHeads } from '#server/rollup/l2/slotReader.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { createNodeStore, type NodeStore } from '#server/rollup/state/nodeStore.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { type SlotProcesses, startSlotProcesses } from '#tests/support/slotProcesses.ts'
import { bar, printReport, summarise } from './report.ts'
import { allFinal, mint, numbers, openQuests } from './slotLoad.ts'

const [credentials = 10_000, quests = 20] = numbers

/** Derives everything that L2 has; fails at the first claim that is not right. */
async function deriveAll(slot: SlotProcesses, store: NodeStore) {
  const deriver = new SlotDeriver({ hasher: fastHasher, client: slot.client, slot: slot.slot, domain: slot.domain, store })
  const started = performance.now()
  const roots: bigint[] = []
  let derived = 0
  for await (const { number, derivedRoot, credentials: minted, problem } of deriver.derive()) {
    if (problem !== null) throw new Error(`batch ${number}: ${problem}`)
    roots.push(derivedRoot)
    derived += minted
  }
  return { seconds: (performance.now() - started) / 1000, roots, derived }
}

/** A database beside the slot's, with nothing but the tables. */
async function emptyDatabase(slot: SlotProcesses) {
  await slot.db.execute(sql`create database derived`)
  const url = new URL(slot.databaseUrl)
  url.pathname = '/derived'
  await migrateDatabase(url.href)
  return openDatabase(url.href, { max: 2 })
}

const slot = await startSlotProcesses({ circuits: ['small', 'large', 'bulk'], logs: true })
try {
  await Promise.all((['sequencer', 'publisher', 'watcher'] as const).map((name) => slot.start(name)))
  for (let prover = 0; prover < 2; prover++) await slot.start('prover', { CAIRN_PROVER_THREADS: '1' })
  await openQuests(slot, quests)
  console.error(`${quests} quests are open`)
  const begun = performance.now()
  for (let i = 0; i < credentials; i++) await mint(slot, i % quests, Math.floor(i / quests))
  const accepted = (performance.now() - begun) / 1000
  console.error(`${credentials} mints were acknowledged in ${accepted.toFixed(1)} s`)
  await allFinal(slot, credentials)
  const settled = (performance.now() - begun) / 1000

  const batches = await slot.db
    .select({ circuit: rollupBatches.circuit, root: rollupBatches.newRoot, minted: rollupBatches.credentials, prover: proofJobs.leasedBy })
    .from(rollupBatches)
    .innerJoin(proofJobs, sql`${proofJobs.batch} = ${rollupBatches.number}`)
    .orderBy(asc(rollupBatches.number))
  const { finalRoot } = await readHeads(slot.client, slot.slot)
  const inMemory = await deriveAll(slot, createMemoryNodeStore())
  const { db, close } = await emptyDatabase(slot)
  const inDatabase = await deriveAll(slot, createNodeStore(db)).finally(close)
  for (const { roots, derived } of [inMemory, inDatabase]) {
    const same = roots.length === batches.length && roots.every((root, i) => root === batches[i]?.root)
    if (!same || toHex32(roots.at(-1) ?? 0n) !== finalRoot || derived !== credentials) throw new Error('L2 gives another state')
  }
  const count = (what: string, n: number) => summarise(what, 'batches', [n])
  // A lease is the prover's name and a word of its own.
  const provers = Map.groupBy(batches, ({ prover }) => prover?.split('/')[0] ?? 'nobody')
  printReport(
    'rederive',
    [
      ...(['small', 'large', 'bulk'] as CircuitName[]).map((name) =>
        count(`${name} batches`, batches.filter((b) => b.circuit === name).length),
      ),
      ...[...provers.values()].map((share, i) => count(`proved by prover ${i + 1}`, share.length)),
      summarise('from the first mint to the last final one', 's', [settled]),
      summarise(`final credentials of ${quests} quests`, 'per second', [credentials / settled], 'more'),
      summarise('the same from L2 alone, in memory as ./cairn rederive', 's', [inMemory.seconds]),
      summarise('the same from L2 alone, into an empty database', 's', [inDatabase.seconds]),
    ],
    [
      bar('final credentials, all with the root that L2 alone gives', credentials, inMemory.derived, 'more'),
      bar('provers that took part', 2, provers.size, 'more'),
      bar(`seconds to derive ${credentials} credentials into an empty database`, 60, Number(inDatabase.seconds.toPrecision(4))),
    ],
  )
} finally {
  await slot.stop()
}
