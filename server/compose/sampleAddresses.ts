import { like, or } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { deployments } from '#drizzle/schema/index.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** Addresses of the sample contracts by name (`app-a.weth`, `l2.usd` …); empty where there are none. */
export async function sampleAddresses(connection: Connection): Promise<ReadonlyMap<string, Hex>> {
  const rows = await connection
    .select({ name: deployments.name, address: deployments.address })
    .from(deployments)
    .where(or(like(deployments.name, 'app-a.%'), like(deployments.name, 'app-b.%'), like(deployments.name, 'l2.%')))
  return new Map(rows.map(({ name, address }) => [name, address as Hex]))
}
