import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const zircuit: Chain = {
  id: 'eip155:48900',
  namespace: 'eip155',
  reference: '48900',
  names: { en: 'Zircuit', ja: 'Zircuit' },
  shortName: 'zircuit-mainnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Zircuit Explorer', tx: 'https://explorer.zircuit.com/tx/{tx}', address: 'https://explorer.zircuit.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://mainnet.zircuit.com', operator: 'zircuit', source: 'both' },
    { url: 'https://zircuit-mainnet.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://zircuit1-mainnet.liquify.com', operator: 'liquify', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ZRC',
  local: false,
  sources: agreed,
}
