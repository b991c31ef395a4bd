import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * A member: one account, many wallets. `slotIndex` is the leaf in the slot of its primary wallet, known once a batch opened it. `mergedInto`: the account
 * that this one was moved into; it has no wallets then, and that one was not moved itself.
 */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey().defaultRandom(),
    handle: text().unique(),
    slotIndex: integer().unique(),
    mergedInto: uuid().references((): AnyPgColumn => accounts.id),
    createdAt: instant().notNull().defaultNow(),
  },
  // What a handle begins with, in any collation.
  (t) => [index('accounts_handle_prefix').on(t.handle.op('text_pattern_ops'))],
)

/** A wallet proven by a signature. `address` is its CAIP-10 id (EVM addresses in lower case on chain namespace `eip155`, without a chain: `eip155:0x…`, `solana:…`). */
export const wallets = pgTable(
  'wallets',
  {
    address: text().primaryKey(),
    namespace: text({ enum: ['eip155', 'solana'] }).notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    primary: boolean().notNull().default(false),
    linkedAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.accountId), uniqueIndex('wallets_primary').on(t.accountId).where(sql`${t.primary}`)],
)

/**
 * Where a wallet was before: what its former account completed while, or after, it had the wallet cannot be completed again with it. Written by the
 * database's own clock, at the moment of leaving.
 */
export const formerWallets = pgTable(
  'former_wallets',
  {
    wallet: text().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    leftAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.wallet, t.accountId, t.leftAt] }), index().on(t.accountId)],
)

/**
 * A signed change of an account's wallets: one leaves, or becomes the primary one. What its owner's own wallet signs is done at once (`done`,
 * `effectiveAt` = `createdAt`); anything else waits until `effectiveAt` for the votes of the others. `voter`: the announcing wallet had a vote.
 */
export const walletChanges = pgTable(
  'wallet_changes',
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['remove', 'primary'] }).notNull(),
    wallet: text().notNull(),
    announcedBy: text().notNull(),
    voter: boolean().notNull(),
    status: text({ enum: ['open', 'done', 'stopped', 'withdrawn', 'void'] })
      .notNull()
      .default('open'),
    createdAt: instant().notNull(),
    effectiveAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    index().on(t.accountId, t.createdAt),
    uniqueIndex('wallet_changes_open').on(t.accountId, t.kind, t.wallet).where(sql`${t.status} = 'open'`),
    index('wallet_changes_due').on(t.effectiveAt).where(sql`${t.status} = 'open'`),
  ],
)

/** What a wallet signed for or against a change; the announcement is the first of them. A wallet that signs again changes its mind. */
export const walletVotes = pgTable(
  'wallet_votes',
  {
    changeId: uuid()
      .notNull()
      .references(() => walletChanges.id, { onDelete: 'cascade' }),
    wallet: text().notNull(),
    agrees: boolean().notNull(),
    message: text().notNull(),
    signature: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.wallet] })],
)

/** What every wallet of an account signed when the account was moved into another one. */
export const accountMerges = pgTable(
  'account_merges',
  {
    fromAccount: uuid()
      .notNull()
      .references(() => accounts.id),
    intoAccount: uuid()
      .notNull()
      .references(() => accounts.id),
    wallet: text().notNull(),
    message: text().notNull(),
    signature: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromAccount, t.wallet] })],
)

/** The ENS name that an EVM wallet goes by: its reverse record, when that name leads back to it; null = none. `checkedAt`: when the chain said so. */
export const ensNames = pgTable(
  'ens_names',
  {
    wallet: text().primaryKey(),
    name: text(),
    checkedAt: instant().notNull(),
  },
  (t) => [index().on(t.checkedAt)],
)

/** Evidence of a link: what both wallets signed, each message naming the other wallet. */
export const walletLinks = pgTable(
  'wallet_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    from: text().notNull(),
    to: text().notNull(),
    fromMessage: text().notNull(),
    fromSignature: text().notNull(),
    toMessage: text().notNull(),
    toSignature: text().notNull(),
    extra: jsonb().$type<Record<string, string>>(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.accountId)],
)

/** A member's account at another service: one of each service, and each account there for one member. Tokens are sealed (server/auth/sealing.ts). */
export const connections = pgTable(
  'connections',
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    service: text({ enum: ['github', 'discord', 'x'] }).notNull(),
    userId: text().notNull(),
    handle: text().notNull(),
    sealedTokens: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.service] }), uniqueIndex().on(t.service, t.userId)],
)
