import { and, asc, count, eq, sql, sum } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { spaceContracts } from '#drizzle/schema/index.ts'
import type { ImportedContract } from './importContract.ts'

type Place = { spaceId: string; chain: string; address: string }

/** A contract of a space, without its functions and events. */
export type ContractRow = Pick<ImportedContract, 'chain' | 'address' | 'layers' | 'origins' | 'notes'> & { items: number; importedAt: Date }

export type ContractStore = {
  /** In the order of their import. */
  list(spaceId: string): Promise<ContractRow[]>
  /** With functions and events; of one address or, without, of all. */
  read(spaceId: string, place?: Pick<Place, 'chain' | 'address'>): Promise<ImportedContract[]>
  usage(spaceId: string): Promise<{ contracts: number; items: number }>
  put(spaceId: string, contract: ImportedContract, importedAt: Date): Promise<void>
  remove(place: Place): Promise<boolean>
  /** Imports of one space, one after the other: else two at once would pass its limit. */
  lock(spaceId: string): Promise<void>
}

const { contract } = spaceContracts
/** One part of the stored contract, so that a list does not carry what it does not show. */
const part = <K extends keyof ImportedContract>(name: K) => sql<ImportedContract[K]>`${contract} -> ${sql.raw(`'${name}'`)}`

export function createContractStore(connection: Connection): ContractStore {
  const at = ({ spaceId, chain, address }: Place) =>
    and(eq(spaceContracts.spaceId, spaceId), eq(spaceContracts.chain, chain), eq(spaceContracts.address, address))
  return {
    list: (spaceId) =>
      connection
        .select({
          chain: spaceContracts.chain,
          address: spaceContracts.address,
          layers: part('layers'),
          origins: part('origins'),
          notes: part('notes'),
          items: spaceContracts.items,
          importedAt: spaceContracts.importedAt,
        })
        .from(spaceContracts)
        .where(eq(spaceContracts.spaceId, spaceId))
        .orderBy(asc(spaceContracts.importedAt), asc(spaceContracts.chain), asc(spaceContracts.address)),
    async read(spaceId, place) {
      const rows = await connection
        .select({ contract })
        .from(spaceContracts)
        .where(place ? at({ spaceId, ...place }) : eq(spaceContracts.spaceId, spaceId))
      // Written by `put` only.
      return rows.map((row) => row.contract as ImportedContract)
    },
    async usage(spaceId) {
      const [row] = await connection
        .select({ contracts: count(), items: sum(spaceContracts.items).mapWith(Number) })
        .from(spaceContracts)
        .where(eq(spaceContracts.spaceId, spaceId))
      return { contracts: row?.contracts ?? 0, items: row?.items ?? 0 }
    },
    async put(spaceId, imported, importedAt) {
      const change = { contract: imported, items: imported.entries.length + imported.selectors.length, importedAt }
      await connection
        .insert(spaceContracts)
        .values({ spaceId, chain: imported.chain, address: imported.address, ...change })
        .onConflictDoUpdate({ target: [spaceContracts.spaceId, spaceContracts.chain, spaceContracts.address], set: change })
    },
    async remove(place) {
      const gone = await connection.delete(spaceContracts).where(at(place)).returning({ address: spaceContracts.address })
      return gone.length > 0
    },
    async lock(spaceId) {
      await connection.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`contracts:${spaceId}`}, 0))`)
    },
  }
}
