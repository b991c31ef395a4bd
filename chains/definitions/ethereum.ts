import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const ethereum: Chain = {
  id: 'eip155:1',
  namespace: 'eip155',
  reference: '1',
  names: { en: 'Ethereum', ja: 'イーサリアム' },
  shortName: 'eth',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Etherscan', tx: 'https://etherscan.io/tx/{tx}', address: 'https://etherscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://ethereum.reth.rs/rpc', operator: 'reth', source: 'viem' },
    { url: 'https://ethereum-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://eth.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://public.1rpc.io/eth', operator: '1rpc', source: 'chainlist' },
    { url: 'https://eth-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 12000,
  limits: { batch: 100, logRange: 1000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'ETH',
  local: false,
  sources: agreed,
}
