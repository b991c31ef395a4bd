import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const bnb: Chain = {
  id: 'eip155:56',
  namespace: 'eip155',
  reference: '56',
  names: { en: 'BNB Smart Chain', ja: 'BNB スマートチェーン' },
  shortName: 'bnb',
  nativeCurrency: { name: 'BNB', symbol: 'BNB', decimals: 18 },
  explorers: [{ name: 'BscScan', tx: 'https://bscscan.com/tx/{tx}', address: 'https://bscscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://bsc-dataseed.bnbchain.org', operator: 'bnb-chain', source: 'chainlist' },
    { url: 'https://bsc-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://56.rpc.thirdweb.com', operator: 'thirdweb', source: 'viem' },
    { url: 'https://bsc.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://bnb-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 750,
  limits: { batch: 100, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BNB',
  local: false,
  sources: agreed,
}
