import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const core: Chain = {
  id: 'eip155:1116',
  namespace: 'eip155',
  reference: '1116',
  names: { en: 'Core', ja: 'Core' },
  shortName: 'core',
  nativeCurrency: { name: 'Core', symbol: 'CORE', decimals: 18 },
  explorers: [{ name: 'Core Scan', tx: 'https://scan.coredao.org/tx/{tx}', address: 'https://scan.coredao.org/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.coredao.org', operator: 'core', source: 'both' },
    { url: 'https://rpc-core.icecreamswap.com', operator: 'icecreamswap', source: 'lists' },
    { url: 'https://core.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
  ],
  trust: 'public',
  // A block may be replaced until enough of the 21 or more validators have built on it.
  finality: { kind: 'depth', safe: 21, finalized: 60 },
  blockTimeMs: 3000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'COR',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
