import { sql } from 'drizzle-orm'
import { bigint, bigserial, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { field, instant } from './columns.ts'
import { spaces } from './quests.ts'

/**
 * A mint group that an issuer outside of the platform is asked to sign. What it signs is fixed here: it is asked for the same bytes until it answers, and
 * the batch takes the group as it was signed. One at a time for each quest, because each group raises the quest's nonce.
 * `asking`, then `signed`, then `sealed` in a batch; `dropped` when the slot moved on under it or its time ran out: its mints are asked for anew.
 */
export const issuerGroups = pgTable(
  'issuer_groups',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Leaf of the quest. */
    quest: integer().notNull(),
    keyX: field().notNull(),
    keyY: field().notNull(),
    groupNonce: bigint({ mode: 'number' }).notNull(),
    /** Rows of `rollup_txs`, their slot accounts, wallets and evidence digests, in the order of the group. */
    txs: uuid().array().notNull(),
    accounts: integer().array().notNull(),
    wallets: text().array().notNull(),
    digests: text().array().notNull(),
    evidenceRoot: field().notNull(),
    /** Unix seconds. */
    validUntil: bigint({ mode: 'number' }).notNull(),
    message: field().notNull(),
    status: text({ enum: ['asking', 'signed', 'sealed', 'dropped'] })
      .notNull()
      .default('asking'),
    s: field(),
    e: field(),
    attempts: integer().notNull().default(0),
    nextAt: instant().notNull(),
    /** Why the last attempt brought nothing, as a code. */
    lastError: text(),
    createdAt: instant().notNull(),
    signedAt: instant(),
  },
  (t) => [
    uniqueIndex('issuer_groups_open').on(t.quest).where(sql`${t.status} in ('asking', 'signed')`),
    index('issuer_groups_due').on(t.nextAt).where(sql`${t.status} = 'asking'`),
    index().on(t.quest, t.createdAt),
  ],
)

/**
 * A signer service of a space's own, which holds an issuer key. `proven`: it has signed with this key what we asked it to. `inUse`: quests of the space that
 * are launched from now on name its key; one at most. Older ones are kept for the quests that name theirs.
 * `secret`: sealed; signs what we ask. `voucher…`: its word that the platform's DID speaks for it in exported credentials.
 */
export const spaceSigners = pgTable(
  'space_signers',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    url: text().notNull(),
    keyX: field().notNull(),
    keyY: field().notNull(),
    sealedSecret: text().notNull(),
    proven: boolean().notNull().default(false),
    inUse: boolean().notNull().default(false),
    voucherDid: text(),
    voucherS: field(),
    voucherE: field(),
    checkedAt: instant(),
    signedAt: instant(),
    failedAt: instant(),
    /** Why it did not sign the last time, as a code, and its own words; null once it signs. */
    lastError: text(),
    lastWords: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Anybody may register any key; whoever has shown that it is theirs has it alone.
    uniqueIndex('space_signers_key').on(t.keyX, t.keyY).where(sql`${t.proven}`),
    uniqueIndex('space_signers_own').on(t.spaceId, t.keyX, t.keyY),
    uniqueIndex('space_signers_in_use').on(t.spaceId).where(sql`${t.inUse}`),
    index().on(t.spaceId, t.createdAt),
  ],
)

/** A quest's issuer key that is to be another: asked for by its space, carried out by the platform, which owns the quest's leaf. */
export const issuerChanges = pgTable(
  'issuer_changes',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    quest: integer().notNull(),
    keyX: field().notNull(),
    keyY: field().notNull(),
    /** Key of the ledger tx in `rollup_txs`, once it is sent. */
    txKey: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('issuer_changes_open').on(t.quest).where(sql`${t.txKey} is null`), index().on(t.quest, t.id)],
)
