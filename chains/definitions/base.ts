import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const base: Chain = {
  id: 'eip155:8453',
  namespace: 'eip155',
  reference: '8453',
  names: { en: 'Base', ja: 'Base' },
  shortName: 'base',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Basescan', tx: 'https://basescan.org/tx/{tx}', address: 'https://basescan.org/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.base.org', operator: 'base', batch: 1, source: 'both' },
    { url: 'https://base-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://base.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://base-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BAS',
  local: false,
  sources: agreed,
}
