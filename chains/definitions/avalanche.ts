import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const avalanche: Chain = {
  id: 'eip155:43114',
  namespace: 'eip155',
  reference: '43114',
  names: { en: 'Avalanche C-Chain', ja: 'Avalanche C チェーン' },
  shortName: 'avax',
  nativeCurrency: { name: 'Avalanche', symbol: 'AVAX', decimals: 18 },
  explorers: [{ name: 'SnowTrace', tx: 'https://snowtrace.io/tx/{tx}', address: 'https://snowtrace.io/address/{address}' }],
  endpoints: [
    { url: 'https://api.avax.network/ext/bc/C/rpc', operator: 'ava-labs', source: 'both' },
    { url: 'https://avalanche-c-chain-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://avalanche.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://avax-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1700,
  limits: { batch: 100, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'AVA',
  local: false,
  sources: agreed,
}
