import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const unichain: Chain = {
  id: 'eip155:130',
  namespace: 'eip155',
  reference: '130',
  names: { en: 'Unichain', ja: 'Unichain' },
  shortName: 'unichain',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Uniscan', tx: 'https://uniscan.xyz/tx/{tx}', address: 'https://uniscan.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.unichain.org', operator: 'unichain', source: 'both' },
    { url: 'https://unichain-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://unichain.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://unichain-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'UNI',
  local: false,
  sources: agreed,
}
