import type { Chain } from '../chain.ts'
import { agreed } from '../sources.ts'

export const immutableZkevm: Chain = {
  id: 'eip155:13371',
  namespace: 'eip155',
  reference: '13371',
  names: { en: 'Immutable zkEVM', ja: 'Immutable zkEVM' },
  shortName: 'imx',
  nativeCurrency: { name: 'IMX', symbol: 'IMX', decimals: 18 },
  explorers: [
    {
      name: 'Immutable Explorer',
      tx: 'https://explorer.immutable.com/tx/{tx}',
      address: 'https://explorer.immutable.com/address/{address}',
    },
  ],
  endpoints: [
    { url: 'https://rpc.immutable.com', operator: 'immutable', source: 'both' },
    { url: 'https://immutable-zkevm.drpc.org', operator: 'drpc', batch: 3, source: 'lists' },
    { url: 'https://immutable.gateway.tenderly.co', operator: 'tenderly', source: 'chainlist' },
  ],
  trust: 'public',
  // We know of no `finalized` of its nodes: minutes, far more than its blocks take to settle.
  finality: { kind: 'depth', safe: 20, finalized: 100 },
  blockTimeMs: 2000,
  limits: { batch: 20, logRange: 1000, concurrency: 4 },
  multicall3: '0x236bda4589e44e6850f5ac6a74bfca398a86c6c0',
  icon: 'IMX',
  local: false,
  sources: { ...agreed, blockTimeMs: 'ours' },
}
