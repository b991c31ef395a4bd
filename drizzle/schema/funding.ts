import { bigint, index, integer, json, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { questDrafts } from './drafts.ts'
import { spaces } from './quests.ts'

/** The slot account that a space's quests are paid from and that gets back what is left: that of one member who may move its money. */
export const spaceVaults = pgTable('space_vaults', {
  spaceId: uuid()
    .primaryKey()
    .references(() => spaces.id, { onDelete: 'cascade' }),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id),
  /** Number of the account in the slot; it never becomes somebody else's. */
  slotAccount: integer().notNull(),
  createdAt: instant().notNull().defaultNow(),
})

/**
 * What a member is about to sign: the openings of a draft that costs money. The definition has its salts already, because its hash is signed, and the
 * leaves are kept free. One for each draft, replaced when it is prepared anew, gone once it is launched.
 */
export const questPreparations = pgTable('quest_preparations', {
  draftId: uuid()
    .primaryKey()
    .references(() => questDrafts.id, { onDelete: 'cascade' }),
  /** Of the draft: another one is another text. */
  revision: integer().notNull(),
  /** As text that keeps every character. */
  definition: json().notNull().$type<unknown>(),
  /** Leaf of the quest, then those of its prizes. */
  slotIndices: integer().array().notNull(),
  /** Completions that the pools pay from the start. */
  places: integer().notNull(),
  slotAccount: integer().notNull(),
  createdAt: instant().notNull(),
})

/** A link by which members are brought to the quests of a space, and who is paid for it. */
export const referralLinks = pgTable(
  'referral_links',
  {
    code: text().primaryKey(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Which share of the fee it brings: of who shows the quests, by the space's own choice, or of who brings others there. */
    role: text({ enum: ['publisher', 'referrer'] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('referral_links_once').on(t.spaceId, t.accountId, t.role), index().on(t.accountId)],
)

/** Shares that were paid to somebody by a transfer of the space's vault. A transfer that the slot refused counts for nothing. */
export const referralPayments = pgTable(
  'referral_payments',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    amount: numeric({ precision: 29, scale: 0, mode: 'bigint' }).notNull(),
    /** Hash of the slot's tx. */
    tx: text().notNull().unique(),
    createdAt: instant().notNull(),
  },
  (t) => [index().on(t.spaceId, t.accountId)],
)
