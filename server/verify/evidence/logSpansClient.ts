import type { EvmReader, Head } from '#chains/reader.ts'
import type { Claimant } from '../query.ts'
import type { ReadLimits } from './items.ts'
import type { LogDetails } from './logDetailsClient.ts'
import { type FoundLog, isNamed } from './logNaming.ts'
import { distribute, type LogPlan, type LogSpec, requestsOf } from './logSpecs.ts'
import { createRangeCache, type Due, earlier, type RangeCache } from './rangeCache.ts'

/** Of a question for everyone so many logs are kept; where there are more, each member's are kept on their own, the newest of them. */
const sharedSize = { records: 20_000, keys: 1_000 }
const ownSize = { records: 5_000, keys: 50_000 }
/** After so many logs and transactions a pass ends: the rest follows in the next. */
const mostInPass = 50_000
/** A step with more logs than this was too wide, one with less than a tenth too narrow. */
const mostInStep = 10_000

/** One query's questions, the block they begin at, and whether senders are asked for. */
export type Wanted = { plan: LogPlan; from: bigint; bySender: boolean }

/** What was read of each question, of one endpoint: final blocks once, in steps as wide as logs are rare, and never more than memory is meant for it. */
export function createLogSpans({ reader, details, limits }: { reader: EvmReader; details: LogDetails; limits: ReadLimits }) {
  const numberOf = ({ log }: FoundLog) => log.block.number
  const shared = createRangeCache(numberOf, sharedSize)
  const own = createRangeCache(numberOf, ownSize)
  const flooded = new Set<string>()
  const widest = BigInt(reader.chain.limits.logRange * reader.chain.limits.concurrency)
  let step = widest
  let left = mostInPass

  const cacheOf = (spec: LogSpec): RangeCache<FoundLog> => (spec.shared ? shared : own)
  const spanOf = (spec: LogSpec) => cacheOf(spec).read(spec.key)

  /** Transactions in which a wallet acted as a smart account. */
  function actsOf({ by, wallets }: Claimant): ReadonlySet<string> {
    if (by !== 'sender') return new Set()
    const keys = wallets.flatMap((wallet) => [`op|${wallet}`, `safe|${wallet}`])
    return new Set(keys.flatMap((key) => own.read(key).records.map(({ log }) => log.txHash)))
  }

  /** One step of blocks, for questions that stand at the same block. */
  async function readStep(specs: readonly LogSpec[], range: { from: bigint; to: bigint }, senders: ReadonlySet<string>) {
    const answers: FoundLog[] = []
    const requests = requestsOf(specs, { fromBlock: range.from, toBlock: range.to })
    // Made in the same moment they travel together, where the endpoint takes batches.
    for (let at = 0; at < requests.length; at += reader.chain.limits.batch) {
      const some = await Promise.all(requests.slice(at, at + reader.chain.limits.batch).map((request) => reader.logs(request)))
      for (const logs of some) for (const log of logs) answers.push({ log })
    }
    const specsOf = distribute(specs)
    const kept = answers.map((found) => ({ found, specs: specsOf(found.log) }))
    const bySender = kept.filter(({ specs }) => specs.some(({ key }) => senders.has(key)))
    left -= answers.length + (await details.addSenders(bySender.map(({ found }) => found)))
    step = widthAfter(step, answers.length, widest)
    const byKey = new Map<string, FoundLog[]>(specs.map(({ key }) => [key, []]))
    for (const { found, specs } of kept)
      for (const { key, claimant } of specs) if (!claimant || isNamed(found, claimant, actsOf(claimant))) byKey.get(key)?.push(found)
    return byKey
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
        const last = reading.ceiling(due)
        const group = due.keys.flatMap((key) => specs.get(key) ?? [])
        for (let from = due.from; from <= last && left > 0; ) {
          const to = earlier(from + step - 1n, last)
          cache.store({ keys: due.keys, from, to }, await readStep(group, { from, to }, reading.senders), head)
          from = to + 1n
        }
      }
    }
  }

  return {
    spanOf,
    actsOf,
    isFlooded: (key: string) => flooded.has(key),
    startPass() {
      left = mostInPass
    },
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

/** How many blocks the next step takes: as many as bring a step's worth of logs, at most what a question may span. */
export function widthAfter(width: bigint, logs: number, widest: bigint): bigint {
  if (logs > mostInStep) return width > 1n ? width / 2n : 1n
  return logs * 10 < mostInStep ? earlier(width * 2n, widest) : width
}
