import { questChains } from '#server/quests/discover/listing.ts'
import { readDays } from '../days.ts'
import { questOfSpace } from '../questOfSpace.ts'
import type { Sources } from './funnelStore.ts'
import type { FunnelDeps, FunnelQuestion } from './readFunnel.ts'

/** What a funnel can be narrowed to: the chains that the quest reads, and where those of these days came from. */
export type FunnelChoices = Sources & { chains: string[] }

/** Referrers, and refs, to choose from. */
const mostSources = 50

/** Throws `not-found`, `input.invalid`. */
export async function readSources({ quests, funnels, now }: FunnelDeps, { from, to, ...of }: FunnelQuestion): Promise<FunnelChoices> {
  const days = readDays({ from, to }, now())
  const { id: questId, definition } = await questOfSpace(quests, of)
  return { chains: questChains(definition), ...(await funnels.sources({ ...days, questId, most: mostSources })) }
}
