import type { ChainView } from '#app/_data/views.ts'

/** What a chain is called on the page until the API names it. */
export function chainLabel(chain: string, names: Readonly<Record<string, string>>): string {
  return names[chain] ?? chain
}

/** Names in the reader's language and how each chain is read now, by CAIP-2 id. */
export type ChainFacts = { names: Readonly<Record<string, string>>; states: Readonly<Record<string, ChainView['status']>> }

/** The worst of the chains that a quest reads, when something is wrong with one: steps there wait. */
export function troubleOf(chains: readonly string[], { states }: ChainFacts): { chain: string; state: 'down' | 'late' } | null {
  for (const state of ['down', 'late'] as const) {
    const chain = chains.find((id) => states[id] === state)
    if (chain !== undefined) return { chain, state }
  }
  return null
}
