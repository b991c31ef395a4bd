import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const flow: Chain = {
  id: 'eip155:747',
  namespace: 'eip155',
  reference: '747',
  names: { en: 'Flow EVM', ja: 'Flow EVM' },
  shortName: 'flow-mainnet',
  nativeCurrency: { name: 'Flow', symbol: 'FLOW', decimals: 18 },
  explorers: [{ name: 'FlowScan', tx: 'https://evm.flowscan.io/tx/{tx}', address: 'https://evm.flowscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.evm.nodes.onflow.org', operator: 'flow', source: 'both' },
    { url: 'https://flow-mainnet.gateway.tatum.io', operator: 'tatum', source: 'chainlist' },
    { url: 'https://747.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // Sealed within half a minute.
  finality: { kind: 'depth', safe: 10, finalized: 60 },
  blockTimeMs: 800,
  limits: { batch: 20, logRange: 250, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'FLO',
  local: false,
  sources: agreed,
}
