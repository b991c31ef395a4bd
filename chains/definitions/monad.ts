import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const monad: Chain = {
  id: 'eip155:143',
  namespace: 'eip155',
  reference: '143',
  names: { en: 'Monad', ja: 'Monad' },
  shortName: 'mon',
  nativeCurrency: { name: 'Monad', symbol: 'MON', decimals: 18 },
  explorers: [{ name: 'Monadscan', tx: 'https://monadscan.com/tx/{tx}', address: 'https://monadscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.monad.xyz', operator: 'monad', source: 'both' },
    { url: 'https://monad-mainnet.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://monad-mainnet.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
    { url: 'https://monad-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 300,
  limits: { batch: 20, logRange: 100, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MON',
  local: false,
  sources: agreed,
}
