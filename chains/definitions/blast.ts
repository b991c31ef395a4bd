import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const blast: Chain = {
  id: 'eip155:81457',
  namespace: 'eip155',
  reference: '81457',
  names: { en: 'Blast', ja: 'Blast' },
  shortName: 'blastmainnet',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  explorers: [{ name: 'Blastscan', tx: 'https://blastscan.io/tx/{tx}', address: 'https://blastscan.io/address/{address}' }],
  endpoints: [
    { url: 'https://rpc.blast.io', operator: 'blast', source: 'both' },
    { url: 'https://blast-rpc.publicnode.com', operator: 'publicnode', source: 'lists' },
    { url: 'https://blast.drpc.org', operator: 'drpc', batch: 3, source: 'chainlist' },
  ],
  trust: 'public',
  finality: { kind: 'tags' },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 2000, concurrency: 4 },
  multicall3: '0xca11bde05977b3631167028862be2a173976ca11',
  icon: 'BLA',
  local: false,
  sources: agreed,
}
