import type { EvmReader, Head } from '#chains/reader.ts'
import type { LogsQuery } from '../query.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { inOrder, itemOf, type Part, type ReadLimits, reached } from './items.ts'
import { createLogDetails } from './logDetailsClient.ts'
import { createLookups, type FoundLog, idOf, inChain, isActed, isNamed, toRecord, wordAt } from './logNaming.ts'
import { createLogSpans, type Wanted } from './logSpansClient.ts'
import { planOf, topicOf } from './logSpecs.ts'
import { earlier } from './rangeCache.ts'

/** A query with the first and last block of its window. */
type Asked = Wanted & { query: LogsQuery; to: bigint }
type Lookups = ReturnType<typeof createLookups>

/**
 * Logs of one endpoint: the same contracts and event are one `eth_getLogs` over the new blocks, for all members; final blocks are read once. An answer
 * holds the newest logs of its window, `limits.records` at most.
 */
export function createLogsPart(reader: EvmReader, times: BlockTimes, limits: ReadLimits): Part<'evm.logs'> {
  const details = createLogDetails(reader)
  const spans = createLogSpans({ reader, details, limits })

  async function planned(query: LogsQuery, head: Head): Promise<Asked> {
    const last = query.toTime === undefined ? head.latest.number : (await times.firstAt(query.toTime + 1, head)) - 1n
    const to = query.toBlock === undefined ? last : earlier(last, BigInt(query.toBlock))
    const from = await times.startOf(query, head)
    return { query, plan: planOf(query, spans.isFlooded), from, to, bySender: query.claimant.by === 'sender' }
  }

  async function planAll(queries: readonly LogsQuery[], head: Head): Promise<Asked[]> {
    const asked: Asked[] = []
    for (const query of queries) asked.push(await planned(query, head))
    return asked
  }

  /** Logs that may be the member's: looked up where they are kept for everyone. */
  function candidates({ query, plan }: Asked, acts: ReadonlySet<string>, find: Lookups): readonly FoundLog[] {
    const { by, index, wallets } = query.claimant
    return plan.logs.flatMap((spec) => {
      const records = () => spans.spanOf(spec).records
      if (!spec.shared || by === 'anyone' || by === 'mention') return records()
      if (by !== 'sender') return find(`${spec.key}|${index}`, wallets.map(topicOf), { records, valueOf: ({ log }) => wordAt(log, index) })
      const sent = find(`${spec.key}|from`, wallets, { records, valueOf: ({ from }) => from })
      return [...sent, ...find(`${spec.key}|hash`, [...acts], { records, valueOf: ({ log }) => log.txHash })]
    })
  }

  async function answer(asked: Asked, head: Head, find: Lookups) {
    const { query, plan, from, to, bySender } = asked
    const acts = spans.actsOf(query.claimant)
    const inRange = candidates(asked, acts, find).filter(({ log }) => log.block.number >= from && log.block.number <= to)
    const named = inRange.filter((found) => isNamed(found, query.claimant, acts))
    const inActs = named.filter(({ log }) => acts.has(log.txHash))
    await details.addSenders(inActs)
    await details.addAccountLogs(inActs)
    // In a bundle others act too.
    const mine = named.filter((found) => !acts.has(found.log.txHash) || isActed(found, query.claimant))
    const ordered = [...new Map(mine.map((found) => [idOf(found), found])).values()].toSorted(inChain)
    const newest = ordered.slice(-limits.records)
    await details.addSenders(newest)
    // The sender called another contract than the one that logged: that may be an account of somebody else.
    if (bySender) await details.addAccountLogs(newest.filter(({ log, to }) => to !== log.address))
    const blockTimes = await times.of(newest.map(({ log }) => log.block))
    const records = newest.map((found, index) => toRecord(found, blockTimes[index] ?? 0)).toSorted(inOrder)
    const read = plan.logs.map(spans.spanOf)
    const truncated = ordered.length > newest.length || read.some(({ cutAt }) => cutAt !== null && cutAt >= from)
    const upTo = reached([...read, ...plan.acts.map(spans.spanOf)], head)
    return { query, item: itemOf<'evm.logs'>({ query, records, upTo: upTo < 0n ? 0n : upTo, truncated }, reader, head) }
  }

  return {
    clear() {
      spans.clear()
      details.clear()
    },
    async read(queries, head) {
      spans.startPass()
      let asked = await planAll(queries, head)
      if (await spans.read(asked, head)) {
        asked = await planAll(queries, head)
        await spans.read(asked, head)
      }
      const shared = asked.filter(({ bySender }) => bySender).flatMap(({ plan }) => plan.logs.filter((spec) => spec.shared))
      for (const spec of new Map(shared.map((spec) => [spec.key, spec])).values()) await details.addSenders(spans.spanOf(spec).records)
      const find = createLookups()
      return Promise.all(asked.map((one) => answer(one, head, find)))
    },
  }
}
