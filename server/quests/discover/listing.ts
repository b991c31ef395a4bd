import type { questListings } from '#drizzle/schema/index.ts'
import { chainsOf } from '#server/verify/rule.ts'
import type { Definition } from '../definition.ts'
import { searchDocument } from './searchTerms.ts'

/** What a published quest is found by. */
export type Listing = Omit<typeof questListings.$inferInsert, 'questId'>

/** CAIP-2 ids of the chains that the quest's rules read, each once. */
export const questChains = ({ steps }: Definition): string[] => [...new Set(steps.flatMap(({ rule }) => chainsOf(rule)))]

export function listingOf(definition: Definition, spaceName: string): Listing {
  const { title, summary, category, difficulty, minutes, points, steps } = definition
  return {
    ...{ category, difficulty, minutes, points },
    steps: steps.length,
    chains: questChains(definition),
    search: searchDocument([
      { text: title.en, weight: 'A' },
      { text: title.ja, weight: 'A' },
      { text: summary.en, weight: 'B' },
      { text: summary.ja, weight: 'B' },
      { text: spaceName, weight: 'C' },
      { text: category, weight: 'C' },
      ...steps.flatMap((step) => [
        { text: step.title.en, weight: 'D' as const },
        { text: step.title.ja, weight: 'D' as const },
      ]),
    ]),
  }
}
