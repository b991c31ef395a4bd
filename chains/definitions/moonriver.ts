import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const moonriver: Chain = {
  id: 'eip155:1285',
  namespace: 'eip155',
  reference: '1285',
  names: { en: 'Moonriver', ja: 'Moonriver' },
  shortName: 'mriver',
  nativeCurrency: { name: 'Moonriver', symbol: 'MOVR', decimals: 18 },
  explorers: [
    { name: 'Moonscan', tx: 'https://moonriver.moonscan.io/tx/{tx}', address: 'https://moonriver.moonscan.io/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.api.moonriver.moonbeam.network', operator: 'moonbeam', source: 'both' },
    { url: 'https://moonriver-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://moonriver.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 6000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MRV',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
