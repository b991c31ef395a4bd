import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const iotex: Chain = {
  id: 'eip155:4689',
  namespace: 'eip155',
  reference: '4689',
  names: { en: 'IoTeX', ja: 'IoTeX' },
  shortName: 'iotex-mainnet',
  nativeCurrency: { name: 'IoTeX', symbol: 'IOTX', decimals: 18 },
  explorers: [{ name: 'IoTeXScan', tx: 'https://iotexscan.io/tx/{tx}', address: 'https://iotexscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://babel-api.mainnet.iotex.io', operator: 'iotex', source: 'both' },
    { url: 'https://iotex.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
    { url: 'https://4689.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 2, finalized: 10 },
  blockTimeMs: 2500,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'IOT',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
