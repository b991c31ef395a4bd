import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { lettersOf, questTitles, spaceNames, wordsOf } from './searchText.ts'

/** A project's home. */
export const spaces = pgTable(
  'spaces',
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index('spaces_words').using('gin', wordsOf(spaceNames(t))), index('spaces_letters').using('gin', lettersOf(spaceNames(t)))],
)

/** A secret that requests of the space's quests may carry as `{{name}}`: sealed (server/auth/sealing.ts), never shown again. */
export const spaceSecrets = pgTable(
  'space_secrets',
  {
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    sealed: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.name] })],
)

/**
 * A list that was uploaded to a space. Its rows are kept by their digest: what a rule names can never change. `by`: what its first column holds. `removedAt`: it
 * is not offered any more; rules that name it go on.
 */
export const lists = pgTable(
  'lists',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    by: text({ enum: ['evm', 'solana', 'handle'] }).notNull(),
    digest: text().notNull(),
    columns: jsonb().notNull().$type<string[]>(),
    rows: integer().notNull(),
    duplicates: integer().notNull(),
    createdAt: instant().notNull().defaultNow(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex().on(t.spaceId, t.digest)],
)

/** Rows of lists by content. */
export const listRows = pgTable(
  'list_rows',
  {
    digest: text().notNull(),
    value: text().notNull(),
    columns: jsonb().notNull().$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.digest, t.value] })],
)

/** A quest. Its content lives in versions; `publishedVersion` is the one members see. `slotIndex` is its leaf in the slot. */
export const quests = pgTable(
  'quests',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id),
    slug: text().notNull().unique(),
    status: text({ enum: ['draft', 'publishing', 'live', 'paused', 'ended'] })
      .notNull()
      .default('draft'),
    publishedVersion: integer(),
    /** The version that members are judged by: the one whose hash the slot's leaf carries. Later ones change words only. */
    rulesVersion: integer(),
    slotIndex: integer().unique(),
    supply: integer().notNull(),
    /** What each completion reserves in the slot, in units of the slot's token `rewardToken`; 0 = nothing. */
    rewardToken: smallint().notNull().default(0),
    rewardPerMint: numeric({ precision: 29, scale: 0, mode: 'bigint' }).notNull().default(sql`0`),
    /** What each completion costs beside its reward, in wei: the slot's part, which is in the leaf, and the shares of those who bring members. */
    feePerMint: numeric({ precision: 29, scale: 0, mode: 'bigint' }).notNull().default(sql`0`),
    /** Slot account of a project that paid for the quest and gets back what is left; null: the platform opened it. `openingTx`: hash of what it signed. */
    slotOwner: integer(),
    openingTx: text(),
    /** Places taken; never above supply: the row is locked while a completion is written. */
    completed: integer().notNull().default(0),
    /** The quest whose winners this one pays, and which of its tiers: such a quest is in no list, and nobody starts it. */
    prizeOf: uuid().references((): AnyPgColumn => quests.id),
    prizeTier: smallint(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    /** First quest of the family of which this one is a period, that one itself too; null for a quest that does not recur. `period` counts from 0. */
    familyId: uuid().references((): AnyPgColumn => quests.id),
    period: integer(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.spaceId),
    index().on(t.opensAt, t.id),
    index().on(t.closesAt, t.id),
    uniqueIndex().on(t.familyId, t.period),
    // Most quests pay no prize: an index with all of those would be taken for a way to find them.
    uniqueIndex('quests_prizes').on(t.prizeOf, t.prizeTier).where(sql`${t.prizeOf} is not null`),
  ],
)

/** An immutable version of a quest's definition. `rulesHash` = sha256 of its canonical JSON (RFC 8785), upper 248 bits, hex. */
export const questVersions = pgTable(
  'quest_versions',
  {
    questId: uuid()
      .notNull()
      .references(() => quests.id),
    version: integer().notNull(),
    definition: jsonb().notNull().$type<unknown>(),
    rulesHash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.questId, t.version] }),
    index('quest_versions_words').using('gin', wordsOf(questTitles(t))),
    index('quest_versions_letters').using('gin', lettersOf(questTitles(t))),
  ],
)

