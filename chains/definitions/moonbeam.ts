import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const moonbeam: Chain = {
  id: 'eip155:1284',
  namespace: 'eip155',
  reference: '1284',
  names: { en: 'Moonbeam', ja: 'Moonbeam' },
  shortName: 'mbeam',
  nativeCurrency: { name: 'Glimmer', symbol: 'GLMR', decimals: 18 },
  explorers: [{ name: 'Moonscan', tx: 'https://moonscan.io/tx/{tx}', address: 'https://moonscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.api.moonbeam.network', operator: 'moonbeam', source: 'both' },
    { url: 'https://moonbeam-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://moonbeam.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 6000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MBM',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
