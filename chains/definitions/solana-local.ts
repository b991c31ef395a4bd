import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** The Solana test validator of the local stack: it takes no JSON-RPC batches. */
export const solanaLocal: Chain = {
  id: 'solana:localnet',
  namespace: 'solana',
  reference: 'localnet',
  names: { en: 'Local Solana', ja: 'ローカル Solana' },
  shortName: 'sol-local',
  nativeCurrency: { name: 'Test SOL', symbol: 'SOL', decimals: 9 },
  explorers: [],
  endpoints: [{ url: 'http://127.0.0.1:8899', operator: 'own' }],
  trust: 'own-node',
  finality: { kind: 'commitment' },
  blockTimeMs: 400,
  limits: { batch: 1, logRange: 1000, concurrency: 8 },
  multicall3: null,
  icon: 'SL',
  local: true,
  sources: ours,
}
