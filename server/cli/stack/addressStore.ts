import { eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { localChains } from './layout.ts'
import type { AddressBook } from './sampleContracts.ts'

/** Writes down where the sample contracts are, as `app-a.<name>` and `app-b.<name>`; a chain that began anew has new ones. */
export async function writeAddressBook(connection: Connection, book: AddressBook) {
  const rows = [
    ...Object.entries(book.appA).map(([name, address]) => ({ name: `app-a.${name}`, chainId: localChains.appA, address, blockNumber: 0 })),
    ...Object.entries(book.appB).map(([name, address]) => ({ name: `app-b.${name}`, chainId: localChains.appB, address, blockNumber: 0 })),
  ]
  for (const { name, ...rest } of rows) {
    await connection
      .insert(deployments)
      .values({ name, ...rest })
      .onConflictDoUpdate({ target: deployments.name, set: rest })
  }
}

export async function readAddress(connection: Connection, name: string): Promise<Hex | null> {
  const [row] = await connection.select({ address: deployments.address }).from(deployments).where(eq(deployments.name, name))
  return (row?.address as Hex | undefined) ?? null
}
