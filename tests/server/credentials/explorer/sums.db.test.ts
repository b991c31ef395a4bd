import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { l2Sends, proofJobs, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'
import { chartStart, fillDays } from '#server/credentials/explorer/charts.ts'
import { readDays, readPoints } from '#server/credentials/explorer/chartsStore.ts'
import { provingWindow, readCircuits, readProofs } from '#server/credentials/explorer/proofsStore.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { batchRow, chance, jobRow, sendRow } from './slotRows.ts'

const now = Date.parse('2027-05-20T12:00:00Z')
const dayMs = 86_400_000
const circuits = ['small', 'large', 'bulk'] as const
const pick = chance(3)

/** Batches over forty days; each third has no credentials, the last ones are not final. */
const batches = Array.from({ length: 90 }, (_, i) => {
  const sealed = now - (90 - i) * 0.45 * dayMs
  const number = i + 1
  const credentials = i % 3 === 0 ? 0 : pick(27)
  const isFinal = number <= 80
  return {
    ...{ number, circuit: circuits[pick(3)] ?? 'small', status: isFinal ? ('final' as const) : ('proposed' as const) },
    ...{ credentials, accounts: pick(9), inboxFrom: i * 2, inboxTo: i * 2 + pick(3), calldata: `0x${'ab'.repeat(10 + i)}` },
    ...{ proposeGas: 200_000 + i, verifyGas: i % 5 === 0 ? null : 600_000 + i },
    ...{ sealedAt: new Date(sealed), finalAt: isFinal ? new Date(sealed + 9000 + i) : null },
  }
})
const mints = batches.flatMap(({ number, credentials, sealedAt }) =>
  Array.from({ length: credentials }, (_, i) => ({ number, i, createdAt: new Date(sealedAt.getTime() - pick(5000)) })),
)
const jobs = batches.map(({ number, circuit }) => {
  const done = number <= 85
  return jobRow({
    ...{
      batch: number,
      circuit,
      status: done ? 'done' : 'leased',
      witnessMs: done ? pick(900) : null,
      proofMs: done ? 1000 + pick(9000) : null,
    },
    ...{ peakMemoryKb: done ? pick(900_000) : null, recipient: number % 2 === 0 ? `0x${'0'.repeat(40)}` : `0x${'ab'.repeat(20)}` },
  })
})
const finalized = batches
  .filter(({ number }) => number % 7 === 0)
  .map(({ number }) => sendRow({ purpose: `finalize:${number}`, gasUsed: 50_000 }))

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  await fresh.db.insert(rollupBatches).values(batches.map(batchRow))
  await fresh.db.insert(proofJobs).values(jobs)
  await fresh.db.insert(l2Sends).values(finalized)
  await fresh.db
    .insert(rollupTxs)
    .values(
      mints.map(({ number, i, createdAt }) => ({ key: `${number}:${i}`, kind: 'mint' as const, payload: {}, batch: number, createdAt })),
    )
})
afterAll(() => fresh.drop())

/** As Postgres defines `percentile_cont`: between the two values around the place. */
function percentile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

describe('credentials by day', () => {
  it('are what the batches of the days hold', async () => {
    const days = fillDays(await readDays(fresh.db, new Date(chartStart(now))), now)
    const naive = days.map(({ day }) =>
      batches.filter(({ sealedAt }) => sealedAt.toISOString().startsWith(day)).reduce((sum, { credentials }) => sum + credentials, 0),
    )
    expect(days.map(({ credentials }) => credentials)).toEqual(naive)
    expect(naive.filter((count) => count > 0).length).toBeGreaterThan(15)
  })
})

