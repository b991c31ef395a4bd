import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const boba: Chain = {
  id: 'eip155:288',
  namespace: 'eip155',
  reference: '288',
  names: { en: 'Boba', ja: 'Boba' },
  shortName: 'Boba',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Bobascan', tx: 'https://bobascan.com/tx/{tx}', address: 'https://bobascan.com/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.boba.network', operator: 'boba', source: 'both' },
    { url: 'https://boba-ethereum.gateway.tenderly.co', operator: 'tenderly', source: 'lists' },
    { url: 'https://boba-eth.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://boba-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BBA',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
