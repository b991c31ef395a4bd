import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const viction: Chain = {
  id: 'eip155:88',
  namespace: 'eip155',
  reference: '88',
  names: { en: 'Viction', ja: 'Viction' },
  shortName: 'vic',
  nativeCurrency: { name: 'Viction', symbol: 'VIC', decimals: 18 },
  explorers: [{ name: 'VicScan', tx: 'https://vicscan.xyz/tx/{tx}', address: 'https://vicscan.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.viction.xyz', operator: 'viction', source: 'both' },
    { url: 'https://viction.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://88.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // An epoch of 900 blocks ends with a checkpoint.
  finality: { kind: 'depth', safe: 30, finalized: 900 },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: null,
  icon: 'VIC',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
