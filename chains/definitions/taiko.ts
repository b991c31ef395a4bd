import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const taiko: Chain = {
  id: 'eip155:167000',
  namespace: 'eip155',
  reference: '167000',
  names: { en: 'Taiko', ja: 'Taiko' },
  shortName: 'tko-mainnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Taikoscan', tx: 'https://taikoscan.io/tx/{tx}', address: 'https://taikoscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.mainnet.taiko.xyz', operator: 'taiko', source: 'both' },
    { url: 'https://taiko-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://taiko.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'TKO',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
