import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const mantle: Chain = {
  id: 'eip155:5000',
  namespace: 'eip155',
  reference: '5000',
  names: { en: 'Mantle', ja: 'Mantle' },
  shortName: 'mantle',
  nativeCurrency: { name: 'Mantle', symbol: 'MNT', decimals: 18 },
  explorers: [{ name: 'Mantlescan', tx: 'https://mantlescan.xyz/tx/{tx}', address: 'https://mantlescan.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.mantle.xyz', operator: 'mantle', source: 'both' },
    { url: 'https://mantle-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://mantle.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MNT',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
