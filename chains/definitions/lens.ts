import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const lens: Chain = {
  id: 'eip155:232',
  namespace: 'eip155',
  reference: '232',
  names: { en: 'Lens', ja: 'Lens' },
  shortName: 'lens',
  nativeCurrency: { name: 'GHO', symbol: 'GHO', decimals: 18 },
  explorers: [{ name: 'Lens Explorer', tx: 'https://explorer.lens.xyz/tx/{tx}', address: 'https://explorer.lens.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.lens.xyz', operator: 'lens', source: 'both' },
    { url: 'https://lens.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://lens-mainnet.g.alchemy.com/public', operator: 'alchemy', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: null,
  icon: 'LEN',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
