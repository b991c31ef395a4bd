import { type SQL, sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { quests, spaces } from './quests.ts'

type Words = { en: string; ja: string }

/** Who looks after the whole site. */
export const platformRoles = pgTable('platform_roles', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id),
  role: text({ enum: ['admin', 'moderator'] }).notNull(),
  createdAt: instant().notNull().defaultNow(),
})

/** What a row is about: a space, or one of its quests (of a recurring one the first of its family). */
const subject = {
  spaceId: uuid()
    .notNull()
    .references(() => spaces.id, { onDelete: 'cascade' }),
  questId: uuid().references(() => quests.id, { onDelete: 'cascade' }),
}

/**
 * Why a space or quest is in no list: `held` until somebody looked at it, `delisted` for a public reason. Only those without `liftedAt` count; others are the
 * record. `accountId` null: the platform by itself.
 */
export const listingStops = pgTable(
  'listing_stops',
  {
    id: uuid().primaryKey().defaultRandom(),
    ...subject,
    kind: text({ enum: ['held', 'delisted'] }).notNull(),
    reason: jsonb().$type<Words>(),
    accountId: uuid().references(() => accounts.id),
    at: instant().notNull(),
    /** Words of the space's owner against it, once. */
    appeal: text(),
    appealedBy: uuid().references(() => accounts.id),
    appealedAt: instant(),
    answer: text(),
    answeredAt: instant(),
    liftedAt: instant(),
    liftedBy: uuid().references(() => accounts.id),
  },
  (t) => [
    uniqueIndex('listing_stops_space').on(t.spaceId).where(sql`${t.questId} is null and ${t.liftedAt} is null`),
    uniqueIndex('listing_stops_quest').on(t.questId).where(sql`${t.questId} is not null and ${t.liftedAt} is null`),
    index('listing_stops_of').on(t.spaceId, t.at),
  ],
)

/** One thing that the platform has to look at: open, taken by somebody, resolved. `facts`: what it is about beside its subject. */
export const platformCases = pgTable(
  'platform_cases',
  {
    id: uuid().primaryKey().defaultRandom(),
    ...subject,
    kind: text({ enum: ['first-publication', 'likeness', 'report', 'appeal'] }).notNull(),
    stopId: uuid().references(() => listingStops.id, { onDelete: 'cascade' }),
    facts: jsonb().$type<Record<string, string>>().notNull().default({}),
    status: text({ enum: ['open', 'taken', 'resolved'] })
      .notNull()
      .default('open'),
    openedAt: instant().notNull(),
    takenBy: uuid().references(() => accounts.id),
    takenAt: instant(),
    resolvedBy: uuid().references(() => accounts.id),
    resolvedAt: instant(),
    outcome: text({ enum: ['upheld', 'dismissed'] }),
    note: text(),
  },
  (t) => {
    const unresolved = (more: SQL) => sql`${t.status} <> 'resolved' and ${more}`
    return [
      uniqueIndex('platform_cases_space')
        .on(t.kind, t.spaceId)
        .where(unresolved(sql`${t.questId} is null`)),
      uniqueIndex('platform_cases_quest')
        .on(t.kind, t.questId)
        .where(unresolved(sql`${t.questId} is not null`)),
      uniqueIndex('platform_cases_first').on(t.spaceId).where(sql`${t.kind} = 'first-publication'`),
      index('platform_cases_queue').on(t.openedAt, t.id).where(sql`${t.status} <> 'resolved'`),
      index('platform_cases_upheld').on(t.spaceId, t.resolvedAt).where(sql`${t.kind} = 'report' and ${t.outcome} = 'upheld'`),
    ]
  },
)

/** What a member said against a subject: once while its case is open. */
export const platformReports = pgTable(
  'platform_reports',
  {
    caseId: uuid()
      .notNull()
      .references(() => platformCases.id, { onDelete: 'cascade' }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    /** server/platform/case.ts */
    reason: text().notNull(),
    words: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.accountId] }), index('platform_reports_account').on(t.accountId, t.createdAt)],
)

/** A quest that the home page shows first for a span of days; of a recurring one the first of its family. */
export const featuredQuests = pgTable(
  'featured_quests',
  {
    id: uuid().primaryKey().defaultRandom(),
    questId: uuid()
      .notNull()
      .references(() => quests.id, { onDelete: 'cascade' }),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
    endedAt: instant(),
    /** Its place among those that are in front: the smallest comes first. */
    position: integer().notNull().default(0),
  },
  (t) => [index('featured_quests_span').on(t.endsAt).where(sql`${t.endedAt} is null`)],
)

/** What was done on the platform: written with the change itself, never changed after. `accountId` null: by its command line or by itself. */
export const platformEntries = pgTable('platform_entries', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: uuid().references(() => accounts.id),
  /** server/platform/log.ts */
  action: text().notNull(),
  subject: text().notNull(),
  before: jsonb(),
  after: jsonb(),
  at: instant().notNull().defaultNow(),
})
