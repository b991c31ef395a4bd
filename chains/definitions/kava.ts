import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const kava: Chain = {
  id: 'eip155:2222',
  namespace: 'eip155',
  reference: '2222',
  names: { en: 'Kava', ja: 'Kava' },
  shortName: 'kava',
  nativeCurrency: { name: 'Kava', symbol: 'KAVA', decimals: 18 },
  explorers: [{ name: 'Kavascan', tx: 'https://kavascan.com/tx/{tx}', address: 'https://kavascan.com/address/{address}' }],
  endpoints: [
    { url: 'https://evm.kava.io', operator: 'kava', source: 'both' },
    { url: 'https://kava-evm-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://kava.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 6000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'KAV',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