/** A member on a quest: made when a signed-in member opens it. */
export const participations = pgTable(
  'participations',
  {
    id: uuid().primaryKey().defaultRandom(),
    questId: uuid()
      .notNull()
      .references(() => quests.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    version: integer().notNull(),
    startedAt: instant().notNull().defaultNow(),
    completedAt: instant(),
    /** Of the member's last click on this quest: the mint carries it on to its batch. */
    requestId: text(),
    /** The link that brought the member here (`referral_links`): the first one, kept from the start on. */
    referral: text(),
  },
  (t) => [
    uniqueIndex().on(t.questId, t.accountId),
    index('participations_referral').on(t.referral).where(sql`${t.referral} is not null`),
    index().on(t.accountId),
    index('participations_started').on(t.questId, t.startedAt, t.id),
  ],
)

/** The latest verdict of one step for one participant, with its trace and the digest of its evidence. */
export const stepVerdicts = pgTable(
  'step_verdicts',
  {
    participationId: uuid()
      .notNull()
      .references(() => participations.id, { onDelete: 'cascade' }),
    stepId: text().notNull(),
    status: text({ enum: ['pass', 'fail', 'pending', 'error'] }).notNull(),
    trace: json().notNull().$type<unknown>(),
    /** Why it did not pass, as a code (server/verify/reason.ts); null for a pass. */
    reason: text(),
    /** CAIP-2 ids of the chains that a pass was seen on. */
    chains: text().array().notNull().default([]),
    /** Values of a pass that later steps may use, by name. */
    captured: json().$type<Record<string, string>>(),
    evidenceDigest: text(),
    judgedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.participationId, t.stepId] })],
)

/**
 * What a member handed in on a step: answers to a quiz, a vote, a survey, a visit. `correct`: right answers of a quiz, which itself never leaves the server.
 * `ticket`: that of the link which was opened; it counts once.
 */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    participationId: uuid()
      .notNull()
      .references(() => participations.id, { onDelete: 'cascade' }),
    stepId: text().notNull(),
    answers: jsonb().notNull().$type<Record<string, string>>(),
    correct: integer(),
    ticket: text().unique(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.participationId, t.stepId)],
)

/** Transactions that a member pasted for a step, where a chain offers no way to find them. */
export const pastedTransactions = pgTable(
  'pasted_transactions',
  {
    participationId: uuid()
      .notNull()
      .references(() => participations.id, { onDelete: 'cascade' }),
    stepId: text().notNull(),
    hash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.participationId, t.stepId, t.hash] })],
)

/** One completion: a place taken, once per account and quest. Written in one transaction with its credential and its mint. */
export const completions = pgTable(
  'completions',
  {
    id: uuid().primaryKey().defaultRandom(),
    questId: uuid()
      .notNull()
      .references(() => quests.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    version: integer().notNull(),
    evidenceDigest: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex().on(t.questId, t.accountId), index().on(t.questId, t.createdAt), index().on(t.accountId)],
)

/** Evidence bundles by digest (sha256 of canonical JSON, upper 248 bits, hex). As text that keeps every character: chains hold strings that `jsonb` refuses. */
export const evidence = pgTable('evidence', {
  digest: text().primaryKey(),
  bundle: json().notNull().$type<unknown>(),
  createdAt: instant().notNull().defaultNow(),
})

/** How far the follower has matched each chain, with the hash that a reorg is noticed by. */
export const chainCursors = pgTable('chain_cursors', {
  chain: text().primaryKey(),
  height: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  finalizedHeight: bigint({ mode: 'number' }).notNull(),
  headAt: instant().notNull(),
  checkedAt: instant().notNull().defaultNow(),
  error: text(),
})
