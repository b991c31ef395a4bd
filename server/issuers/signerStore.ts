import { and, asc, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { issuerChanges, quests, spaceSigners, spaces } from '#drizzle/schema/index.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'

export type SignerRow = typeof spaceSigners.$inferSelect
export type NewSigner = Pick<SignerRow, 'id' | 'spaceId' | 'name' | 'url' | 'keyX' | 'keyY' | 'sealedSecret' | 'createdAt'>
export type SignerChange = Partial<Omit<SignerRow, 'id' | 'spaceId' | 'keyX' | 'keyY' | 'createdAt'>>

/** A quest with its place in the slot. `key`: the one that its leaf names; null before it has one. `waiting`: CUBEs that wait for a signature, since when. */
export type SignedQuest = {
  slug: string
  title: { en: string; ja: string }
  index: number
  key: GrumpkinPoint | null
  waiting: number
  since: Date | null
  /** A key that it is to have, while the slot does not know of it. */
  next: GrumpkinPoint | null
  /** The platform owns its leaf, so the platform can have its key be another. */
  movable: boolean
}

export type SignerStore = {
  list(spaceId: string): Promise<SignerRow[]>
  /** Waits for others who change the space's signers. */
  hold(spaceId: string): Promise<SignerRow[]>
  /** The signer that has shown that it holds the key; one at most, in whatever space. */
  byKey(key: GrumpkinPoint): Promise<SignerRow | null>
  /** False when the space has registered the key. Others may have, too, who do not hold it. */
  add(row: NewSigner): Promise<boolean>
  change(id: string, change: SignerChange): Promise<void>
  remove(id: string): Promise<void>
  /** The signer whose key new quests of the space name. */
  inUse(spaceId: string): Promise<SignerRow | null>
  questAt(questIndex: number): Promise<{ slug: string; space: string; spaceId: string } | null>
  /** Newest first. */
  quests(spaceId: string): Promise<SignedQuest[]>
  /** Asks for a quest's key to be another; what was asked for before and not carried out is replaced. */
  askChange(quest: number, key: GrumpkinPoint, at: Date): Promise<void>
}

export function createSignerStore(connection: Connection): SignerStore {
  const list = (spaceId: string) =>
    connection
      .select()
      .from(spaceSigners)
      .where(eq(spaceSigners.spaceId, spaceId))
      .orderBy(asc(spaceSigners.createdAt), asc(spaceSigners.id))
  return {
    list,
    async hold(spaceId) {
      await connection.select({ id: spaces.id }).from(spaces).where(eq(spaces.id, spaceId)).for('update')
      return list(spaceId)
    },
    async byKey({ x, y }) {
      const [row] = await connection
        .select()
        .from(spaceSigners)
        .where(and(eq(spaceSigners.keyX, x), eq(spaceSigners.keyY, y), eq(spaceSigners.proven, true)))
      return row ?? null
    },
    async add(row) {
      const added = await connection.insert(spaceSigners).values(row).onConflictDoNothing().returning({ id: spaceSigners.id })
      return added.length > 0
    },
    async change(id, change) {
      await connection.update(spaceSigners).set(change).where(eq(spaceSigners.id, id))
    },
    async remove(id) {
      await connection.delete(spaceSigners).where(eq(spaceSigners.id, id))
    },
    async inUse(spaceId) {
      const [row] = await connection
        .select()
        .from(spaceSigners)
        .where(and(eq(spaceSigners.spaceId, spaceId), eq(spaceSigners.inUse, true)))
      return row ?? null
    },
    async questAt(questIndex) {
      const [row] = await connection
        .select({ slug: quests.slug, space: spaces.slug, spaceId: spaces.id })
        .from(quests)
        .innerJoin(spaces, eq(spaces.id, quests.spaceId))
        .where(eq(quests.slotIndex, questIndex))
      return row ?? null
    },
    quests: (spaceId) => readQuests(connection, spaceId),
    async askChange(quest, { x, y }, at) {
      await connection
        .insert(issuerChanges)
        .values({ quest, keyX: x, keyY: y, createdAt: at })
        .onConflictDoUpdate({
          target: issuerChanges.quest,
          targetWhere: sql`${issuerChanges.txKey} is null`,
          set: { keyX: x, keyY: y, createdAt: at },
        })
    },
  }
}

/** Quests looked at: more than a space launches in a month of its daily quota. */
const mostShown = 1000

type Found = {
  slug: string
  title: SignedQuest['title']
  index: number
  x: string | null
  y: string | null
  waiting: number
  since: Date | string | null
  next_x: Buffer | null
  next_y: Buffer | null
  movable: boolean
}

async function readQuests(connection: Connection, spaceId: string): Promise<SignedQuest[]> {
  const { rows } = await connection.execute<Found>(sql`
    with waits as (
      select (payload->>'questIndex')::int as quest, count(*)::int as waiting, min(created_at) as since
      from rollup_txs where status = 'awaiting-issuer' and kind = 'mint' group by 1)
    select q.slug, v.definition->'title' as title, q.slot_index as index, l.fields->>'issuerKeyX' as x, l.fields->>'issuerKeyY' as y,
      coalesce(w.waiting, 0) as waiting, w.since, c.key_x as next_x, c.key_y as next_y,
      q.slot_owner is null as movable
    from quests q
    join quest_versions v on v.quest_id = q.id and v.version = q.published_version
    left join lateral (
      select fields from rollup_leaves where tree = ${treeIds.quests} and index = q.slot_index order by batch desc limit 1) l on true
    left join waits w on w.quest = q.slot_index
    left join lateral (
      select i.key_x, i.key_y from issuer_changes i left join rollup_txs t on t.key = i.tx_key
      where i.quest = q.slot_index and (i.tx_key is null or t.status = 'accepted') order by i.id desc limit 1) c on true
    where q.space_id = ${spaceId} and q.slot_index is not null
    order by q.created_at desc, q.id limit ${mostShown}`)
  return rows.map(({ slug, title, index, x, y, waiting, since, next_x, next_y, movable }) => ({
    ...{ slug, title, index, waiting, movable },
    key: x === null || y === null ? null : { x: BigInt(x), y: BigInt(y) },
    since: since === null ? null : new Date(since),
    next: next_x === null || next_y === null ? null : { x: bigintOf(next_x), y: bigintOf(next_y) },
  }))
}

const bigintOf = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)
