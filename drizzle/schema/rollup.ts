import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
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
import { bytes, field, fields, instant } from './columns.ts'

/** An account lane (26 bits) whose four bytes begin at `at` of a row's words. */
const laneAt = (at: number) =>
  sql.raw(
    `((get_byte(words, ${at}) & 3) << 24) | (get_byte(words, ${at + 1}) << 16) | (get_byte(words, ${at + 2}) << 8) | get_byte(words, ${at + 3})`,
  )

/** Circuits by size; ids and capacities are in contracts/protocol.json. */
const circuitNames = ['small', 'large', 'bulk'] as const

/** Status of a tx of the slot; the order is the life of a tx. */
export const txStatuses = ['accepted', 'awaiting-issuer', 'batched', 'proposed', 'proven', 'final', 'refused'] as const

/**
 * A tx that the slot acknowledged: the row is durable before anyone is told. `key` makes a repeated submit the same tx.
 * `position`: group member or entry within the batch. A ledger tx is known by its hash (`key`) and carries its ten words;
 * account, nonce, fee and entry are read from them. A revoke names no account: its account and nonce are null.
 */
export const rollupTxs = pgTable(
  'rollup_txs',
  {
    id: uuid().primaryKey().defaultRandom(),
    key: text().notNull().unique(),
    kind: text({ enum: ['openAccount', 'mint', 'deposit', 'openQuest', 'ledger'] }).notNull(),
    payload: jsonb().notNull().$type<unknown>(),
    account: integer(),
    nonce: bigint({ mode: 'number' }),
    fee: numeric({ precision: 29, scale: 0, mode: 'bigint' }),
    /** Kind of a ledger tx: `withdraw`, `transfer` … */
    entry: text(),
    /** Account that a transfer pays: the lowest lane of its first payload word. */
    payee: integer().generatedAlwaysAs(sql`case when entry = 'transfer' then ${laneAt(60)} end`),
    words: fields(),
    status: text({ enum: txStatuses }).notNull().default('accepted'),
    batch: integer(),
    position: integer(),
    refusal: text(),
    requestId: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.status, t.createdAt),
    index().on(t.batch),
    index().on(t.payee),
    index().on(t.kind, t.createdAt),
    index('rollup_txs_entries').on(t.entry, t.createdAt).where(sql`${t.kind} = 'ledger'`),
    uniqueIndex('rollup_txs_account_nonce').on(t.account, t.nonce).where(sql`${t.status} <> 'refused'`),
    index('rollup_txs_pool').on(t.fee.desc(), t.createdAt).where(sql`${t.kind} = 'ledger' and ${t.status} = 'accepted'`),
  ],
)

/** A sealed batch and where it stands. */
export const rollupBatches = pgTable(
  'rollup_batches',
  {
    number: integer().primaryKey(),
    circuit: text({ enum: circuitNames }).notNull(),
    status: text({ enum: ['sealed', 'proposed', 'voted', 'final', 'pruned'] })
      .notNull()
      .default('sealed'),
    oldRoot: field().notNull(),
    newRoot: field().notNull(),
    timestamp: bigint({ mode: 'number' }).notNull(),
    /** The words as sent, sections without trailing zeros, and the sections' lengths packed (decimal). */
    calldata: text().notNull(),
    lengths: text().notNull(),
    dataCommit: field().notNull(),
    wordsHash: field().notNull(),
    challenge: field().notNull(),
    evaluation: field().notNull(),
    effects: integer().notNull(),
    inboxFrom: integer().notNull(),
    inboxTo: integer().notNull(),
    /** Counts of what is in it, for people. */
    credentials: integer().notNull(),
    accounts: integer().notNull(),
    requestIds: jsonb().notNull().$type<string[]>(),
    proposeTx: text(),
    voteTx: text(),
    proposeGas: bigint({ mode: 'number' }),
    verifyGas: bigint({ mode: 'number' }),
    sealedAt: instant().notNull().defaultNow(),
    proposedAt: instant(),
    provenAt: instant(),
    finalAt: instant(),
  },
  // Who comes with a hash asks by these.
  (t) => [index().on(t.sealedAt), index().on(t.newRoot), index().on(t.proposeTx), index().on(t.voteTx)],
)

/** Tree nodes by the batch that wrote them: the node at batch n is the newest with `batch <= n`. Level 0 = leaves. */
export const rollupNodes = pgTable(
  'rollup_nodes',
  {
    tree: smallint().notNull(),
    level: smallint().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    batch: integer().notNull(),
    hash: field().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tree, t.level, t.index, t.batch] })],
)

/** What is behind a leaf (its fields), by the batch that wrote it. */
export const rollupLeaves = pgTable(
  'rollup_leaves',
  {
    tree: smallint().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    batch: integer().notNull(),
    fields: jsonb().notNull().$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.tree, t.index, t.batch] })],
)

