import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { spaces } from './quests.ts'

/** A place in a space, offered to whoever signs in with a wallet. `wallet`: its id without a chain. Open ones count until `expiresAt`. */
export const spaceInvitations = pgTable(
  'space_invitations',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    wallet: text().notNull(),
    role: text({ enum: ['admin', 'editor', 'reviewer', 'analyst'] }).notNull(),
    invitedBy: uuid()
      .notNull()
      .references(() => accounts.id),
    status: text({ enum: ['open', 'accepted', 'declined', 'revoked'] })
      .notNull()
      .default('open'),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('space_invitations_open').on(t.spaceId, t.wallet).where(sql`${t.status} = 'open'`),
    index('space_invitations_wallet').on(t.wallet).where(sql`${t.status} = 'open'`),
  ],
)

/** What a space says of itself beside its name (`spaces.name`, English). `version` counts its changes: who saves names the one that was read. */
export const spaceProfiles = pgTable('space_profiles', {
  spaceId: uuid()
    .primaryKey()
    .references(() => spaces.id, { onDelete: 'cascade' }),
  nameJa: text(),
  about: jsonb().$type<{ en: string; ja: string }>(),
  website: text(),
  links: jsonb().$type<{ kind: string; url: string }[]>().notNull().default([]),
  version: integer().notNull().default(1),
})

/**
 * The domain that a space says is its own. `nonce`: what the file there must say. `proven` has a mark; `lost` had one. `failingSince`: since when the domain
 * does not answer; an answer without the proof takes the mark away at once.
 */
export const spaceDomains = pgTable(
  'space_domains',
  {
    spaceId: uuid()
      .primaryKey()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    host: text().notNull(),
    nonce: text().notNull(),
    status: text({ enum: ['waiting', 'proven', 'lost'] })
      .notNull()
      .default('waiting'),
    provenAt: instant(),
    checkedAt: instant(),
    failingSince: instant(),
  },
  (t) => [index('space_domains_due').on(t.checkedAt).where(sql`${t.status} = 'proven'`)],
)
