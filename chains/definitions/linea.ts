import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const linea: Chain = {
  id: 'eip155:59144',
  namespace: 'eip155',
  reference: '59144',
  names: { en: 'Linea', ja: 'Linea' },
  shortName: 'linea',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'LineaScan', tx: 'https://lineascan.build/tx/{tx}', address: 'https://lineascan.build/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.linea.build', operator: 'linea', source: 'both' },
    { url: 'https://linea-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://linea.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://linea-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'LIN',
  local: false,
  sources: agreed,
}