/** One proof to make. A prover takes it under a lease; a job whose lease ran out is free again. */
export const proofJobs = pgTable(
  'proof_jobs',
  {
    batch: integer().primaryKey(),
    circuit: text({ enum: circuitNames }).notNull(),
    status: text({ enum: ['waiting', 'leased', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    inputs: jsonb().notNull().$type<unknown>(),
    leasedBy: text(),
    leasedUntil: instant(),
    attempts: integer().notNull().default(0),
    proof: bytes(),
    /** EVM address that the proof pays: a public input. */
    recipient: text(),
    witnessMs: integer(),
    proofMs: integer(),
    peakMemoryKb: integer(),
    error: text(),
    createdAt: instant().notNull().defaultNow(),
    doneAt: instant(),
  },
  (t) => [index().on(t.status, t.batch)],
)

/** An L2 transaction the publisher owes: `purpose` is unique, so nothing is sent twice; replaced ones keep the nonce. */
export const l2Sends = pgTable(
  'l2_sends',
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text().notNull().unique(),
    /** Whose key signs: each sender is a nonce lane of its own. */
    sender: text({ enum: ['publisher', 'platform'] }).notNull(),
    to: text().notNull(),
    data: text().notNull(),
    value: text().notNull().default('0'),
    /** The blob that the transaction carries, when it carries one. */
    blob: bytes(),
    /** Most gas that it may use, where a stranger's code could run in it. */
    gasLimit: bigint({ mode: 'number' }),
    nonce: integer(),
    hashes: text().array().notNull().default([]),
    rawTx: text(),
    maxFeePerGas: text(),
    status: text({ enum: ['queued', 'sent', 'mined', 'reverted'] })
      .notNull()
      .default('queued'),
    /** Which of `hashes` was mined. */
    minedHash: text(),
    gasUsed: bigint({ mode: 'number' }),
    blockNumber: bigint({ mode: 'number' }),
    error: text(),
    createdAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    minedAt: instant(),
  },
  (t) => [index().on(t.status), uniqueIndex().on(t.sender, t.nonce)],
)

/**
 * Items of the L2 inbox in order, seen below L2 `finalized`. `account`, `kind`: what the item's first word says. `queuedAt`: time of its L2
 * block, which the deadline of its inclusion counts from; null for items that were seen before it was kept.
 */
export const inboxItems = pgTable(
  'inbox_items',
  {
    index: integer().primaryKey(),
    account: integer().notNull().generatedAlwaysAs(laneAt(27)),
    kind: smallint().notNull().generatedAlwaysAs(sql`get_byte(words, 31)`),
    words: fields().notNull(),
    blockNumber: bigint({ mode: 'number' }).notNull(),
    txHash: text().notNull(),
    batch: integer(),
    applied: integer(),
    queuedAt: instant(),
    seenAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.account),
    index().on(t.txHash),
    index().on(t.seenAt),
    index().on(t.kind, t.seenAt),
    index('inbox_items_refused').on(t.seenAt).where(sql`${t.applied} = 0`),
  ],
)

/**
 * Calls of the inbox that a member's own wallet sent, as the browser told us: they show while L2 makes them final. What counts is the inbox item.
 * `reverted` and `mined` are what L2 said last.
 */
export const walletSends = pgTable(
  'wallet_sends',
  {
    hash: text().notNull(),
    /** The member who said so: a row shows to nobody else. */
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['deposit', 'setKey'] }).notNull(),
    token: smallint().notNull(),
    amount: numeric({ precision: 29, scale: 0, mode: 'bigint' }).notNull(),
    status: text({ enum: ['sent', 'mined', 'reverted'] })
      .notNull()
      .default('sent'),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.hash] }), index().on(t.status)],
)

/** Wallet id to the slot account that was opened for it. */
export const rollupWallets = pgTable('rollup_wallets', {
  wallet: text().primaryKey(),
  account: integer().notNull().unique(),
  batch: integer().notNull(),
})

/** What the watcher re-derived from L2 alone, beside what the sequencer claimed. A row that does not agree stops proposing. */
export const watcherBatches = pgTable('watcher_batches', {
  batch: integer().primaryKey(),
  derivedRoot: field().notNull(),
  claimedRoot: field().notNull(),
  agrees: smallint().notNull(),
  reason: text(),
  checkedAt: instant().notNull().defaultNow(),
})

/** Addresses and blocks of the slot's deployment, written once. */
export const deployments = pgTable('deployments', {
  name: text().primaryKey(),
  chainId: integer().notNull(),
  address: text().notNull(),
  blockNumber: bigint({ mode: 'number' }).notNull(),
})

/**
 * What leaves the slot with a batch: its withdrawals, and the deposits that it refused. `entry` = place among the batch's entries.
 * `paid`: L2 paid it, or keeps it for a recipient that refused the payment. Earlier states are those of the batch. `kept`: the bridge keeps
 * it; null until it is paid, and when somebody else paid it, whose transaction we do not know.
 */
export const withdrawals = pgTable(
  'withdrawals',
  {
    batch: integer().notNull(),
    entry: integer().notNull(),
    kind: text({ enum: ['withdraw', 'forcedWithdraw', 'refund'] }).notNull(),
    account: integer().notNull(),
    token: smallint().notNull(),
    amount: numeric({ precision: 29, scale: 0, mode: 'bigint' }).notNull(),
    /** L2 address; null for a refund, whose payee the contract reads from the item. */
    recipient: text(),
    paid: boolean().notNull().default(false),
    kept: boolean(),
    payTx: text(),
    paidAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.batch, t.entry] }), index().on(t.account), index().on(t.recipient), index().on(t.payTx)],
)

/**
 * Who may do what only one process may do, until when. `token` grows with every change of holder: a write that carries an old one is refused.
 * `interruptions`: how often withdrawals took the waiting large batch back, the last time at `interruptedFrom`.
 */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  token: bigint({ mode: 'number' }).notNull(),
  until: instant().notNull(),
  interruptions: integer().notNull().default(0),
  interruptedFrom: integer().notNull().default(0),
})
