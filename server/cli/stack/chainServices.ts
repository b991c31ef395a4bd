import { join } from 'node:path'
import { numberToHex, parseEther } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import type { Hex } from '#server/shared/bytes.ts'
import { anvilService } from './anvil.ts'
import { jsonRpc } from './jsonRpc.ts'
import { localChains, ownPort } from './layout.ts'
import type { ProcessContext } from './processes.ts'
import type { ServiceSpec } from './service.ts'
import { solanaService } from './solana.ts'

/** The Ethereum nodes of the local stack; a chain whose URL lies elsewhere is not ours to run. Their states outlive a stop. */
export function chainServices({ env, layout, secrets }: ProcessContext): ServiceSpec[] {
  const chains = [
    { name: 'l1', url: env.CAIRN_L1_RPC, chainId: localChains.l1, blockSeconds: 12 },
    { name: 'l2', url: env.CAIRN_L2_RPC, chainId: env.CAIRN_L2_CHAIN_ID, blockSeconds: 1 },
    { name: 'app-a', url: env.CAIRN_APP_A_RPC, chainId: localChains.appA, blockSeconds: 1 },
    { name: 'app-b', url: env.CAIRN_APP_B_RPC, chainId: localChains.appB, blockSeconds: 1 },
  ]
  return chains.flatMap(({ name, url, chainId, blockSeconds }) => {
    const port = ownPort(url)
    if (port === null) return []
    const node = anvilService({
      ...{ name, chainId, port, blockSeconds },
      stateFile: join(layout.data, 'chains', `${name}.json`),
      cacheFolder: join(layout.cache, 'chains', name),
    })
    const senders = [secrets.CAIRN_PUBLISHER_KEY, secrets.CAIRN_PLATFORM_KEY]
    return name === 'l2' ? [{ ...node, onReady: () => fundSenders(url, senders as Hex[]) }] : [node]
  })
}

/** The Solana test validator, unless the RPC lies elsewhere. */
export function solanaNode({ env }: ProcessContext): ServiceSpec[] {
  const rpcPort = ownPort(env.CAIRN_SOLANA_RPC)
  const wsPort = ownPort(env.CAIRN_SOLANA_WS)
  if (rpcPort === null || wsPort === null) return []
  return [solanaService({ rpcPort, wsPort })]
}

/** Whoever sends on the local L2 has coins for it. */
async function fundSenders(url: string, keys: readonly Hex[]) {
  for (const address of keys.map(privateKeyToAddress)) {
    const balance = BigInt(String(await jsonRpc(url, 'eth_getBalance', [address, 'latest'])))
    if (balance < parseEther('100')) await jsonRpc(url, 'anvil_setBalance', [address, numberToHex(parseEther('1000'))])
  }
}
