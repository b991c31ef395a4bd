import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const berachain: Chain = {
  id: 'eip155:80094',
  namespace: 'eip155',
  reference: '80094',
  names: { en: 'Berachain', ja: 'Berachain' },
  shortName: 'berachain',
  nativeCurrency: { name: 'BERA', symbol: 'BERA', decimals: 18 },
  explorers: [{ name: 'Berascan', tx: 'https://berascan.com/tx/{tx}', address: 'https://berascan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.berachain.com', operator: 'berachain', source: 'both' },
    { url: 'https://berachain-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://rpc.berachain-apis.com', operator: 'rhinostake', source: 'lists' },
    { url: 'https://berachain.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BER',
  local: false,
  sources: agreed,
}
