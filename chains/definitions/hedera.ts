import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const hedera: Chain = {
  id: 'eip155:295',
  namespace: 'eip155',
  reference: '295',
  names: { en: 'Hedera', ja: 'Hedera' },
  shortName: 'hedera-mainnet',
  nativeCurrency: { name: 'HBAR', symbol: 'HBAR', decimals: 18 },
  explorers: [
    { name: 'HashScan', tx: 'https://hashscan.io/mainnet/transaction/{tx}', address: 'https://hashscan.io/mainnet/address/{address}' },
  ],
  endpoints: [
    { url: 'https://mainnet.hashio.io/api', operator: 'hashgraph', source: 'both' },
    { url: 'https://hedera.linkpool.pro', operator: 'linkpool', source: 'lists' },
    { url: 'https://mainnet.hedera.api.hgraph.io/rpc', operator: 'hgraph', source: 'chainlist' },
    { url: 'https://295.rpc.thirdweb.com', operator: 'thirdweb', source: 'chainlist' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: null,
  icon: 'HED',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
