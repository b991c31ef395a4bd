import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import type { Facts } from '#app/_ui/SiteFacts.tsx'
import { say } from '#app/_ui/say.ts'
import { readEnv } from '#server/shared/env.ts'
import { caller } from './caller.ts'
import type { Me } from './views.ts'

/** The signed-in member of this request. */
export const whoAmI = cache(async (): Promise<Me> => (await caller()).session.me())

/** Chains with their state, read once per request. */
export const chains = cache(async () => (await caller()).chains.health())

/** Settlement chains of a local stack: test coins exist there and nowhere else. */
const localSettlement = new Set([31_337, 31_338, 31_339, 31_340])

/** What the browser must know about this installation. */
export const siteFacts = cache(async (): Promise<Facts> => {
  const known = await chains()
  const evmChains = known.filter((chain) => chain.chain.startsWith('eip155:')).map((chain) => Number(chain.chain.slice('eip155:'.length)))
  const local = localSettlement.has(readEnv().CAIRN_L2_CHAIN_ID)
  return { evmChains, solanaChain: local ? 'solana:localnet' : 'solana:mainnet', faucet: local }
})

/** Names of the chains in the reader's language, by CAIP-2 id. */
export const chainNames = cache(async (): Promise<Record<string, string>> => {
  const [known, locale] = await Promise.all([chains(), getLocale()])
  return Object.fromEntries(known.map((chain) => [chain.chain, say(chain.name, locale)]))
})

/** What cards say of chains. */
export const chainFacts = cache(async (): Promise<ChainFacts> => {
  const [known, names] = await Promise.all([chains(), chainNames()])
  return { names, states: Object.fromEntries(known.map(({ chain, status }) => [chain, status])) }
})
