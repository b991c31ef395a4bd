import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const sapphire: Chain = {
  id: 'eip155:23294',
  namespace: 'eip155',
  reference: '23294',
  names: { en: 'Oasis Sapphire', ja: 'Oasis Sapphire' },
  shortName: 'sapphire',
  nativeCurrency: { name: 'ROSE', symbol: 'ROSE', decimals: 18 },
  explorers: [
    {
      name: 'Oasis Explorer',
      tx: 'https://explorer.oasis.io/mainnet/sapphire/tx/{tx}',
      address: 'https://explorer.oasis.io/mainnet/sapphire/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://sapphire.oasis.io', operator: 'oasis', source: 'both' },
    { url: 'https://public.1rpc.io/oasis/sapphire', operator: '1rpc', source: 'chainlist' },
    { url: 'https://23294.rpc.thirdweb.com', operator: 'thirdweb', source: 'operator' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 6000,
  limits: { batch: 20, logRange: 100, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'SAP',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
