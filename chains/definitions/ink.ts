import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const ink: Chain = {
  id: 'eip155:57073',
  namespace: 'eip155',
  reference: '57073',
  names: { en: 'Ink', ja: 'Ink' },
  shortName: 'ink',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [
    { name: 'Ink Explorer', tx: 'https://explorer.inkonchain.com/tx/{tx}', address: 'https://explorer.inkonchain.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc-gel.inkonchain.com', operator: 'gelato', source: 'both' },
    { url: 'https://rpc-qnd.inkonchain.com', operator: 'quicknode', source: 'both' },
    { url: 'https://ink-rpc.publicnode.com', operator: 'publicnode', source: 'chainlist' },
    { url: 'https://ink.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
    { url: 'https://ink-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'INK',
  local: false,
  sources: agreed,
}
