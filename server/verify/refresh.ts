import type { OffchainQuery } from './query.ts'

/** How long what was read without a chain is believed, in milliseconds: no block says that it changed. A submission comes with its step; null = for good. */
const believedMs = {
  submission: null,
  oauth: 120_000,
  list: 60_000,
  reputation: 60_000,
  cubes: 15_000,
} as const satisfies Record<Exclude<OffchainQuery['type'], 'http'>, number | null>

/** After how many milliseconds an answer is to be asked for again; null = never. */
export const believedFor = (query: OffchainQuery): number | null =>
  query.type === 'http' ? query.cacheSeconds * 1000 : believedMs[query.type]
