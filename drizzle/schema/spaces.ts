import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { spaces } from './quests.ts'

/** Who works for a space, and as what. Every space has an owner here; `spaces.owner_id` is the one who answers for it in public. */
export const spaceMembers = pgTable(
  'space_members',
  {
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** server/spaces/role.ts */
    role: text().$type<'owner' | 'admin' | 'editor' | 'reviewer' | 'analyst'>().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.accountId] }), index('space_members_account').on(t.accountId)],
)

/** What was done in a space: written with the change itself, never changed after. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    /** Who did it; null: the platform by itself. */
    accountId: uuid().references(() => accounts.id),
    /** server/spaces/audit.ts */
    action: text().notNull(),
    /** What it was done to: a slug, a wallet, a name. */
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [index('audit_entries_space').on(t.spaceId, t.id)],
)
