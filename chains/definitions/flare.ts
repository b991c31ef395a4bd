import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const flare: Chain = {
  id: 'eip155:14',
  namespace: 'eip155',
  reference: '14',
  names: { en: 'Flare', ja: 'Flare' },
  shortName: 'flr',
  nativeCurrency: { name: 'Flare', symbol: 'FLR', decimals: 18 },
  explorers: [
    {
      name: 'Flare Explorer',
      tx: 'https://flare-explorer.flare.network/tx/{tx}',
      address: 'https://flare-explorer.flare.network/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://flare-api.flare.network/ext/C/rpc', operator: 'flare', source: 'both' },
    { url: 'https://flare.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://flare.solidifi.app/ext/C/rpc', operator: 'solidifi', source: 'lists' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 1800,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'FLR',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
