import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const lisk: Chain = {
  id: 'eip155:1135',
  namespace: 'eip155',
  reference: '1135',
  names: { en: 'Lisk', ja: 'Lisk' },
  shortName: 'lisk',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Blockscout', tx: 'https://blockscout.lisk.com/tx/{tx}', address: 'https://blockscout.lisk.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.api.lisk.com', operator: 'lisk', source: 'both' },
    { url: 'https://lisk.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://lisk.gateway.tenderly.co', operator: 'tenderly', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xa9d71e1dd7ca26f26e656e66d6aa81ed7f745bf0',
  icon: 'LSK',
  local: false,
  sources: agreed,
}
