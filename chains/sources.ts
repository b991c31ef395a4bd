import type { Sources } from './chain.ts'

/** Everything is our own choice: chains that no package knows. */
export const ours: Sources = {
  id: 'ours',
  names: 'ours',
  shortName: 'ours',
  nativeCurrency: 'ours',
  explorers: 'ours',
  trust: 'ours',
  finality: 'ours',
  blockTimeMs: 'ours',
  limits: 'ours',
  multicall3: 'ours',
  icon: 'ours',
}

/**
 * What a public EVM chain starts from: both packages agree on its id, its currency's symbol and decimals, and the host of an explorer. Names for
 * people, finality, limits and mark are ours: conservative figures that `./cairn chains --probe` measures where the chain can be reached.
 */
export const agreed: Sources = {
  ...ours,
  id: 'both',
  shortName: 'lists',
  nativeCurrency: 'both',
  explorers: 'both',
  blockTimeMs: 'viem',
  multicall3: 'viem',
}
