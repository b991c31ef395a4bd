import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, auditEntries } from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'
import type { AuditAction, AuditEntry } from './audit.ts'

/** An entry as it is read. `by`: what the member goes by; null when the platform did it by itself. */
export type AuditRow = Required<Omit<AuditEntry, 'spaceId' | 'accountId'>> & { id: number; by: string | null; at: Date }

/** Entries of one member, or of one kind. */
export type AuditNarrow = { accountId?: string | undefined; action?: AuditAction | undefined }

export type AuditStore = {
  add(entry: AuditEntry): Promise<void>
  /** Entries of a space below an id (null: from the newest), newest first. */
  list(spaceId: string, before: number | null, limit: number, narrow?: AuditNarrow): Promise<AuditRow[]>
  /** Everybody who did something in the space, whoever works there now. */
  people(spaceId: string): Promise<{ accountId: string; name: string | null }[]>
}

export function createAuditStore(connection: Connection): AuditStore {
  return {
    async add(entry) {
      await connection.insert(auditEntries).values(entry)
    },
    async list(spaceId, before, limit, { accountId, action } = {}) {
      const rows = await connection
        .select({
          id: auditEntries.id,
          by: memberName,
          action: auditEntries.action,
          subject: auditEntries.subject,
          before: auditEntries.before,
          after: auditEntries.after,
          at: auditEntries.at,
        })
        .from(auditEntries)
        .leftJoin(accounts, eq(accounts.id, auditEntries.accountId))
        .where(
          and(
            eq(auditEntries.spaceId, spaceId),
            before === null ? undefined : lt(auditEntries.id, before),
            accountId === undefined ? undefined : eq(auditEntries.accountId, accountId),
            action === undefined ? undefined : eq(auditEntries.action, action),
          ),
        )
        .orderBy(desc(auditEntries.id))
        .limit(limit)
      // Written by `add` only.
      return rows as (AuditRow & { action: AuditAction })[]
    },
    people: (spaceId) =>
      connection
        .select({ accountId: accounts.id, name: memberName.as('name') })
        .from(auditEntries)
        .innerJoin(accounts, eq(accounts.id, auditEntries.accountId))
        .where(eq(auditEntries.spaceId, spaceId))
        .groupBy(accounts.id)
        .orderBy(sql`name`)
        .limit(200),
  }
}
