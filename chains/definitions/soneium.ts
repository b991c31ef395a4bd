import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const soneium: Chain = {
  id: 'eip155:1868',
  namespace: 'eip155',
  reference: '1868',
  names: { en: 'Soneium', ja: 'Soneium' },
  shortName: 'soneium',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Blockscout', tx: 'https://soneium.blockscout.com/tx/{tx}', address: 'https://soneium.blockscout.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.soneium.org', operator: 'soneium', source: 'both' },
    { url: 'https://soneium.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://1868.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
    { url: 'https://soneium-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'SON',
  local: false,
  sources: agreed,
}
