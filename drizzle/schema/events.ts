import { bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * What pages listen to. Written in the transaction that changed the fact, announced by NOTIFY `cairn_events` with the id,
 * read by the gateway and pushed by SSE. Topics: `account:<id>`, `quest:<slug>`, `batches`.
 */
export const events = pgTable(
  'events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    topic: text().notNull(),
    kind: text().notNull(),
    payload: jsonb().notNull().$type<Record<string, unknown>>(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.topic, t.id)],
)
