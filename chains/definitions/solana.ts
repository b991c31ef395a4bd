import type { Chain } from '../chain.ts'
import { ours } from '../sources.ts'

/** Solana mainnet-beta; the reference is the start of its genesis hash (CAIP-30). */
export const solana: Chain = {
  id: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
  namespace: 'solana',
  reference: '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
  names: { en: 'Solana', ja: 'Solana' },
  shortName: 'sol',
  nativeCurrency: { name: 'SOL', symbol: 'SOL', decimals: 9 },
  explorers: [
    { name: 'Solana Explorer', tx: 'https://explorer.solana.com/tx/{tx}', address: 'https://explorer.solana.com/address/{address}' },
  ],
  endpoints: [
    { url: 'https://api.mainnet-beta.solana.com', operator: 'solana', source: 'operator' },
    { url: 'https://solana-rpc.publicnode.com', operator: 'publicnode', source: 'operator' },
    { url: 'https://solana.drpc.org', operator: 'drpc', batch: 3, source: 'operator' },
    { url: 'https://mainnet.helius-rpc.com/?api-key={key}', operator: 'helius', key: 'HELIUS_KEY', source: 'operator' },
  ],
  trust: 'public',
  finality: { kind: 'commitment' },
  blockTimeMs: 400,
  limits: { batch: 10, logRange: 1000, concurrency: 4 },
  multicall3: null,
  icon: 'SOL',
  local: false,
  sources: ours,
}
