import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupLeaves, rollupNodes } from '#drizzle/schema/rollup.ts'

/** Number of a tree in the tables; `state` holds one record per batch: the header with counts and roots. */
export const treeIds = { state: 0, accounts: 1, credentials: 2, quests: 3, vaults: 4 } as const
export type TreeId = (typeof treeIds)[keyof typeof treeIds]

/** Level 0 = leaves; `index` counts within the level. */
export type NodeKey = { tree: TreeId; level: number; index: number }
export type LeafKey = { tree: TreeId; index: number }
export type LeafFields = Record<string, string>

export type StateChanges = {
  nodes: readonly (NodeKey & { hash: bigint })[]
  leaves: readonly (LeafKey & { fields: LeafFields })[]
}

/** Tree nodes and leaf fields by batch: what holds at batch n is the newest row with `batch <= n`. */
export type NodeStore = {
  /** Newest batch that was written; 0 = nothing yet. */
  latest(): Promise<number>
  /** In the order of the keys; undefined = never written up to that batch (the empty subtree). */
  nodes(keys: readonly NodeKey[], batch: number): Promise<(bigint | undefined)[]>
  leaves(keys: readonly LeafKey[], batch: number): Promise<(LeafFields | undefined)[]>
  /** Writes what a batch changed; row by row over an earlier write of the same batch (another content: `deleteAfter` first). */
  write(batch: number, changes: StateChanges): Promise<void>
  /** Unwinds: forgets every batch above. */
  deleteAfter(batch: number): Promise<void>
  /** The same store within the caller's transaction. */
  within(connection: Connection): NodeStore
}

/** The rows of `rollup_nodes` and `rollup_leaves`. One statement a call, whatever the number of keys. */
export function createNodeStore(connection: Connection): NodeStore {
  return {
    async latest() {
      const [row] = await connection
        .select({ batch: rollupLeaves.batch })
        .from(rollupLeaves)
        .where(and(eq(rollupLeaves.tree, treeIds.state), eq(rollupLeaves.index, 0)))
        .orderBy(desc(rollupLeaves.batch))
        .limit(1)
      return row?.batch ?? 0
    },
    async nodes(keys, batch) {
      const found: (bigint | undefined)[] = keys.map(() => undefined)
      if (keys.length === 0) return found
      const { rows } = await connection.execute<{ ord: string; hash: Buffer }>(sql`
        select k.ord, n.hash
        from unnest(${column(keys, 'tree')}::smallint[], ${column(keys, 'level')}::smallint[], ${column(keys, 'index')}::bigint[])
          with ordinality as k(tree, level, idx, ord)
        cross join lateral (
          select hash from rollup_nodes
          where tree = k.tree and level = k.level and index = k.idx and batch <= ${batch}
          order by batch desc limit 1
        ) n`)
      for (const { ord, hash } of rows) found[Number(ord) - 1] = BigInt(`0x${hash.toString('hex')}`)
      return found
    },
    async leaves(keys, batch) {
      const found: (LeafFields | undefined)[] = keys.map(() => undefined)
      if (keys.length === 0) return found
      const { rows } = await connection.execute<{ ord: string; fields: LeafFields }>(sql`
        select k.ord, l.fields
        from unnest(${column(keys, 'tree')}::smallint[], ${column(keys, 'index')}::bigint[]) with ordinality as k(tree, idx, ord)
        cross join lateral (
          select fields from rollup_leaves
          where tree = k.tree and index = k.idx and batch <= ${batch}
          order by batch desc limit 1
        ) l`)
      for (const { ord, fields } of rows) found[Number(ord) - 1] = fields
      return found
    },
    async write(batch, { nodes, leaves }) {
      if (nodes.length > 0) {
        const hashes = sql.param(nodes.map(({ hash }) => Buffer.from(hash.toString(16).padStart(64, '0'), 'hex')))
        await connection.execute(sql`
          insert into rollup_nodes (tree, level, index, batch, hash)
          select tree, level, idx, ${batch}::integer, hash
          from unnest(${column(nodes, 'tree')}::smallint[], ${column(nodes, 'level')}::smallint[], ${column(nodes, 'index')}::bigint[],
            ${hashes}::bytea[]) as k(tree, level, idx, hash)
          on conflict (tree, level, index, batch) do update set hash = excluded.hash`)
      }
      if (leaves.length > 0) {
        const fields = sql.param(leaves.map((leaf) => JSON.stringify(leaf.fields)))
        await connection.execute(sql`
          insert into rollup_leaves (tree, index, batch, fields)
          select tree, idx, ${batch}::integer, fields
          from unnest(${column(leaves, 'tree')}::smallint[], ${column(leaves, 'index')}::bigint[], ${fields}::jsonb[]) as k(tree, idx, fields)
          on conflict (tree, index, batch) do update set fields = excluded.fields`)
      }
    },
    async deleteAfter(batch) {
      await connection.delete(rollupNodes).where(gt(rollupNodes.batch, batch))
      await connection.delete(rollupLeaves).where(gt(rollupLeaves.batch, batch))
    },
    within: createNodeStore,
  }
}

/** One number of every key as one array parameter. */
const column = <K extends string>(keys: readonly Readonly<Record<K, number>>[], name: K) => sql.param(keys.map((key) => key[name]))
