import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const scroll: Chain = {
  id: 'eip155:534352',
  namespace: 'eip155',
  reference: '534352',
  names: { en: 'Scroll', ja: 'Scroll' },
  shortName: 'scr',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Scrollscan', tx: 'https://scrollscan.com/tx/{tx}', address: 'https://scrollscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.scroll.io', operator: 'scroll', source: 'both' },
    { url: 'https://scroll-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://scroll.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://scroll-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 3000,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'SCR',
  local: false,
  sources: agreed,
}
