import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

/** Story until it was renamed. */
export const dataNetwork: Chain = {
  id: 'eip155:1514',
  namespace: 'eip155',
  reference: '1514',
  names: { en: 'Data Network', ja: 'Data Network' },
  shortName: 'data',
  nativeCurrency: { name: 'DATA', symbol: 'DATA', decimals: 18 },
  explorers: [{ name: 'Data Network Explorer', tx: 'https://datanetscan.io/tx/{tx}', address: 'https://datanetscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://mainnet.datarpc.io', operator: 'data-network', source: 'both' },
    { url: 'https://story-json-rpc.stakely.io', operator: 'stakely', source: 'chainlist' },
    { url: 'https://evm-rpc.story.mainnet.dteam.tech', operator: 'dteam', source: 'chainlist' },
  ],
  trust: 'public',
  // Final at once: the depth is for endpoints that lag behind one another.
  finality: { kind: 'depth', safe: 1, finalized: 5 },
  blockTimeMs: 2300,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'DAT',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
