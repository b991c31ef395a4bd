import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const shape: Chain = {
  id: 'eip155:360',
  namespace: 'eip155',
  reference: '360',
  names: { en: 'Shape', ja: 'Shape' },
  shortName: 'shape',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Shapescan', tx: 'https://shapescan.xyz/tx/{tx}', address: 'https://shapescan.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.shape.network', operator: 'shape', source: 'both' },
    { url: 'https://shape-mainnet.g.alchemy.com/public', operator: 'alchemy', source: 'lists' },
    { url: 'https://360.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'SHP',
  local: false,
  sources: agreed,
}
