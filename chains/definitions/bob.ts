import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const bob: Chain = {
  id: 'eip155:60808',
  namespace: 'eip155',
  reference: '60808',
  names: { en: 'BOB', ja: 'BOB' },
  shortName: 'bob',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'BOB Explorer', tx: 'https://explorer.gobob.xyz/tx/{tx}', address: 'https://explorer.gobob.xyz/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.gobob.xyz', operator: 'bob', source: 'both' },
    { url: 'https://bob.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://bob.gateway.tenderly.co', operator: 'tenderly', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BOB',
  local: false,
  sources: agreed,
}
