import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const kaia: Chain = {
  id: 'eip155:8217',
  namespace: 'eip155',
  reference: '8217',
  names: { en: 'Kaia', ja: 'Kaia' },
  shortName: 'kaia-mainnet',
  nativeCurrency: { name: 'Kaia', symbol: 'KAIA', decimals: 18 },
  explorers: [{ name: 'KaiaScan', tx: 'https://kaiascan.io/tx/{tx}', address: 'https://kaiascan.io/address/{address}' }],
  endpoints: [
    { url: 'https://public-en.node.kaia.io', operator: 'kaia', source: 'both' },
    { url: 'https://klaytn.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://klaytn.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'KAI',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
