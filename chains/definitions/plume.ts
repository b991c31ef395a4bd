import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const plume: Chain = {
  id: 'eip155:98866',
  namespace: 'eip155',
  reference: '98866',
  names: { en: 'Plume', ja: 'Plume' },
  shortName: 'plume-mainnet',
  nativeCurrency: { name: 'Plume', symbol: 'PLUME', decimals: 18 },
  explorers: [
    { name: 'Plume Explorer', tx: 'https://explorer.plume.org/tx/{tx}', address: 'https://explorer.plume.org/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.plume.org', operator: 'plume', source: 'both' },
    { url: 'https://plume.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://plume-mainnet.gateway.tatum.io', operator: 'tatum', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 250,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'PLU',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
