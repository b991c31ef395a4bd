import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const worldChain: Chain = {
  id: 'eip155:480',
  namespace: 'eip155',
  reference: '480',
  names: { en: 'World Chain', ja: 'World Chain' },
  shortName: 'wc',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Worldscan', tx: 'https://worldscan.org/tx/{tx}', address: 'https://worldscan.org/address/{address}' }],
  endpoints: [
    { url: 'https://worldchain-mainnet.g.alchemy.com/public', operator: 'alchemy', source: 'both' },
    { url: 'https://480.rpc.thirdweb.com', operator: 'thirdweb', source: 'lists' },
    { url: 'https://worldchain-mainnet.gateway.tenderly.co', operator: 'tenderly', source: 'lists' },
    { url: 'https://worldchain.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 500, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'WLD',
  local: false,
  sources: agreed,
}
