import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const morph: Chain = {
  id: 'eip155:2818',
  namespace: 'eip155',
  reference: '2818',
  names: { en: 'Morph', ja: 'Morph' },
  shortName: 'morph',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Morph Explorer', tx: 'https://explorer.morphl2.io/tx/{tx}', address: 'https://explorer.morphl2.io/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.morphl2.io', operator: 'morph', source: 'both' },
    { url: 'https://rpc-quicknode.morphl2.io', operator: 'quicknode', source: 'lists' },
    { url: 'https://morph.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  // We know of no `finalized` of its nodes: an hour, for a batch to be final on Ethereum.
  finality: { kind: 'depth', safe: 60, finalized: 3600 },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MPH',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
