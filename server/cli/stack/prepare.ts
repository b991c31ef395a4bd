import { migrateDatabase } from '#drizzle/migrate.ts'
import { localChains } from './layout.ts'
import type { ProcessContext } from './processes.ts'
import { ensureAppA, ensureAppB } from './sampleContracts.ts'

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

export const prepareDatabase = (databaseUrl: string) => migrateDatabase(databaseUrl)

/** Everything that must be on the chains and in the database before the first process of the engine starts; each part is done once. */
export async function prepareContracts(context: ProcessContext, step: Step) {
  const { env, secrets } = context
  const deployerKey = secrets.deployerKey as `0x${string}`
  await step('sample contracts', async () => {
    const [appA, appB] = await Promise.all([
      ensureAppA({ url: env.CAIRN_APP_A_RPC, chainId: localChains.appA, deployerKey }),
      ensureAppB({ url: env.CAIRN_APP_B_RPC, chainId: localChains.appB, deployerKey }),
    ])
    return { appA, appB }
  })
}
