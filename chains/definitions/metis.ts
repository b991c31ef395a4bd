import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const metis: Chain = {
  id: 'eip155:1088',
  namespace: 'eip155',
  reference: '1088',
  names: { en: 'Metis', ja: 'Metis' },
  shortName: 'metis-andromeda',
  nativeCurrency: { name: 'Metis', symbol: 'METIS', decimals: 18 },
  explorers: [{ name: 'Metis Explorer', tx: 'https://explorer.metis.io/tx/{tx}', address: 'https://explorer.metis.io/address/{address}' }],
  endpoints: [
    { url: 'https://andromeda.metis.io/?owner=1088', operator: 'metis', source: 'both' },
    { url: 'https://metis.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://metis.api.onfinality.io/public', operator: 'onfinality', source: 'viem' },
  ],
  trust: 'public',
  // We know of no `finalized` of its nodes: long enough for a batch to reach Ethereum.
  finality: { kind: 'depth', safe: 50, finalized: 1000 },
  blockTimeMs: 4000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MTS',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
