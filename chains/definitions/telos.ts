import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const telos: Chain = {
  id: 'eip155:40',
  namespace: 'eip155',
  reference: '40',
  names: { en: 'Telos', ja: 'Telos' },
  shortName: 'TelosEVM',
  nativeCurrency: { name: 'Telos', symbol: 'TLOS', decimals: 18 },
  explorers: [{ name: 'Teloscan', tx: 'https://www.teloscan.io/tx/{tx}', address: 'https://www.teloscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.telos.net', operator: 'telos', source: 'both' },
    { url: 'https://telos.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://public.1rpc.io/telos/evm', operator: '1rpc', source: 'chainlist' },
  ],
  trust: 'public',
  // Irreversible in Antelope after three minutes at most.
  finality: { kind: 'depth', safe: 60, finalized: 400 },
  blockTimeMs: 500,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'TLO',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
