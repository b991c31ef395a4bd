import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A member: one account, many wallets. `slotIndex` is the account's leaf in the slot, known once a batch opened it. */
export const accounts = pgTable('accounts', {
  id: uuid().primaryKey().defaultRandom(),
  handle: text().unique(),
  slotIndex: integer().unique(),
  createdAt: instant().notNull().defaultNow(),
})

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
  (t) => [index().on(t.accountId)],
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
