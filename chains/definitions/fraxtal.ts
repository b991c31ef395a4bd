import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const fraxtal: Chain = {
  id: 'eip155:252',
  namespace: 'eip155',
  reference: '252',
  names: { en: 'Fraxtal', ja: 'Fraxtal' },
  shortName: 'frax',
  nativeCurrency: { name: 'Frax', symbol: 'FRAX', decimals: 18 },
  explorers: [{ name: 'Fraxscan', tx: 'https://fraxscan.com/tx/{tx}', address: 'https://fraxscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.frax.com', operator: 'frax', source: 'both' },
    { url: 'https://fraxtal-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://fraxtal.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'FRX',
  local: false,
  sources: agreed,
}
