import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const astar: Chain = {
  id: 'eip155:592',
  namespace: 'eip155',
  reference: '592',
  names: { en: 'Astar', ja: 'Astar' },
  shortName: 'astr',
  nativeCurrency: { name: 'Astar', symbol: 'ASTR', decimals: 18 },
  explorers: [{ name: 'Subscan', tx: 'https://astar.subscan.io/tx/{tx}', address: 'https://astar.subscan.io/account/{address}' }],
  endpoints: [
    { url: 'https://astar.api.onfinality.io/public', operator: 'onfinality', source: 'viem' },
    { url: 'https://evm.astar.network', operator: 'astar', source: 'chainlist' },
    { url: 'https://astar-rpc.dwellir.com', operator: 'dwellir', source: 'chainlist' },
    { url: 'https://astar-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 6000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'AST',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
