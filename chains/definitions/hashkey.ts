import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const hashkey: Chain = {
  id: 'eip155:177',
  namespace: 'eip155',
  reference: '177',
  names: { en: 'HashKey Chain', ja: 'HashKey Chain' },
  shortName: 'hsk',
  nativeCurrency: { name: 'HashKey Platform Token', symbol: 'HSK', decimals: 18 },
  explorers: [{ name: 'Blockscout', tx: 'https://hsk.blockscout.com/tx/{tx}', address: 'https://hsk.blockscout.com/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.hsk.xyz', operator: 'hashkey', source: 'both' },
    { url: 'https://hashkey.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://177.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'HSK',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
