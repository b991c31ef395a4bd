import type { RuleContext } from './context.ts'
import { isChainQuery, type OffchainQuery, type Query } from './query.ts'
import { leavesOf, type Rule } from './rule.ts'
import { planRule } from './run.ts'

/** How long what was read without a chain is believed, in milliseconds: no block says that it changed. A submission comes with its step; null = for good. */
const believedMs = {
  submission: null,
  oauth: 120_000,
  list: 60_000,
  reputation: 60_000,
  cubes: 15_000,
} as const satisfies Record<Exclude<OffchainQuery['type'], 'http'>, number | null>

/** What gave no answer is asked again sooner. */
export const retryMs = 5000

/** After how many milliseconds a rule is to be judged again for what no chain tells; null when nothing of that kind is in it. */
export function refreshAfterMs(rule: Rule, context: RuleContext): number | null {
  // Most rules read chains alone: they are not worth a plan.
  if (leavesOf(rule).every(({ leaf }) => leaf.chain !== undefined)) return null
  const times = planRule(rule, context).flatMap(({ queries }) => queries.flatMap((query) => believedFor(query) ?? []))
  return times.length === 0 ? null : Math.min(...times)
}

function believedFor(query: Query): number | null {
  if (isChainQuery(query)) return null
  return query.type === 'http' ? query.cacheSeconds * 1000 : believedMs[query.type]
}
