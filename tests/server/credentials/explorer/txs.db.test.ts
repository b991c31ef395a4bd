import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TxPlace } from '#server/credentials/explorer/txOrder.ts'
import { readTx } from '#server/credentials/explorer/txStore.ts'
import { readTxs, type TxQuery } from '#server/credentials/explorer/txsStore.ts'
import { type TxFilter, txFilters, txLanes, txStates } from '#server/credentials/explorer/txViews.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { addPooled, batchCount, chance, fillSlot, type Known } from './slotRows.ts'

let fresh: FreshDatabase
let known: Known[]
beforeAll(async () => {
  fresh = await freshDatabase()
  known = await fillSlot(fresh.db, { pool: 160, items: 90 })
})
afterAll(() => fresh.drop())

const all: TxQuery = { kind: null, state: null, batch: null }

/** Every page of a list, one after the other. */
async function walk(query: TxQuery, limit: number, between: () => Promise<void> = async () => {}) {
  const pages: string[][] = []
  let after: TxPlace | null = null
  do {
    const { items, next }: Awaited<ReturnType<typeof readTxs>> = await readTxs(fresh.db, query, { after, limit })
    pages.push(items.map(({ id }) => id))
    after = next
    await between()
  } while (after !== null)
  return pages
}

const isOf = (tx: Known, kind: TxFilter | null) =>
  kind === null || ((txLanes as readonly string[]).includes(kind) ? tx.lane === kind : tx.kind === kind)

/** The naive answer: all rows, narrowed and put in order by hand. */
function expected({ kind, state, batch }: TxQuery): string[] {
  const rank = ({ lane }: Known) => (lane === 'inbox' ? 1 : 0)
  const number = ({ id }: Known) => Number(id.slice('inbox-'.length))
  return known
    .filter((tx) => isOf(tx, kind) && (state === null || tx.state === state) && (batch === null || tx.batch === batch))
    .sort((a, b) => b.at.localeCompare(a.at) || rank(a) - rank(b) || (rank(a) === 1 ? number(b) - number(a) : 0))
    .map(({ id }) => id)
}

/**
 * Rows of the pool that share a microsecond are ordered by their UUIDs, which a ledger tx does not show: compared as sets within one time.
 */
function grouped(ids: string[]): string[][] {
  const times = new Map(known.map(({ id, at, lane }) => [id, `${at} ${lane === 'inbox'}`]))
  const groups: string[][] = []
  for (const [i, id] of ids.entries()) {
    if (i > 0 && times.get(id) === times.get(ids[i - 1] ?? '')) groups.at(-1)?.push(id)
    else groups.push([id])
  }
  return groups.map((group) => (group[0]?.startsWith('inbox-') ? group : group.sort()))
}

describe('a list of txs', () => {
  it('shows each tx once, in order, whatever it is narrowed to and however long its pages are', async () => {
    const query = fc.record({
      kind: fc.option(fc.constantFrom(...txFilters)),
      state: fc.option(fc.constantFrom(...txStates)),
      batch: fc.option(fc.integer({ min: 1, max: batchCount + 1 }), { freq: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(query, fc.integer({ min: 1, max: 40 }), async (view, limit) => {
        const pages = await walk(view, limit)
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
        const found = pages.flat()
        expect(new Set(found).size).toBe(found.length)
        expect(grouped(found)).toEqual(grouped(expected(view)))
      }),
      { numRuns: 60 },
    )
  })

  it('has every lane and every state in it', async () => {
    for (const kind of txLanes) expect((await walk({ ...all, kind }, 50)).flat().length).toBeGreaterThan(10)
    for (const state of txStates) expect((await walk({ ...all, state }, 50)).flat().length).toBeGreaterThan(10)
  })

  it('neither repeats nor skips what was there, while newer ones come in', async () => {
    const before = expected(all)
    const pick = chance(99)
    let i = 100_000
    const newer: string[] = []
    const pages = await walk(all, 20, async () => {
      const tx = await addPooled(fresh.db, { i: i++, pick, at: '2027-03-02T00:00:00.000000Z' })
      newer.push(tx.id)
    })
    expect(grouped(pages.flat())).toEqual(grouped(before))
    expect(newer.length).toBeGreaterThan(5)
    await fresh.pool.query('delete from rollup_txs where created_at = $1', ['2027-03-02T00:00:00Z'])
  })
})

describe('one tx', () => {
  it('is found by the id that the list gives, and says the same', async () => {
    const { items } = await readTxs(fresh.db, all, { after: null, limit: 300 })
    expect(items).toHaveLength(known.length)
    for (const item of items) expect(await readTx(fresh.db, item.id), item.id).toMatchObject(item)
  })

  it('is null for an id that nothing has', async () => {
    for (const id of ['inbox-5000', `0x${'ee'.repeat(32)}`, '00000000-0000-4000-8000-000000000000'])
      expect(await readTx(fresh.db, id)).toBeNull()
  })

  it('that is only a wish of the platform is no tx of the slot', async () => {
    const { rows } = await fresh.pool.query(
      `insert into rollup_txs (key, kind, payload) values ('openQuest:1', 'openQuest', '{"questIndex": 1}') returning id`,
    )
    expect(await readTx(fresh.db, rows[0].id)).toBeNull()
    expect((await walk(all, 50)).flat()).not.toContain(rows[0].id)
  })
})
