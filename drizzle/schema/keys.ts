import { bigint, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { spaces } from './quests.ts'

/**
 * Keys by which a space's own programs call the REST API. `accountId`: who made it, and whose role bounds it from then on. `prefix`: its first characters, which
 * are shown; `hash`: SHA-256 of the whole, hex; the key itself is nowhere. A revoked one stays for the list to show.
 */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In the order of making. */
    number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    prefix: text().notNull(),
    hash: text().notNull(),
    /** server/spaces/keys/scope.ts */
    scopes: text().array().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex().on(t.hash), index('api_keys_space').on(t.spaceId, t.number), index().on(t.accountId)],
)
