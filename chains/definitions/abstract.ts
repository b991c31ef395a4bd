import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const abstract: Chain = {
  id: 'eip155:2741',
  namespace: 'eip155',
  reference: '2741',
  names: { en: 'Abstract', ja: 'Abstract' },
  shortName: 'abstract',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Abscan', tx: 'https://abscan.org/tx/{tx}', address: 'https://abscan.org/address/{address}' }],
  endpoints: [
    { url: 'https://api.mainnet.abs.xyz', operator: 'abstract', source: 'both' },
    { url: 'https://abstract.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://abstract.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 200,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xaa4de41dba0ca5dcbb288b7cc6b708f3aac759e7',
  icon: 'ABS',
  local: false,
  sources: agreed,
}
