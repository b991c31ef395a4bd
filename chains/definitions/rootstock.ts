import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const rootstock: Chain = {
  id: 'eip155:30',
  namespace: 'eip155',
  reference: '30',
  names: { en: 'Rootstock', ja: 'Rootstock' },
  shortName: 'rsk',
  nativeCurrency: { name: 'Smart Bitcoin', symbol: 'RBTC', decimals: 18 },
  explorers: [{ name: 'Rootstock Explorer', tx: 'https://explorer.rsk.co/tx/{tx}', address: 'https://explorer.rsk.co/address/{address}' }],
  endpoints: [
    { url: 'https://public-node.rsk.co', operator: 'rootstock', source: 'both' },
    { url: 'https://rootstock.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://30.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // Merge-mined with Bitcoin: an hour of work.
  finality: { kind: 'depth', safe: 20, finalized: 120 },
  blockTimeMs: 30000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'RSK',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
