import { sql } from 'drizzle-orm'
import { date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { bytes, instant } from './columns.ts'
import { credentials } from './credentials.ts'
import { quests, spaces } from './quests.ts'

/** What visitors of a day are told apart by; thrown away the day after, so that nobody can say any more whose visit a digest was. */
export const viewSalts = pgTable('view_salts', {
  day: date({ mode: 'string' }).primaryKey(),
  salt: bytes().notNull(),
})

/** A visitor on a quest's page on a day (UTC), once. `visitor`: a digest under the salt of the day; no address, no cookie. Without referrer or `ref`: null. */
export const questViews = pgTable(
  'quest_views',
  {
    questId: uuid()
      .notNull()
      .references(() => quests.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    visitor: text().notNull(),
    referrer: text(),
    ref: text(),
  },
  (t) => [primaryKey({ columns: [t.questId, t.day, t.visitor] })],
)

/** A signed-in member on a quest's page for the first time, and where from: what the funnel's later stages are told apart by. */
export const questArrivals = pgTable(
  'quest_arrivals',
  {
    questId: uuid()
      .notNull()
      .references(() => quests.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    referrer: text(),
    ref: text(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.questId, t.accountId] }), index().on(t.accountId)],
)

/**
 * A space takes a credential of its quests back. `words`: what its holder is told. `txKey`: hash of the slot's revoke, once the issuer signed it; not
 * before the credential is final, because until then its leaf may become another one's.
 */
export const revocations = pgTable(
  'revocations',
  {
    id: uuid().primaryKey().defaultRandom(),
    credentialId: uuid()
      .notNull()
      .unique()
      .references(() => credentials.id),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id),
    /** Who asked for it. */
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** server/credentials/revocation.ts */
    reason: text().notNull(),
    words: text().notNull(),
    txKey: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('revocations_tx').on(t.txKey), index('revocations_due').on(t.createdAt).where(sql`${t.txKey} is null`)],
)
