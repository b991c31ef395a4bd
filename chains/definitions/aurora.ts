import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const aurora: Chain = {
  id: 'eip155:1313161554',
  namespace: 'eip155',
  reference: '1313161554',
  names: { en: 'Aurora', ja: 'Aurora' },
  shortName: 'aurora',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Aurora Explorer', tx: 'https://explorer.aurora.dev/tx/{tx}', address: 'https://explorer.aurora.dev/address/{address}' },
  ],
  endpoints: [
    { url: 'https://mainnet.aurora.dev', operator: 'aurora', source: 'both' },
    { url: 'https://aurora.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://public.1rpc.io/aurora', operator: '1rpc', source: 'chainlist' },
  ],
  trust: 'public',
  // A block of NEAR is final two blocks later.
  finality: { kind: 'depth', safe: 3, finalized: 10 },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'AUR',
  local: false,
  sources: { ...agreed, explorers: 'lists', blockTimeMs: 'ours' },
}
