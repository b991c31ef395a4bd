import { and, asc, eq, isNull, lte, ne, notLike, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { spaceDomains, spaceMembers, spaceProfiles, spaces } from '#drizzle/schema/index.ts'
import type { Names } from './likeness.ts'

export type DomainRow = typeof spaceDomains.$inferSelect
export type DueDomain = DomainRow & { slug: string }

export type DomainStore = {
  read(spaceId: string): Promise<DomainRow | null>
  /** Replaces what the space claimed before. */
  claim(row: { spaceId: string; host: string; nonce: string }): Promise<void>
  /** Only while the space still claims it by that nonce, in that state where one is named; false when it does not. */
  update(
    claim: { spaceId: string; nonce: string; status?: DomainRow['status'] },
    change: Partial<Pick<DomainRow, 'status' | 'provenAt' | 'checkedAt' | 'failingSince'>>,
  ): Promise<boolean>
  remove(spaceId: string): Promise<void>
  /** Proven ones that nobody looked at since then, the longest unseen first. */
  due(before: Date, limit: number): Promise<DueDomain[]>
  /** Names of spaces that proved their domain, but for this one and those in whose team the account is owner or admin. */
  provenNames(except: { spaceId: string; accountId: string }): Promise<(Names & { host: string })[]>
  /** Names of spaces that proved none, but for personal ones, this one, and those in whose team the account is owner or admin. */
  unprovenNames(except: { spaceId: string; accountId: string }): Promise<(Names & { id: string })[]>
}

const notRunBy = (accountId: string) =>
  sql`not exists (select 1 from ${spaceMembers} m where m.space_id = ${spaces.id} and m.account_id = ${accountId} and m.role in ('owner', 'admin'))`

export function createDomainStore(connection: Connection): DomainStore {
  return {
    async read(spaceId) {
      const [row] = await connection.select().from(spaceDomains).where(eq(spaceDomains.spaceId, spaceId))
      return row ?? null
    },
    async claim(row) {
      const fresh = { ...row, status: 'waiting' as const, provenAt: null, checkedAt: null, failingSince: null }
      await connection.insert(spaceDomains).values(fresh).onConflictDoUpdate({ target: spaceDomains.spaceId, set: fresh })
    },
    async update({ spaceId, nonce, status }, change) {
      const rows = await connection
        .update(spaceDomains)
        .set(change)
        .where(
          and(
            ...[eq(spaceDomains.spaceId, spaceId), eq(spaceDomains.nonce, nonce)],
            status === undefined ? undefined : eq(spaceDomains.status, status),
          ),
        )
        .returning({ spaceId: spaceDomains.spaceId })
      return rows.length > 0
    },
    async remove(spaceId) {
      await connection.delete(spaceDomains).where(eq(spaceDomains.spaceId, spaceId))
    },
    async due(before, limit) {
      const rows = await connection
        .select({ domain: spaceDomains, slug: spaces.slug })
        .from(spaceDomains)
        .innerJoin(spaces, eq(spaces.id, spaceDomains.spaceId))
        .where(and(eq(spaceDomains.status, 'proven'), lte(spaceDomains.checkedAt, before)))
        .orderBy(asc(spaceDomains.checkedAt), asc(spaceDomains.spaceId))
        .limit(limit)
      return rows.map(({ domain, slug }) => ({ ...domain, slug }))
    },
    async provenNames({ spaceId, accountId }) {
      const rows = await connection
        .select({ slug: spaces.slug, name: spaces.name, nameJa: spaceProfiles.nameJa, host: spaceDomains.host })
        .from(spaceDomains)
        .innerJoin(spaces, eq(spaces.id, spaceDomains.spaceId))
        .leftJoin(spaceProfiles, eq(spaceProfiles.spaceId, spaces.id))
        .where(and(eq(spaceDomains.status, 'proven'), ne(spaceDomains.spaceId, spaceId), notRunBy(accountId)))
      return rows.map(({ slug, name, nameJa, host }) => ({ slug, host, names: nameJa === null ? [name] : [name, nameJa] }))
    },
    async unprovenNames({ spaceId, accountId }) {
      const rows = await connection
        .select({ id: spaces.id, slug: spaces.slug, name: spaces.name, nameJa: spaceProfiles.nameJa })
        .from(spaces)
        .leftJoin(spaceProfiles, eq(spaceProfiles.spaceId, spaces.id))
        .leftJoin(spaceDomains, eq(spaceDomains.spaceId, spaces.id))
        .where(
          and(
            or(isNull(spaceDomains.status), ne(spaceDomains.status, 'proven')),
            ...[notLike(spaces.slug, 'm-%'), ne(spaces.id, spaceId), notRunBy(accountId)],
          ),
        )
      return rows.map(({ id, slug, name, nameJa }) => ({ id, slug, names: nameJa === null ? [name] : [name, nameJa] }))
    },
  }
}
