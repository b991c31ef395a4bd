import type { Candidate, Ranked, Taste } from './forYou.ts'
import { rankForYou } from './forYou.ts'

/** Quests in each part of the home page, at most. */
export const homeSizes = { nearly: 3, featured: 3, forYou: 6, trending: 5 } as const

/** `unreadable`: chains that cannot be read now. */
export type HomeInput = { candidates: readonly Candidate[]; taste: Taste; unreadable: ReadonlySet<string> }

export type HomeChoice = { nearly: Candidate[]; featured: Candidate[]; forYou: Ranked[]; trending: Candidate[] }

/** Shares the open quests out. A quest stands in one of the first three parts only; trending is a ranking and may repeat one. */
export function chooseHome({ candidates, taste, unreadable }: HomeInput): HomeChoice {
  const ready = candidates.filter(({ ready, done }) => ready && !done)
  const trending = trendingOf(candidates.filter(({ ready, caution }) => ready && !caution)).slice(0, homeSizes.trending)
  const nearly = nearlyDone(ready).slice(0, homeSizes.nearly)
  const rest = without(ready, nearly)
  const featured = chooseFeatured(rest, unreadable).slice(0, homeSizes.featured)
  const forYou = rankForYou(without(rest, featured), taste).slice(0, homeSizes.forYou)
  return { nearly, featured, forYou, trending }
}

const without = (quests: readonly Candidate[], taken: readonly Candidate[]) => quests.filter((quest) => !taken.includes(quest))

/** Quests of which some steps passed, those with the fewest steps to go first. */
export const nearlyDone = (quests: readonly Candidate[]): Candidate[] =>
  quests
    .filter(({ passed, done }) => passed > 0 && !done)
    .sort((a, b) => a.steps - a.passed - (b.steps - b.passed) || b.passed - a.passed || newer(a, b))

/**
 * The rule of what is featured: one quest of each space whose mark is not low, on chains that can be read now and with at least a tenth of its places left.
 * Those that the platform put in front for a span come first, in its order, which its log says; then those that pay, the ones that most people completed in the last days,
 * and the newest.
 */
export function chooseFeatured(quests: readonly Candidate[], unreadable: ReadonlySet<string>): Candidate[] {
  const fit = quests.filter(
    ({ caution, chains, left, supply }) => !caution && left * 10 >= supply && !chains.some((chain) => unreadable.has(chain)),
  )
  const best = fit.toSorted((a, b) => placeOf(a) - placeOf(b) || Number(b.paid) - Number(a.paid) || b.recent - a.recent || newer(a, b))
  return best.filter(({ space }, i) => best.findIndex((other) => other.space === space) === i)
}

/** Before all others where the platform put it in front. */
const placeOf = ({ featured }: Candidate) => featured ?? Number.MAX_SAFE_INTEGER

/** Quests that were completed in the last days, the most often first. */
export const trendingOf = (quests: readonly Candidate[]): Candidate[] =>
  quests.filter(({ recent }) => recent > 0).toSorted((a, b) => b.recent - a.recent || newer(a, b))

const newer = (a: Candidate, b: Candidate) => b.opensAt.getTime() - a.opensAt.getTime() || (a.id < b.id ? 1 : -1)
