import { eq } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { sybilClusters, sybilMembers } from '#drizzle/schema/index.ts'
import type { Cluster, Clusters, Flag, Signal } from './clusters.ts'

/** Rows that one statement takes. */
const chunk = 1000

/** Keeps what was found in place of what was known before: pages show these clusters from now on. Accounts are ids of ours. */
export async function keepClusters(db: Database, { policyHash, clusters }: Pick<Clusters, 'policyHash' | 'clusters'>) {
  await db.transaction(async (tx) => {
    await tx.delete(sybilClusters)
    for (let at = 0; at < clusters.length; at += chunk) {
      const some = clusters.slice(at, at + chunk)
      await tx.insert(sybilClusters).values(some.map(({ clusterId: id, flag, signals }) => ({ id, flag, signals, policyHash })))
      const members = some.flatMap(({ clusterId: cluster, accounts }) => accounts.map((accountId) => ({ accountId, cluster })))
      for (let from = 0; from < members.length; from += chunk) await tx.insert(sybilMembers).values(members.slice(from, from + chunk))
    }
  })
}

/** The cluster that an account is in, with its reasons; null for most. */
export async function clusterOf(
  connection: Connection,
  accountId: string,
): Promise<(Pick<Cluster, 'signals'> & { id: string; flag: Flag }) | null> {
  const [row] = await connection
    .select({ id: sybilClusters.id, flag: sybilClusters.flag, signals: sybilClusters.signals })
    .from(sybilMembers)
    .innerJoin(sybilClusters, eq(sybilClusters.id, sybilMembers.cluster))
    .where(eq(sybilMembers.accountId, accountId))
  // Written by `keepClusters` only.
  return row ? { ...row, signals: row.signals as Signal[] } : null
}
