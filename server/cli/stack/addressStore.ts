import { eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
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

/** Where the sample contracts are. Throws when they were not deployed. */
export async function readAddressBook(connection: Connection): Promise<AddressBook> {
  const rows = await connection.select({ name: deployments.name, address: deployments.address }).from(deployments)
  const of = (name: string) => {
    const row = rows.find((candidate) => candidate.name === name)
    if (!row) throw new CairnError('config.invalid', `${name} is not deployed: the demo needs the local app chains.`)
    return row.address as Hex
  }
  return {
    appA: {
      weth: of('app-a.weth'),
      usd: of('app-a.usd'),
      uniswapFactory: of('app-a.uniswapFactory'),
      swapRouter: of('app-a.swapRouter'),
      positionManager: of('app-a.positionManager'),
      pool: of('app-a.pool'),
    },
    appB: { schemaRegistry: of('app-b.schemaRegistry'), eas: of('app-b.eas'), schema: of('app-b.schema'), stone: of('app-b.stone') },
  }
}
