import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const gravity: Chain = {
  id: 'eip155:1625',
  namespace: 'eip155',
  reference: '1625',
  names: { en: 'Gravity', ja: 'Gravity' },
  shortName: 'gravity',
  nativeCurrency: { name: 'Gravity', symbol: 'G', decimals: 18 },
  explorers: [
    { name: 'Gravity Explorer', tx: 'https://explorer.gravity.xyz/tx/{tx}', address: 'https://explorer.gravity.xyz/address/{address}' },
  ],
  endpoints: [
    { url: 'https://rpc.gravity.xyz', operator: 'gravity', source: 'both' },
    { url: 'https://1625.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
    { url: 'https://rpc.ankr.com/gravity/{key}', operator: 'ankr', key: 'ANKR_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xf8ac4beb2f75d2cffb588c63251347fdd629b92c',
  icon: 'G',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
