import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const filecoin: Chain = {
  id: 'eip155:314',
  namespace: 'eip155',
  reference: '314',
  names: { en: 'Filecoin', ja: 'Filecoin' },
  shortName: 'filecoin',
  nativeCurrency: { name: 'Filecoin', symbol: 'FIL', decimals: 18 },
  explorers: [{ name: 'Filfox', tx: 'https://filfox.info/en/message/{tx}', address: 'https://filfox.info/en/address/{address}' }],
  endpoints: [
    { url: 'https://api.node.glif.io/rpc/v1', operator: 'glif', source: 'both' },
    { url: 'https://filecoin.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://filecoin.chainup.net/rpc/v1', operator: 'chainup', source: 'chainlist' },
  ],
  trust: 'public',
  // Expected consensus: 900 epochs are final, 200 are what its nodes call safe.
  finality: { kind: 'depth', safe: 200, finalized: 900 },
  blockTimeMs: 30000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'FIL',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
