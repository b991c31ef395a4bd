import { openDatabase } from '#drizzle/client.ts'
import { readAddress } from '#server/cli/stack/addressStore.ts'
import { localChains } from '#server/cli/stack/layout.ts'
import type { Site } from './journeys.ts'

/** What the journeys need to know of a running stack. */
export async function siteOf(stack: { url: string; databaseUrl: string; env: Record<string, string | undefined> }): Promise<Site> {
  const { db, close } = openDatabase(stack.databaseUrl)
  const weth = await readAddress(db, 'app-a.weth')
  await close()
  if (!weth) throw new Error('the sample contracts are not deployed')
  const l2 = { rpc: String(stack.env.CAIRN_L2_RPC), chainId: Number(stack.env.CAIRN_L2_CHAIN_ID ?? 31_338) }
  return { url: stack.url, l2, appA: { rpc: String(stack.env.CAIRN_APP_A_RPC), chainId: localChains.appA, weth } }
}
