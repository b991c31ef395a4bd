import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const arbitrumNova: Chain = {
  id: 'eip155:42170',
  namespace: 'eip155',
  reference: '42170',
  names: { en: 'Arbitrum Nova', ja: 'Arbitrum Nova' },
  shortName: 'arb-nova',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Arbiscan', tx: 'https://nova.arbiscan.io/tx/{tx}', address: 'https://nova.arbiscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://nova.arbitrum.io/rpc', operator: 'offchain-labs', source: 'both' },
    { url: 'https://arbitrum-nova-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://arbitrum-nova.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://arbnova-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 250,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'NOV',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
