import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { spaces } from './quests.ts'

/** What a space's own systems are told of. `webhook.test` is sent on demand, everything else as it happens. */
export const webhookTypes = [
  'quest.published',
  'quest.live',
  'quest.ended',
  'participation.started',
  'step.passed',
  'quest.completed',
  'credential.final',
  'credential.revoked',
  'webhook.test',
] as const
export type WebhookType = (typeof webhookTypes)[number]

/**
 * Where a space wants to be told. Secrets are sealed (server/auth/sealing.ts); `previousSecret` signs beside the current one until `previousUntil`.
 * `disabled`: by us, `disabledFor` says why. `removed`: nothing is sent any more, and the row goes once its deliveries are swept away, so that a
 * transaction which tells it something at that very moment does not fail. `failingSince`: when an unbroken row of failures began, the last at `failedAt`.
 */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: uuid().primaryKey().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    url: text().notNull(),
    description: text().notNull().default(''),
    types: text().array().notNull().$type<WebhookType[]>(),
    status: text({ enum: ['active', 'paused', 'disabled', 'removed'] })
      .notNull()
      .default('active'),
    disabledFor: text({ enum: ['gone', 'failing'] }),
    sealedSecret: text().notNull(),
    previousSecret: text(),
    previousUntil: instant(),
    failingSince: instant(),
    failedAt: instant(),
    removedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.spaceId, t.createdAt)],
)

/**
 * Something that a space is told of, written in the transaction that made it so, while the space has an endpoint. `uid`: the message's id outside.
 * `key`: what it is about, so that nothing is told twice however often it happens. `body`: the JSON as it is sent, each time the same bytes.
 */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    uid: uuid().notNull().unique().defaultRandom(),
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    type: text({ enum: webhookTypes }).notNull(),
    key: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex().on(t.spaceId, t.key), index().on(t.spaceId, t.createdAt), index().on(t.createdAt)],
)

/**
 * One event on its way to one endpoint. `attempts` counts from the last time that it was asked for; it is raised before a message is sent, so that one which
 * ends its sender still ends. `lease`: who sends it now, until `leasedUntil`; after that it is anybody's. `last…`: what the last attempt brought.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    eventId: bigint({ mode: 'number' })
      .notNull()
      .references(() => webhookEvents.id, { onDelete: 'cascade' }),
    status: text({ enum: ['waiting', 'delivered', 'failed'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    nextAt: instant().notNull(),
    lease: uuid(),
    leasedUntil: instant(),
    lastAt: instant(),
    lastCode: integer(),
    lastError: text(),
    /** First bytes of the answer. */
    lastAnswer: text(),
    deliveredAt: instant(),
  },
  (t) => [
    uniqueIndex().on(t.endpointId, t.eventId),
    index().on(t.endpointId, t.id),
    index().on(t.eventId),
    index('webhook_deliveries_due').on(t.endpointId, t.nextAt).where(sql`${t.status} = 'waiting'`),
  ],
)
