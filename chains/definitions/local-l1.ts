import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** The L1 of the local stack. */
export const localL1: Chain = {
  id: 'eip155:31337',
  namespace: 'eip155',
  reference: '31337',
  names: { en: 'Local L1', ja: 'ローカル L1' },
  shortName: 'l1',
  nativeCurrency: { name: 'Test Ether', symbol: 'ETH', decimals: 18 },
  explorers: [],
  endpoints: [{ url: 'http://127.0.0.1:8545', operator: 'own' }],
  trust: 'own-node',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 100, logRange: 100_000, concurrency: 4 },
  multicall3: null,
  icon: 'L1',
  local: true,
  sources: ours,
}
