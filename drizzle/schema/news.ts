import { sql } from 'drizzle-orm'
import { bigserial, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { instant } from './columns.ts'
import { quests } from './quests.ts'

/** What members are told of. */
export const noticeKinds = [
  'cube.final',
  'cube.refused',
  'cube.revoked',
  'withdrawal.paid',
  'deposit.final',
  'transfer.received',
  'move.refused',
  'quest.ending',
  'quest.soldOut',
  'quest.poolLow',
  'wallet.linked',
  'wallet.removed',
  'wallet.primary',
  'wallet.announced',
  'wallet.stopped',
  'account.merged',
  'session.new',
  'space.invited',
  'space.delisted',
  'space.answered',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * Small facts of a notice: what its words and links are made of, never the words. `credential`: leaf; `amount`: decimal, in the token's
 * smallest unit; `wallet`, `by`: wallet ids; `address`: of L2; `tx`: hash; `change`: what is asked for `wallet`, by whom, and when it happens;
 * `space`: a slug, `role`: in it.
 */
export type NoticeFacts = {
  credential?: number
  batch?: number
  token?: number
  amount?: string
  address?: string
  wallet?: string
  by?: string
  change?: 'remove' | 'primary'
  effectiveAt?: string
  userAgent?: string
  tx?: string
  closesAt?: string
  reason?: string
  space?: string
  spaceName?: string
  role?: string
  /** Completions that a quest's pools still pay. */
  left?: number
}

/**
 * What a member was told, written in the transaction that caused it. `key`: what it is about, so that nothing is said twice however often it
 * happens (batches can be taken back and become final again). `pushedAt`: when it was handed to whoever pushes; null = not yet.
 */
export const notices = pgTable(
  'notices',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    key: text().notNull(),
    questId: uuid().references(() => quests.id),
    facts: jsonb().notNull().$type<NoticeFacts>(),
    createdAt: instant().notNull().defaultNow(),
    readAt: instant(),
    pushedAt: instant(),
  },
  (t) => [
    uniqueIndex().on(t.accountId, t.key),
    index().on(t.accountId, t.id),
    index('notices_unread').on(t.accountId).where(sql`${t.readAt} is null`),
    index('notices_unpushed').on(t.id).where(sql`${t.pushedAt} is null`),
  ],
)

/** Kinds that a member does not want to be told of. */
export const mutedNotices = pgTable(
  'muted_notices',
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.kind] })],
)

/** A browser that a member's notices are pushed to (RFC 8030). `publicKey` and `secret`: the browser's, base64url (RFC 8291). */
export const pushSubscriptions = pgTable(
  'push_subscriptions',
  {
    endpoint: text().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    publicKey: text().notNull(),
    secret: text().notNull(),
    /** Language of what is shown. */
    locale: text({ enum: ['en', 'ja'] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.accountId)],
)
