import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const mode: Chain = {
  id: 'eip155:34443',
  namespace: 'eip155',
  reference: '34443',
  names: { en: 'Mode', ja: 'Mode' },
  shortName: 'mode',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Modescan', tx: 'https://modescan.io/tx/{tx}', address: 'https://modescan.io/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.mode.network', operator: 'mode', source: 'both' },
    { url: 'https://mode.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://mode.gateway.tenderly.co', operator: 'tenderly', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MOD',
  local: false,
  sources: agreed,
}
