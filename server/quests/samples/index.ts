import type { Definition } from '../definition.ts'
import type { LocalContracts } from './contracts.ts'
import { uniswapSwap, wrapAndHold } from './defi.ts'
import { attest, twoWorlds } from './identity.ts'
import { learnCairn } from './learn.ts'

/** `rewardPerMint`: coins of the slot, in wei, that each completion reserves. */
export type Sample = { slug: string; supply: number; rewardPerMint?: bigint; definition: Definition }

/** The five sample quests of the local stack, on real third-party contracts. */
export const sampleQuests = (contracts: LocalContracts): Sample[] => [
  { slug: 'learn-cairn', supply: 20_000, rewardPerMint: 10n ** 16n, definition: learnCairn() },
  { slug: 'wrap-and-hold', supply: 10_000, definition: wrapAndHold(contracts) },
  { slug: 'uniswap-swap', supply: 10_000, definition: uniswapSwap(contracts) },
  { slug: 'attest', supply: 10_000, definition: attest(contracts) },
  { slug: 'two-worlds', supply: 10_000, definition: twoWorlds(contracts) },
]
