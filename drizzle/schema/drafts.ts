import { sql } from 'drizzle-orm'
import { bigint, index, integer, json, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { quests, spaces } from './quests.ts'

/** A quest while it is written: one row for its whole life. What members see are its published versions. */
export const questDrafts = pgTable(
  'quest_drafts',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    /** Unique in its space; in all of them once it is launched. */
    slug: text().notNull(),
    /** The quest that was launched from it, of a recurring one the first; null before. */
    questId: uuid().references(() => quests.id),
    /** server/quests/drafts/document.ts; as text that keeps every character, since nothing of it is checked yet. */
    document: json().notNull().$type<unknown>(),
    /** Counts every save: one that knows an older number is refused. */
    revision: integer().notNull().default(1),
    /** Warnings that the authors know of, each for the text that it was about. */
    acknowledged: json().notNull().$type<{ code: string; path: string; digest: string }[]>(),
    /** server/quests/drafts/lifecycle.ts */
    stage: text({ enum: ['draft', 'review', 'approved', 'published'] })
      .notNull()
      .default('draft'),
    /** Titles and slug in lower case. */
    found: text().notNull(),
    editedBy: uuid().references(() => accounts.id),
    editedAt: instant().notNull(),
    /** When a save was last written to the audit log. */
    loggedAt: instant(),
    /** Who handed it in for the review that is open or approved. */
    submittedBy: uuid().references(() => accounts.id),
    archivedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('quest_drafts_slug').on(t.spaceId, t.slug),
    uniqueIndex('quest_drafts_quest').on(t.questId),
    index('quest_drafts_newest').on(t.spaceId, t.editedAt, t.id),
    index('quest_drafts_archived').on(t.questId).where(sql`${t.archivedAt} is not null`),
  ],
)

/** What was said of a draft on its way: never changed after. */
export const questReviews = pgTable(
  'quest_reviews',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    draftId: uuid()
      .notNull()
      .references(() => questDrafts.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    act: text({ enum: ['submitted', 'approved', 'sent-back', 'launched'] }).notNull(),
    words: text(),
    at: instant().notNull(),
  },
  (t) => [index('quest_reviews_draft').on(t.draftId, t.id)],
)

/** Two wallets that a draft is tried on at each launch: one that should pass every step, one that should not. `last…`: what came of it the last time. */
export const questDraftAddresses = pgTable(
  'quest_draft_addresses',
  {
    draftId: uuid()
      .notNull()
      .references(() => questDrafts.id, { onDelete: 'cascade' }),
    should: text({ enum: ['pass', 'fail'] }).notNull(),
    wallet: text().notNull(),
    lastResult: text({ enum: ['agrees', 'differs', 'unread', 'nothing'] }),
    lastRevision: integer(),
    lastAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.should] })],
)
