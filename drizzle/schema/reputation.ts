import { bigint, index, integer, jsonb, pgTable, primaryKey, serial, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'

/** Where members are ranked by XP: a period (`all`, `month:2026-11`, `week:152`) and a facet of it (`all`, `category:0`, `space:<id>`). */
export const boards = pgTable(
  'boards',
  {
    id: serial().primaryKey(),
    period: text().notNull(),
    facet: text().notNull(),
  },
  (t) => [uniqueIndex().on(t.period, t.facet)],
)

/**
 * What a member has on a board: moved in the transaction that seals a batch, or takes one back (server/reputation/xp/xpStore.ts). A member without XP has
 * no row. Thousands are written with a batch and nothing else writes here, so neither column refers to its table.
 */
export const boardTotals = pgTable(
  'board_totals',
  {
    board: integer().notNull(),
    accountId: uuid().notNull(),
    xp: bigint({ mode: 'number' }).notNull(),
    /** Credentials that brought it. */
    credentials: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.board] }),
    // Nulls first: what `order by xp desc` says, and without it the index has another order.
    index('board_totals_rank').on(t.board, t.xp.desc().nullsFirst(), t.accountId),
  ],
)

/** Accounts that look like one person's, as `server/reputation/sybil` last found them. `signals`: every reason, in both languages. */
export const sybilClusters = pgTable('sybil_clusters', {
  id: text().primaryKey(),
  flag: text({ enum: ['none', 'watch', 'flagged'] }).notNull(),
  policyHash: text().notNull(),
  signals: jsonb().notNull().$type<unknown>(),
  foundAt: instant().notNull().defaultNow(),
})

/** Whose cluster it is: an account is in one at most. */
export const sybilMembers = pgTable(
  'sybil_members',
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    cluster: text()
      .notNull()
      .references(() => sybilClusters.id, { onDelete: 'cascade' }),
  },
  (t) => [index().on(t.cluster)],
)
