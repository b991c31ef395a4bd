import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const arbitrum: Chain = {
  id: 'eip155:42161',
  namespace: 'eip155',
  reference: '42161',
  names: { en: 'Arbitrum One', ja: 'Arbitrum One' },
  shortName: 'arb1',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Arbiscan', tx: 'https://arbiscan.io/tx/{tx}', address: 'https://arbiscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://arb1.arbitrum.io/rpc', operator: 'offchain-labs', source: 'both' },
    { url: 'https://arbitrum-one-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://arbitrum.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://arb-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 250,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ARB',
  local: false,
  sources: agreed,
}
