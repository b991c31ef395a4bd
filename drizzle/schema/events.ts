import { sql } from 'drizzle-orm'
import { bigserial, index, json, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, transactionId } from './columns.ts'

/**
 * What pages listen to. Written in the transaction that changed the fact, announced by NOTIFY `cairn_events`, read by the
 * gateway and pushed by SSE. Topics: `account:<id>`, `quest:<slug>`, `batches`. `tx`: the transaction that wrote it, by which readers find what is new.
 */
export const events = pgTable(
  'events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    topic: text().notNull(),
    kind: text().notNull(),
    payload: json().notNull().$type<Record<string, unknown>>(),
    tx: transactionId().notNull().default(sql`pg_current_xact_id()`),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.topic, t.tx), index().on(t.tx)],
)
