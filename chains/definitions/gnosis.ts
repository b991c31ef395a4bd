import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const gnosis: Chain = {
  id: 'eip155:100',
  namespace: 'eip155',
  reference: '100',
  names: { en: 'Gnosis', ja: 'Gnosis' },
  shortName: 'gno',
  nativeCurrency: { name: 'xDAI', symbol: 'XDAI', decimals: 18 },
  explorers: [{ name: 'Gnosisscan', tx: 'https://gnosisscan.io/tx/{tx}', address: 'https://gnosisscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.gnosischain.com', operator: 'gnosis', source: 'both' },
    { url: 'https://gnosis-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://gnosis.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://gnosis-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 5000,
  limits: { batch: 100, logRange: 10000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'GNO',
  local: false,
  sources: agreed,
}
