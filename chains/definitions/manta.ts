import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const manta: Chain = {
  id: 'eip155:169',
  namespace: 'eip155',
  reference: '169',
  names: { en: 'Manta Pacific', ja: 'Manta Pacific' },
  shortName: 'manta',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    {
      name: 'Manta Explorer',
      tx: 'https://pacific-explorer.manta.network/tx/{tx}',
      address: 'https://pacific-explorer.manta.network/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://pacific-rpc.manta.network/http', operator: 'manta', source: 'both' },
    { url: 'https://manta-pacific.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://public.1rpc.io/manta', operator: '1rpc', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 10000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MTA',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
