import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const etherlink: Chain = {
  id: 'eip155:42793',
  namespace: 'eip155',
  reference: '42793',
  names: { en: 'Etherlink', ja: 'Etherlink' },
  shortName: 'etlk',
  nativeCurrency: { name: 'Tez', symbol: 'XTZ', decimals: 18 },
  explorers: [
    {
      name: 'Etherlink Explorer',
      tx: 'https://explorer.etherlink.com/tx/{tx}',
      address: 'https://explorer.etherlink.com/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://node.mainnet.etherlink.com', operator: 'etherlink', source: 'both' },
    { url: 'https://42793.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
    { url: 'https://rpc.ankr.com/etherlink_mainnet/{key}', operator: 'ankr', key: 'ANKR_KEY', source: 'operator' },
  ],
  trust: 'public',
  // A block is in Tezos, and Tezos final, well before that.
  finality: { kind: 'depth', safe: 12, finalized: 60 },
  blockTimeMs: 4830,
  limits: { batch: 20, logRange: 500, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'XTZ',
  local: false,
  sources: agreed,
}
