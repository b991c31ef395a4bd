import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const opbnb: Chain = {
  id: 'eip155:204',
  namespace: 'eip155',
  reference: '204',
  names: { en: 'opBNB', ja: 'opBNB' },
  shortName: 'obnb',
  nativeCurrency: { name: 'BNB', symbol: 'BNB', decimals: 18 },
  explorers: [{ name: 'opBNBScan', tx: 'https://opbnb.bscscan.com/tx/{tx}', address: 'https://opbnb.bscscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://opbnb-mainnet-rpc.bnbchain.org', operator: 'bnb-chain', source: 'both' },
    { url: 'https://opbnb-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://opbnb.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://opbnb-mainnet.g.alchemy.com/v2/{key}', operator: 'alchemy', key: 'ALCHEMY_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 250,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'OBN',
  local: false,
  sources: { ...agreed, explorers: 'viem', blockTimeMs: 'ours' },
}
