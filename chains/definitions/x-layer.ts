import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const xLayer: Chain = {
  id: 'eip155:196',
  namespace: 'eip155',
  reference: '196',
  names: { en: 'X Layer', ja: 'X Layer' },
  shortName: 'okb',
  nativeCurrency: { name: 'OKB', symbol: 'OKB', decimals: 18 },
  explorers: [{ name: 'OKLink', tx: 'https://www.oklink.com/xlayer/tx/{tx}', address: 'https://www.oklink.com/xlayer/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.xlayer.tech', operator: 'okx', source: 'lists' },
    { url: 'https://xlayer.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://xlayer.rpc.blxrbdn.com', operator: 'bloxroute', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 100, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'XL',
  local: false,
  sources: agreed,
}
