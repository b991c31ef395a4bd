import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const zetachain: Chain = {
  id: 'eip155:7000',
  namespace: 'eip155',
  reference: '7000',
  names: { en: 'ZetaChain', ja: 'ZetaChain' },
  shortName: 'zetachain-mainnet',
  nativeCurrency: { name: 'Zeta', symbol: 'ZETA', decimals: 18 },
  explorers: [{ name: 'ZetaScan', tx: 'https://zetascan.com/tx/{tx}', address: 'https://zetascan.com/address/{address}' }],
  endpoints: [
    { url: 'https://zetachain-evm.blockpi.network/v1/rpc/public', operator: 'blockpi', source: 'both' },
    { url: 'https://zeta-chain.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://7000.rpc.thirdweb.com', operator: 'thirdweb', source: 'lists' },
    { url: 'https://zetachain-mainnet.g.allthatnode.com/archive/evm', operator: 'allthatnode', source: 'lists' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 4000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ZET',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
