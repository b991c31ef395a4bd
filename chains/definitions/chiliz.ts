import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const chiliz: Chain = {
  id: 'eip155:88888',
  namespace: 'eip155',
  reference: '88888',
  names: { en: 'Chiliz Chain', ja: 'Chiliz Chain' },
  shortName: 'chzmainnet',
  nativeCurrency: { name: 'Chiliz', symbol: 'CHZ', decimals: 18 },
  explorers: [{ name: 'Chiliz Explorer', tx: 'https://scan.chiliz.com/tx/{tx}', address: 'https://scan.chiliz.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.chiliz.com', operator: 'chiliz', source: 'both' },
    { url: 'https://chiliz-mainnet.gateway.tatum.io', operator: 'tatum', source: 'chainlist' },
    { url: 'https://88888.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
    { url: 'https://rpc.ankr.com/chiliz/{key}', operator: 'ankr', key: 'ANKR_KEY', source: 'operator' },
  ],
  trust: 'public',
  // A block may be replaced until enough validators have built on it.
  finality: { kind: 'depth', safe: 15, finalized: 60 },
  blockTimeMs: 3000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'CHZ',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
