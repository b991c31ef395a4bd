import { desc, eq, lt } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, platformEntries } from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'
import type { PlatformAction, PlatformEntry } from './log.ts'

/** An entry as it is read: `by`: what the member goes by, null when the platform did it by itself. */
export type PlatformLogRow = Required<Omit<PlatformEntry, 'accountId'>> & { id: number; by: string | null; at: Date }

export type PlatformLog = {
  add(entry: PlatformEntry): Promise<void>
  /** Entries below an id (null: from the newest), newest first. */
  list(before: number | null, limit: number): Promise<PlatformLogRow[]>
}

export function createPlatformLog(connection: Connection): PlatformLog {
  return {
    async add(entry) {
      await connection.insert(platformEntries).values(entry)
    },
    async list(before, limit) {
      const rows = await connection
        .select({
          id: platformEntries.id,
          by: memberName,
          action: platformEntries.action,
          subject: platformEntries.subject,
          before: platformEntries.before,
          after: platformEntries.after,
          at: platformEntries.at,
        })
        .from(platformEntries)
        .leftJoin(accounts, eq(accounts.id, platformEntries.accountId))
        .where(before === null ? undefined : lt(platformEntries.id, before))
        .orderBy(desc(platformEntries.id))
        .limit(limit)
      // Written by `add` only.
      return rows as (PlatformLogRow & { action: PlatformAction })[]
    },
  }
}
