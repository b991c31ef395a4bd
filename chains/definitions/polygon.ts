import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const polygon: Chain = {
  id: 'eip155:137',
  namespace: 'eip155',
  reference: '137',
  names: { en: 'Polygon', ja: 'Polygon' },
  shortName: 'pol',
  nativeCurrency: { name: 'POL', symbol: 'POL', decimals: 18 },
  explorers: [{ name: 'PolygonScan', tx: 'https://polygonscan.com/tx/{tx}', address: 'https://polygonscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://polygon-rpc.com', operator: 'polygon', source: 'chainlist' },
    { url: 'https://polygon-bor-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://polygon.drpc.org', operator: 'drpc', batch: 3, source: 'both' },
    { url: 'https://polygon-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 100, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'POL',
  local: false,
  sources: agreed,
}
