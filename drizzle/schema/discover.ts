import { index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, searchVector } from './columns.ts'
import { quests, spaces } from './quests.ts'

/** The same text in every language of the site. */
const bilingual = () => jsonb().notNull().$type<{ en: string; ja: string }>()

/** How a published quest is found: what its definition says, in columns that can be searched. Written when the quest is published. */
export const questListings = pgTable(
  'quest_listings',
  {
    questId: uuid()
      .primaryKey()
      .references(() => quests.id, { onDelete: 'cascade' }),
    category: text({ enum: ['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'] }).notNull(),
    difficulty: smallint().notNull(),
    minutes: integer().notNull(),
    points: integer().notNull(),
    steps: integer().notNull(),
    /** CAIP-2 ids of the chains that its rules read; none for a quest that needs no chain. */
    chains: text().array().notNull(),
    search: searchVector().notNull(),
  },
  (t) => [index().using('gin', t.search), index().using('gin', t.chains), index().on(t.category)],
)

/** Quests of a space under one heading. `path`: in its order, each building on the one before. */
export const collections = pgTable(
  'collections',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    kind: text({ enum: ['collection', 'path'] }).notNull(),
    title: bilingual(),
    summary: bilingual(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.spaceId)],
)

/** Which quests, in which order: `position` counts from 0. */
export const collectionQuests = pgTable(
  'collection_quests',
  {
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    questId: uuid()
      .notNull()
      .references(() => quests.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.questId] }), uniqueIndex().on(t.collectionId, t.position), index().on(t.questId)],
)

/** A stretch of time in which completions of some quests count: from `startsAt` (included) to `endsAt` (not included). */
export const seasons = pgTable(
  'seasons',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    title: bilingual(),
    summary: bilingual(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.spaceId), index().on(t.endsAt)],
)

/** The quests that count in a season. */
export const seasonQuests = pgTable(
  'season_quests',
  {
    seasonId: uuid()
      .notNull()
      .references(() => seasons.id, { onDelete: 'cascade' }),
    questId: uuid()
      .notNull()
      .references(() => quests.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.seasonId, t.questId] }), uniqueIndex().on(t.seasonId, t.position), index().on(t.questId)],
)
