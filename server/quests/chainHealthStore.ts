import type { Connection } from '#drizzle/client.ts'
import { chainCursors } from '#drizzle/schema/index.ts'

export type CursorRow = typeof chainCursors.$inferSelect

/** How far the follower has read each chain. */
export type ChainHealthStore = { cursors(): Promise<CursorRow[]> }

export const createChainHealthStore = (connection: Connection): ChainHealthStore => ({
  cursors: () => connection.select().from(chainCursors),
})
