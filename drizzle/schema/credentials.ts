import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { completions, quests } from './quests.ts'
import { rollupTxs } from './rollup.ts'

/** A CUBE: the database's view of one credential. Its state (accepted … final) is that of its mint tx; index and serial are known once sealed. */
export const credentials = pgTable(
  'credentials',
  {
    id: uuid().primaryKey().defaultRandom(),
    completionId: uuid()
      .notNull()
      .unique()
      .references(() => completions.id),
    questId: uuid()
      .notNull()
      .references(() => quests.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    txId: uuid()
      .notNull()
      .unique()
      .references(() => rollupTxs.id),
    /** Leaf in the credentials tree. */
    slotIndex: integer().unique(),
    serial: integer(),
    issuedAt: instant(),
    evidenceDigest: text().notNull(),
    /** Root of the mint group's evidence digests; member i at position i. */
    evidenceRoot: text(),
    evidencePosition: integer(),
    /** What it brings its holder (server/reputation/xp): null until it is sealed, 0 once it is revoked, or while the holder has its quest twice. */
    xp: integer(),
    /** The holder does not want it shown on pages of ours; the slot stays public. */
    hidden: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.accountId, t.slotIndex), uniqueIndex().on(t.questId, t.serial)],
)
