import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** The L2 of the local stack, where the slot settles. */
export const localL2: Chain = {
  id: 'eip155:31338',
  namespace: 'eip155',
  reference: '31338',
  names: { en: 'Local L2', ja: 'ローカル L2' },
  shortName: 'l2',
  nativeCurrency: { name: 'Test Ether', symbol: 'ETH', decimals: 18 },
  explorers: [],
  endpoints: [{ url: 'http://127.0.0.1:8546', operator: 'own' }],
  trust: 'own-node',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 100, logRange: 100_000, concurrency: 4 },
  multicall3: null,
  icon: 'L2',
  local: true,
  sources: ours,
}
