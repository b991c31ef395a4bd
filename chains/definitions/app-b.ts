import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** The second application chain of the local stack. */
export const appB: Chain = {
  id: 'eip155:31340',
  namespace: 'eip155',
  reference: '31340',
  names: { en: 'App chain B', ja: 'アプリチェーン B' },
  shortName: 'app-b',
  nativeCurrency: { name: 'Test Ether', symbol: 'ETH', decimals: 18 },
  explorers: [],
  endpoints: [{ url: 'http://127.0.0.1:8548', operator: 'own' }],
  trust: 'own-node',
  finality: { kind: 'tags' },
  blockTimeMs: 1000,
  limits: { batch: 100, logRange: 100_000, concurrency: 4 },
  multicall3: null,
  icon: 'B',
  local: true,
  sources: ours,
}
