import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const sonic: Chain = {
  id: 'eip155:146',
  namespace: 'eip155',
  reference: '146',
  names: { en: 'Sonic', ja: 'Sonic' },
  shortName: 'sonic',
  nativeCurrency: { name: 'Sonic', symbol: 'S', decimals: 18 },
  explorers: [{ name: 'SonicScan', tx: 'https://sonicscan.org/tx/{tx}', address: 'https://sonicscan.org/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.soniclabs.com', operator: 'sonic-labs', source: 'both' },
    { url: 'https://sonic-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://sonic.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 630,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'S',
  local: false,
  sources: agreed,
}
