import type { Connection } from '#drizzle/client.ts'

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
  /** Writes what a batch changed; a repeated write of the same batch replaces it. */
  write(batch: number, changes: StateChanges): Promise<void>
  /** Unwinds: forgets every batch above. */
  deleteAfter(batch: number): Promise<void>
  /** The same store within the caller's transaction. */
  within(connection: Connection): NodeStore
}
