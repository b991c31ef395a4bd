import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'

/** A sign-in challenge: single use, bound to one browser; the row is deleted before the signature is looked at. */
export const nonces = pgTable('nonces', {
  nonce: text().primaryKey(),
  browserId: text().notNull(),
  expiresAt: instant().notNull(),
})

/** One signed-in browser. A JWT counts only while its row (id = jti) is here. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    wallet: text().notNull(),
    userAgent: text().notNull().default(''),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.accountId)],
)