describe('the newest batches in numbers', () => {
  it('are what their rows say, oldest first', async () => {
    const points = await readPoints(fresh.db, 40)
    expect(points.map(({ number }) => number)).toEqual(batches.slice(-40).map(({ number }) => number))
    for (const point of points) {
      const batch = batches[point.number - 1]
      const job = jobs[point.number - 1]
      if (!batch || !job) throw new Error('no batch')
      const finalizeGas = point.number % 7 === 0 ? 50_000 : 0
      const took = mints
        .filter(({ number }) => number === point.number)
        .map(({ createdAt }) => (batch.finalAt?.getTime() ?? 0) - createdAt.getTime())
      expect(point).toMatchObject({
        ...{ circuit: batch.circuit, credentials: batch.credentials, accounts: batch.accounts, dataBytes: 10 + point.number - 1 },
        inboxItems: batch.inboxTo - batch.inboxFrom,
        gas: batch.finalAt === null ? null : batch.proposeGas + (batch.verifyGas ?? 0) + finalizeGas,
        ...{ witnessMs: job.witnessMs, proofMs: job.proofMs },
      })
      if (batch.finalAt === null || took.length === 0) expect(point.settleMs).toBeNull()
      else {
        expect(point.settleMs?.median).toBeCloseTo(percentile(took, 0.5) ?? Number.NaN, 3)
        expect(point.settleMs?.p95).toBeCloseTo(percentile(took, 0.95) ?? Number.NaN, 3)
      }
    }
  })

  it('are none where there are none', async () => {
    const empty = await freshDatabase()
    try {
      expect(await readPoints(empty.db, 40)).toEqual([])
      expect(await readDays(empty.db, new Date(0))).toEqual([])
      expect(await readCircuits(empty.db)).toEqual([])
    } finally {
      await empty.drop()
    }
  })
})

describe('proofs', () => {
  it('are summed by circuit, smallest first', async () => {
    const summary = await readCircuits(fresh.db)
    expect(summary.map(({ circuit }) => circuit)).toEqual(circuits)
    for (const { circuit, done, open, witnessMs, proofMs, peakMemoryKb } of summary) {
      const mine = jobs.filter((job) => job.circuit === circuit)
      const made = mine.filter(({ status }) => status === 'done')
      expect([done, open]).toEqual([made.length, mine.length - made.length])
      const of = (pickOne: (job: (typeof made)[number]) => number | null | undefined) => made.map((job) => pickOne(job) ?? 0)
      expect(proofMs?.median).toBeCloseTo(
        percentile(
          of((job) => job.proofMs),
          0.5,
        ) ?? Number.NaN,
      )
      expect(proofMs?.p95).toBeCloseTo(
        percentile(
          of((job) => job.proofMs),
          0.95,
        ) ?? Number.NaN,
      )
      expect(witnessMs?.median).toBeCloseTo(
        percentile(
          of((job) => job.witnessMs),
          0.5,
        ) ?? Number.NaN,
      )
      expect(peakMemoryKb).toBe(Math.max(...of((job) => job.peakMemoryKb)))
    }
  })

  it('of long ago are left out of the sums', async () => {
    const old = await freshDatabase()
    try {
      await old.db.insert(proofJobs).values([jobRow({ batch: 1, proofMs: 1 }), jobRow({ batch: provingWindow + 1, proofMs: 9 })])
      expect(await readCircuits(old.db)).toMatchObject([{ done: 1, proofMs: { median: 9, p95: 9 } }])
    } finally {
      await old.drop()
    }
  })

  it('are listed by batch, without what a prover says of its machine', async () => {
    await fresh.pool.query(`update proof_jobs set leased_by = 'a-machine:4711/x'`)
    const first = await readProofs(fresh.db, null, 30)
    const rest = await readProofs(fresh.db, first.at(-1)?.batch ?? 0, 100)
    expect([...first, ...rest].map(({ batch }) => batch)).toEqual(batches.map(({ number }) => number).reverse())
    expect(JSON.stringify([...first, ...rest])).not.toContain('a-machine')
    expect(first.map(({ recipient }) => recipient)).toEqual(first.map(({ batch }) => (batch % 2 === 0 ? null : `0x${'ab'.repeat(20)}`)))
  })
})
