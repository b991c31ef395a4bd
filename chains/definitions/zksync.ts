import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const zksync: Chain = {
  id: 'eip155:324',
  namespace: 'eip155',
  reference: '324',
  names: { en: 'ZKsync Era', ja: 'ZKsync Era' },
  shortName: 'zksync',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'ZKsync Explorer', tx: 'https://explorer.zksync.io/tx/{tx}', address: 'https://explorer.zksync.io/address/{address}' },
  ],
  endpoints: [
    { url: 'https://mainnet.era.zksync.io', operator: 'matter-labs', source: 'both' },
    { url: 'https://zksync.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://zksync.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 200,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xf9cda624fbc7e059355ce98a31693d299facd963',
  icon: 'ZK',
  local: false,
  sources: agreed,
}
