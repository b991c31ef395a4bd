import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const wemix: Chain = {
  id: 'eip155:1111',
  namespace: 'eip155',
  reference: '1111',
  names: { en: 'WEMIX', ja: 'WEMIX' },
  shortName: 'wemix',
  nativeCurrency: { name: 'WEMIX', symbol: 'WEMIX', decimals: 18 },
  explorers: [
    { name: 'WEMIX Explorer', tx: 'https://explorer.wemix.com/tx/{tx}', address: 'https://explorer.wemix.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://api.wemix.com', operator: 'wemix', source: 'both' },
    { url: 'https://wemix.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://1111.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // We know of no `finalized` of its nodes: minutes, far more than its blocks take to settle.
  finality: { kind: 'depth', safe: 10, finalized: 60 },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: null,
  icon: 'WEM',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
