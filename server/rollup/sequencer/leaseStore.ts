import { and, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { leases } from '#drizzle/schema/rollup.ts'
import { CairnError } from '#server/shared/errors.ts'

/** What a holder of a lease shows with every write; `seconds` is how long each renewal lasts. */
export type Fence = { name: string; holder: string; token: number; seconds: number }

/** Takes or renews a lease for `seconds`; null while another one holds it. The token grows when the holder changes. */
export async function takeLease(connection: Connection, name: string, holder: string, seconds: number): Promise<Fence | null> {
  const until = sql`clock_timestamp() + make_interval(secs => ${seconds})`
  const [row] = await connection
    .insert(leases)
    .values({ name, holder, token: 1, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until, token: sql`${leases.token} + case when ${leases.holder} = ${holder} then 0 else 1 end` },
      setWhere: sql`${leases.holder} = ${holder} or ${leases.until} < clock_timestamp()`,
    })
    .returning({ token: leases.token })
  return row ? { name, holder, token: row.token, seconds } : null
}

/**
 * Within the transaction of a write: throws `conflict` unless the fence still stands. The row stays locked until the transaction ends, so
 * nobody takes the lease over between this look and the commit.
 */
export async function checkFence(connection: Connection, { name, holder, token }: Fence) {
  const rows = await connection
    .select({ token: leases.token })
    .from(leases)
    .where(and(eq(leases.name, name), eq(leases.holder, holder), eq(leases.token, token)))
    .for('update')
  if (rows.length === 0)
    throw new CairnError('conflict', 'Another process has taken this work over.', { meta: { field: name, found: holder } })
}

/**
 * Renews a lease as the last act of a transaction that looked at its fence. Until the commit that row is locked, and no renewal gets through: after
 * a long write a standby that waited for the lock would find the lease of a healthy holder run out, and take it.
 */
export async function extendLease(connection: Connection, { name, holder, token, seconds }: Fence) {
  await connection
    .update(leases)
    .set({ until: sql`clock_timestamp() + make_interval(secs => ${seconds})` })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), eq(leases.token, token)))
}

/** Gives a lease back, so that the next one need not wait for its end. */
export async function dropLease(connection: Connection, { name, holder, token }: Fence) {
  await connection
    .update(leases)
    .set({ until: sql`clock_timestamp()` })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), eq(leases.token, token)))
}
