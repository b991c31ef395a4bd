import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const bitlayer: Chain = {
  id: 'eip155:200901',
  namespace: 'eip155',
  reference: '200901',
  names: { en: 'Bitlayer', ja: 'Bitlayer' },
  shortName: 'btr',
  nativeCurrency: { name: 'BTC', symbol: 'BTC', decimals: 18 },
  explorers: [{ name: 'Bitlayer Scan', tx: 'https://www.btrscan.com/tx/{tx}', address: 'https://www.btrscan.com/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.bitlayer.org', operator: 'bitlayer', source: 'both' },
    { url: 'https://rpc-bitlayer.rockx.com', operator: 'rockx', source: 'lists' },
    { url: 'https://200901.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
    { url: 'https://rpc.ankr.com/bitlayer/{key}', operator: 'ankr', key: 'ANKR_KEY', source: 'operator' },
  ],
  trust: 'public',
  // We know of no `finalized` of its nodes: every validator has built on the block several times.
  finality: { kind: 'depth', safe: 15, finalized: 100 },
  blockTimeMs: 3000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0x5b256fe9e993902ece49d138a5b1162cbb529474',
  icon: 'BTL',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
