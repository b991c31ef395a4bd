import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { credentials } from './credentials.ts'
import { quests } from './quests.ts'

/**
 * How a quest's prizes are given: a row from the moment it is published. A raffle has a seed (32 bytes, hex): sealed (server/auth/sealing.ts) until the
 * draw, with its sha256 published from the beginning. Ranked tiers have none. Hashes are hex with 0x.
 */
export const questDraws = pgTable(
  'quest_draws',
  {
    questId: uuid()
      .primaryKey()
      .references(() => quests.id),
    commitment: text(),
    sealedSeed: text(),
    /** Nothing is drawn before this time, and the L2 block is the first one from it on. */
    drawsAt: instant().notNull(),
    /** All that follows is written once, by the draw. */
    seed: text(),
    blockNumber: bigint({ mode: 'number' }),
    blockHash: text(),
    entrants: integer(),
    drawnAt: instant(),
    /** Every winner has the prize. */
    paidAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.paidAt, t.drawsAt)],
)

/** Who won, best first: `rank` from 0 over all tiers. `ticket`: of a raffle. */
export const drawWinners = pgTable(
  'draw_winners',
  {
    questId: uuid()
      .notNull()
      .references(() => questDraws.questId),
    rank: integer().notNull(),
    tier: integer().notNull(),
    credentialId: uuid()
      .notNull()
      .references(() => credentials.id),
    slotIndex: integer().notNull(),
    ticket: text(),
    awardedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.questId, t.rank] })],
)
