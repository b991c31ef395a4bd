import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const katana: Chain = {
  id: 'eip155:747474',
  namespace: 'eip155',
  reference: '747474',
  names: { en: 'Katana', ja: 'Katana' },
  shortName: 'katana',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Katanascan', tx: 'https://katanascan.com/tx/{tx}', address: 'https://katanascan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.katana.network', operator: 'katana', source: 'both' },
    { url: 'https://katana.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://katana.gateway.tenderly.co', operator: 'tenderly', source: 'lists' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'KAT',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
