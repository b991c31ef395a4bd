import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** The first application chain of the local stack. */
export const appA: Chain = {
  id: 'eip155:31339',
  namespace: 'eip155',
  reference: '31339',
  names: { en: 'App chain A', ja: 'アプリチェーン A' },
  shortName: 'app-a',
  nativeCurrency: { name: 'Test Ether', symbol: 'ETH', decimals: 18 },
  explorers: [],
  endpoints: [{ url: 'http://127.0.0.1:8547', operator: 'own' }],
  trust: 'own-node',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 100, logRange: 100_000, concurrency: 4 },
  multicall3: null,
  icon: 'A',
  local: true,
  sources: ours,
}
