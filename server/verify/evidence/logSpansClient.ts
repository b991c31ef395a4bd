import type { EvmReader, Head } from '#chains/reader.ts'
import type { Claimant } from '../query.ts'
import type { ReadLimits } from './items.ts'
import type { LogDetails } from './logDetailsClient.ts'
import { type FoundLog, isNamed } from './logNaming.ts'
import type { LogPlan, LogSpec } from './logSpecs.ts'
import { type Answered, createLogSteps } from './logStepsClient.ts'
import { createRangeCache, type Due, earlier, type RangeCache } from './rangeCache.ts'

/** Of a question for everyone so many logs are kept; where there are more, each member's are kept on their own, the newest of them. */
const sharedSize = { records: 20_000, keys: 1_000 }
const ownSize = { records: 5_000, keys: 50_000 }

/** One query's questions, the block they begin at, and whether senders are asked for. */
export type Wanted = { plan: LogPlan; from: bigint; bySender: boolean }

/** What was read of each question, of one endpoint: final blocks once, in steps as wide as logs are rare, and never more than memory is meant for it. */
export function createLogSpans({ reader, details, limits }: { reader: EvmReader; details: LogDetails; limits: ReadLimits }) {
  const numberOf = ({ log }: FoundLog) => log.block.number
  const shared = createRangeCache(numberOf, sharedSize)
  const own = createRangeCache(numberOf, ownSize)
  const flooded = new Set<string>()
  const steps = createLogSteps({ reader, details })

  const cacheOf = (spec: LogSpec): RangeCache<FoundLog> => (spec.shared ? shared : own)
  const spanOf = (spec: LogSpec) => cacheOf(spec).read(spec.key)

  /** Transactions in which a wallet acted as a smart account. */
  function actsOf({ by, wallets }: Claimant): ReadonlySet<string> {
    if (by !== 'sender') return new Set()
    const keys = wallets.flatMap((wallet) => [`op|${wallet}`, `safe|${wallet}`])
    return new Set(keys.flatMap((key) => own.read(key).records.map(({ log }) => log.txHash)))
  }

  /** Brings questions up to the head, as far as this pass goes. `ceiling`: the last block that they may be read to. */
  async function bringUp(
    wants: readonly { spec: LogSpec; from: bigint }[],
    head: Head,
    reading: { senders: Set<string>; ceiling(due: Due): bigint },
  ) {
    const specs = new Map(wants.map(({ spec }) => [spec.key, spec]))
    for (const cache of [shared, own]) {
      const mine = wants.filter(({ spec }) => cacheOf(spec) === cache).map(({ spec, from }) => ({ key: spec.key, from }))
      for (const due of cache.due(mine, head, limits.logBlocks)) {
        const group = due.keys.flatMap((key) => specs.get(key) ?? [])
        for (const step of steps.steps({ from: due.from, to: reading.ceiling(due) }))
          cache.store({ keys: due.keys, ...step }, sorted(due.keys, await steps.read(group, step, reading.senders)), head)
      }
    }
  }

  /** What is kept of a step's logs, by question. */
  function sorted(keys: readonly string[], answers: readonly Answered[]): Map<string, FoundLog[]> {
    const byKey = new Map<string, FoundLog[]>(keys.map((key) => [key, []]))
    for (const { found, specs } of answers)
      for (const { key, claimant } of specs) if (!claimant || isNamed(found, claimant, actsOf(claimant))) byKey.get(key)?.push(found)
    return byKey
  }

  return {
    spanOf,
    actsOf,
    isFlooded: (key: string) => flooded.has(key),
    startPass: steps.startPass,
    /** True when a shared question turned out to have too many answers: its queries are to be planned anew. */
    async read(wanted: readonly Wanted[], head: Head): Promise<boolean> {
      const acting = wanted.flatMap(({ plan, from }) => plan.acts.map((spec) => ({ spec, from })))
      const naming = wanted.flatMap(({ plan, from }) => plan.logs.map((spec) => ({ spec, from })))
      const senders = new Set(wanted.flatMap(({ plan, bySender }) => (bySender ? plan.logs.map(({ key }) => key) : [])))
      const plans = new Map(
        wanted.flatMap(({ plan }) => plan.logs.filter(({ claimant }) => claimant).map(({ key }) => [key, plan] as const)),
      )
      await bringUp(acting, head, { senders: new Set(), ceiling: ({ to }) => to })
      // What is kept by member can only be told once it is known where they acted.
      const known = ({ keys, to }: Due) =>
        keys.flatMap((key) => plans.get(key)?.acts ?? []).reduce((least, spec) => earlier(least, spanOf(spec).upTo), to)
      await bringUp(naming, head, { senders, ceiling: known })
      const over = new Set(naming.filter(({ spec }) => spec.shared && isOver(spec)).map(({ spec }) => spec.key))
      for (const key of over) {
        flooded.add(key)
        shared.drop(key)
      }
      return over.size > 0
    },
    clear() {
      for (const part of [shared, own, flooded]) part.clear()
    },
  }

  function isOver(spec: LogSpec): boolean {
    const { cutAt, records } = spanOf(spec)
    return cutAt !== null || records.length > sharedSize.records
  }
}
