import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const merlin: Chain = {
  id: 'eip155:4200',
  namespace: 'eip155',
  reference: '4200',
  names: { en: 'Merlin', ja: 'Merlin' },
  shortName: 'Merlin-Mainnet',
  nativeCurrency: { name: 'BTC', symbol: 'BTC', decimals: 18 },
  explorers: [
    { name: 'Merlin Explorer', tx: 'https://scan.merlinchain.io/tx/{tx}', address: 'https://scan.merlinchain.io/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.merlinchain.io', operator: 'merlin', source: 'both' },
    { url: 'https://merlin.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://rpc-merlin.rockx.com', operator: 'rockx', source: 'lists' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 3000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: null,
  icon: 'MER',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
