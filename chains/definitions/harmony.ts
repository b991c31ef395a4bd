import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const harmony: Chain = {
  id: 'eip155:1666600000',
  namespace: 'eip155',
  reference: '1666600000',
  names: { en: 'Harmony', ja: 'Harmony' },
  shortName: 'hmy-s0',
  nativeCurrency: { name: 'ONE', symbol: 'ONE', decimals: 18 },
  explorers: [
    { name: 'Harmony Explorer', tx: 'https://explorer.harmony.one/tx/{tx}', address: 'https://explorer.harmony.one/address/{address}' },
  ],
  endpoints: [
    { url: 'https://api.harmony.one', operator: 'harmony', source: 'lists' },
    { url: 'https://harmony-0.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://1666600000.rpc.thirdweb.com', operator: 'thirdweb', source: 'viem' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ONE',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
