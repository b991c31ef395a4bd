import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { spaces } from './quests.ts'

/** Contracts that a space imported: what its authors choose functions and events from. Read again only when somebody imports it again. */
export const spaceContracts = pgTable(
  'space_contracts',
  {
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    /** CAIP-2 */
    chain: text().notNull(),
    /** Lower case. */
    address: text().notNull(),
    /** server/verify/contracts/importContract.ts: proxies, origins, entries, selectors, notes. */
    contract: jsonb().notNull(),
    /** Functions and events, for a list that does not read them. */
    items: integer().notNull(),
    importedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.chain, t.address] })],
)
