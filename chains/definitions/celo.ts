import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const celo: Chain = {
  id: 'eip155:42220',
  namespace: 'eip155',
  reference: '42220',
  names: { en: 'Celo', ja: 'Celo' },
  shortName: 'celo',
  nativeCurrency: { name: 'CELO', symbol: 'CELO', decimals: 18 },
  explorers: [{ name: 'Celoscan', tx: 'https://celoscan.io/tx/{tx}', address: 'https://celoscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://forno.celo.org', operator: 'celo', source: 'both' },
    { url: 'https://celo.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://celo.api.onfinality.io/public', operator: 'onfinality', source: 'chainlist' },
    { url: 'https://celo-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'CEL',
  local: false,
  sources: agreed,
}
