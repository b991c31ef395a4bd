import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const plasma: Chain = {
  id: 'eip155:9745',
  namespace: 'eip155',
  reference: '9745',
  names: { en: 'Plasma', ja: 'Plasma' },
  shortName: 'plasma',
  nativeCurrency: { name: 'Plasma', symbol: 'XPL', decimals: 18 },
  explorers: [{ name: 'PlasmaScan', tx: 'https://plasmascan.to/tx/{tx}', address: 'https://plasmascan.to/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.plasma.to', operator: 'plasma', source: 'both' },
    { url: 'https://plasma.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://plasma.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'XPL',
  local: false,
  sources: agreed,
}
