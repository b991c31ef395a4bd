import { privateKeyToAddress } from 'viem/accounts'
import { type Database, openDatabase } from '#drizzle/client.ts'
import { createSealer } from '#server/auth/sealing.ts'
import type { WalletId } from '#server/auth/walletId.ts'
import { listOlderQuests, seedLocalStack } from '#server/compose/seeds.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { writeAddressBook } from './addressStore.ts'
import { localChains, ownPort } from './layout.ts'
import type { ProcessContext } from './processes.ts'
import { type AddressBook, ensureAppA, ensureAppB } from './sampleContracts.ts'
import { ensureSlot, prepareCrs } from './slot.ts'

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Everything that must be on the chains and in the database before the first process of the engine starts; each part is done once. */
export async function prepareContracts(context: ProcessContext, step: Step) {
  const { db, close } = openDatabase(context.databaseUrl, { max: 2 })
  try {
    const slot = async () => {
      const crs = await step('reference string', () => prepareCrs(context))
      await step('slot contracts', () => ensureSlot(context, db, crs))
    }
    const samples = async () => {
      const book = await step('sample contracts', () => sampleBook(context))
      if (book) await writeAddressBook(db, book)
      return book
    }
    const [book] = await Promise.all([samples(), slot()])
    await step('quest lists', async () => `${await listOlderQuests(db)} added`)
    if (book) await step('sample quests', () => seed(context, db, book))
  } finally {
    await close()
  }
}

/** The third-party contracts of the sample quests, when both app chains are ours. */
async function sampleBook({ env, secrets }: ProcessContext): Promise<AddressBook | null> {
  if (ownPort(env.CAIRN_APP_A_RPC) === null || ownPort(env.CAIRN_APP_B_RPC) === null) return null
  const deployerKey = secrets.deployerKey as Hex
  const [appA, appB] = await Promise.all([
    ensureAppA({ url: env.CAIRN_APP_A_RPC, chainId: localChains.appA, deployerKey }),
    ensureAppB({ url: env.CAIRN_APP_B_RPC, chainId: localChains.appB, deployerKey }),
  ])
  return { appA, appB }
}

/** The five sample quests, in the space of the platform's key. */
async function seed({ secrets }: ProcessContext, db: Database, { appA, appB }: AddressBook): Promise<string> {
  const wallet = `eip155:${privateKeyToAddress(secrets.CAIRN_PLATFORM_KEY as Hex).toLowerCase()}` as WalletId
  const chains = { appA: `eip155:${localChains.appA}`, appB: `eip155:${localChains.appB}`, solana: 'solana:localnet' }
  const { weth, usd, pool } = appA
  const { eas, schema, stone } = appB
  const contracts = { ...chains, weth, usd, pool, eas, schema, stone }
  const { created } = await seedLocalStack(db, { wallet, contracts, sealer: createSealer(secrets.CAIRN_SEAL_KEY) })
  return created.length === 0 ? 'there' : `${created.length} published`
}
