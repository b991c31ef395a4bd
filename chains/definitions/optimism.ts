import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const optimism: Chain = {
  id: 'eip155:10',
  namespace: 'eip155',
  reference: '10',
  names: { en: 'OP Mainnet', ja: 'OP メインネット' },
  shortName: 'oeth',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    {
      name: 'Optimism Explorer',
      tx: 'https://optimistic.etherscan.io/tx/{tx}',
      address: 'https://optimistic.etherscan.io/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://mainnet.optimism.io', operator: 'optimism', source: 'both' },
    { url: 'https://optimism-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://optimism.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://opt-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'OP',
  local: false,
  sources: agreed,
}
