import type { Connection } from '#drizzle/client.ts'
import { chainCursors } from '#drizzle/schema/index.ts'

/** How far the follower has looked at a chain, and how that chain was. `error` is set while it cannot be read. */
export type Cursor = {
  chain: string
  height: number
  hash: string
  finalizedHeight: number
  headAt: Date
  checkedAt: Date
  error: string | null
}

export type CursorStore = { all(): Promise<Cursor[]>; save(cursor: Cursor): Promise<void> }

export const createCursorStore = (connection: Connection): CursorStore => ({
  all: () => connection.select().from(chainCursors),
  save: async (cursor) => {
    await connection.insert(chainCursors).values(cursor).onConflictDoUpdate({ target: chainCursors.chain, set: cursor })
  },
})
