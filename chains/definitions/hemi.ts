import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const hemi: Chain = {
  id: 'eip155:43111',
  namespace: 'eip155',
  reference: '43111',
  names: { en: 'Hemi', ja: 'Hemi' },
  shortName: 'hemi',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Hemi Explorer', tx: 'https://explorer.hemi.xyz/tx/{tx}', address: 'https://explorer.hemi.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.hemi.network/rpc', operator: 'hemi', source: 'both' },
    { url: 'https://hemi.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://43111.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 12000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: null,
  icon: 'HEM',
  local: false,
  sources: agreed,
}
