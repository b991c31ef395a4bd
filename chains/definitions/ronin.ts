import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const ronin: Chain = {
  id: 'eip155:2020',
  namespace: 'eip155',
  reference: '2020',
  names: { en: 'Ronin', ja: 'Ronin' },
  shortName: 'ron',
  nativeCurrency: { name: 'RON', symbol: 'RON', decimals: 18 },
  explorers: [
    { name: 'Ronin Explorer', tx: 'https://app.roninchain.com/tx/{tx}', address: 'https://app.roninchain.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://api.roninchain.com/rpc', operator: 'sky-mavis', source: 'both' },
    { url: 'https://ronin.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://ronin.gateway.tenderly.co', operator: 'tenderly', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 3000,
  limits: { batch: 20, logRange: 500, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'RON',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
