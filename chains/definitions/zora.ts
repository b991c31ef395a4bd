import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const zora: Chain = {
  id: 'eip155:7777777',
  namespace: 'eip155',
  reference: '7777777',
  names: { en: 'Zora', ja: 'Zora' },
  shortName: 'zora',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Zora Explorer', tx: 'https://explorer.zora.energy/tx/{tx}', address: 'https://explorer.zora.energy/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.zora.energy', operator: 'zora', source: 'both' },
    { url: 'https://zora.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://7777777.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ZOR',
  local: false,
  sources: agreed,
}
