import { and, desc, eq, lt } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, auditEntries } from '#drizzle/schema/index.ts'
import type { AuditAction, AuditEntry } from './audit.ts'

/** An entry as it is read: `by` is a handle, null when the platform did it by itself. */
export type AuditRow = Required<Omit<AuditEntry, 'spaceId' | 'accountId'>> & { id: number; by: string | null; at: Date }

export type AuditStore = {
  add(entry: AuditEntry): Promise<void>
  /** Entries of a space below an id (null: from the newest), newest first. */
  list(spaceId: string, before: number | null, limit: number): Promise<AuditRow[]>
}

export function createAuditStore(connection: Connection): AuditStore {
  return {
    async add(entry) {
      await connection.insert(auditEntries).values(entry)
    },
    async list(spaceId, before, limit) {
      const rows = await connection
        .select({
          id: auditEntries.id,
          by: accounts.handle,
          action: auditEntries.action,
          subject: auditEntries.subject,
          before: auditEntries.before,
          after: auditEntries.after,
          at: auditEntries.at,
        })
        .from(auditEntries)
        .leftJoin(accounts, eq(accounts.id, auditEntries.accountId))
        .where(and(eq(auditEntries.spaceId, spaceId), ...(before === null ? [] : [lt(auditEntries.id, before)])))
        .orderBy(desc(auditEntries.id))
        .limit(limit)
      // Written by `add` only.
      return rows as (AuditRow & { action: AuditAction })[]
    },
  }
}
