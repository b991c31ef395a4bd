import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const sei: Chain = {
  id: 'eip155:1329',
  namespace: 'eip155',
  reference: '1329',
  names: { en: 'Sei', ja: 'Sei' },
  shortName: 'sei',
  nativeCurrency: { name: 'Sei', symbol: 'SEI', decimals: 18 },
  explorers: [{ name: 'Seiscan', tx: 'https://seiscan.io/tx/{tx}', address: 'https://seiscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://evm-rpc.sei-apis.com', operator: 'sei', source: 'both' },
    { url: 'https://sei.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://sei.api.pocket.network', operator: 'pocket', source: 'chainlist' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 400,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'SEI',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
