import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const apechain: Chain = {
  id: 'eip155:33139',
  namespace: 'eip155',
  reference: '33139',
  names: { en: 'ApeChain', ja: 'ApeChain' },
  shortName: 'apechain',
  nativeCurrency: { name: 'ApeCoin', symbol: 'APE', decimals: 18 },
  explorers: [{ name: 'Apescan', tx: 'https://apescan.io/tx/{tx}', address: 'https://apescan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.apechain.com/http', operator: 'apechain', source: 'both' },
    { url: 'https://apechain.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://33139.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 250,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'APE',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
