import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const cronos: Chain = {
  id: 'eip155:25',
  namespace: 'eip155',
  reference: '25',
  names: { en: 'Cronos', ja: 'Cronos' },
  shortName: 'cro',
  nativeCurrency: { name: 'Cronos', symbol: 'CRO', decimals: 18 },
  explorers: [
    { name: 'Cronos Explorer', tx: 'https://explorer.cronos.org/tx/{tx}', address: 'https://explorer.cronos.org/address/{address}' },
  ],
  endpoints: [
    { url: 'https://evm.cronos.org', operator: 'cronos', source: 'both' },
    { url: 'https://cronos-evm-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://cronos.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://cronos-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 600,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'CRO',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
