import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const megaeth: Chain = {
  id: 'eip155:4326',
  namespace: 'eip155',
  reference: '4326',
  names: { en: 'MegaETH', ja: 'MegaETH' },
  shortName: 'megaeth',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Etherscan', tx: 'https://mega.etherscan.io/tx/{tx}', address: 'https://mega.etherscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.megaeth.com/rpc', operator: 'megaeth', source: 'both' },
    { url: 'https://megaeth.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://rpc-megaeth-mainnet.globalstake.io', operator: 'globalstake', source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'MEG',
  local: false,
  sources: agreed,
}
