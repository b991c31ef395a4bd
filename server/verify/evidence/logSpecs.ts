import type { Log, LogQuery } from '#chains/reader.ts'
import { executedTopics, userOperationTopic } from '../kinds/acting.ts'
import { entryPoints } from '../kinds/calls/accountLogs.ts'
import type { Claimant, LogsQuery } from '../query.ts'

/**
 * One question to the node, and what is kept of its answer. Logs that name the member in a topic are asked for by member; all others by contract and event,
 * for everyone at once (`shared`), or kept by member where there are too many. `topics`: topic 0 to 3.
 */
export type LogSpec = {
  key: string
  shared: boolean
  addresses: readonly string[]
  topics: readonly (readonly string[] | null)[]
  /** Keep only what names this wallet, where topics do not say so. */
  claimant?: Claimant
}

/** What a query needs: its logs, and for those who act through a smart account the logs that say so. */
export type LogPlan = { logs: LogSpec[]; acts: LogSpec[] }

export const topicOf = (wallet: string) => `0x${wallet.slice(2).padStart(64, '0')}`

/** `isFlooded`: whether a shared question had too many answers to keep them all. */
export function planOf(query: LogsQuery, isFlooded: (key: string) => boolean): LogPlan {
  const { addresses, topic0, topics = [], claimant } = query
  const base = { addresses, topics: [[topic0], ...topics] }
  const shared = `${addresses.join()}|${JSON.stringify(base.topics)}`
  const acts = claimant.by === 'sender' ? claimant.wallets.flatMap(actSpecs) : []
  if (claimant.by === 'topic')
    return { logs: claimant.wallets.map((wallet) => byTopic(shared, base, { ...claimant, wallets: [wallet] })), acts }
  if (!isFlooded(shared)) return { logs: [{ key: shared, shared: true, ...base }], acts }
  if (claimant.by === 'anyone') return { logs: [{ key: `${shared}|anyone`, shared: false, ...base }], acts }
  const mine = claimant.wallets.map((wallet) => ({ ...claimant, wallets: [wallet] }))
  return {
    logs: mine.map((one) => ({ key: `${shared}|${one.by}${one.index}|${one.wallets[0]}`, shared: false, ...base, claimant: one })),
    acts,
  }
}

/** A topic that the query asks for as well stays: then both must be the wallet. */
function byTopic(shared: string, base: Pick<LogSpec, 'addresses' | 'topics'>, { index, wallets: [wallet = ''] }: Claimant): LogSpec {
  const value = topicOf(wallet)
  const topics = Array.from({ length: Math.max(base.topics.length, index + 1) }, (_, at) => {
    const asked = base.topics[at] ?? null
    return at === index ? (asked === null || asked.includes(value) ? [value] : []) : asked
  })
  return { key: `${shared}|${index}|${wallet}`, shared: false, addresses: base.addresses, topics }
}

/** Where a wallet acts as a smart account: entry points name it in a topic, a Safe logs it itself. */
function actSpecs(wallet: string): LogSpec[] {
  return [
    { key: `op|${wallet}`, shared: false, addresses: entryPoints, topics: [[userOperationTopic], null, [topicOf(wallet)]] },
    { key: `safe|${wallet}`, shared: false, addresses: [wallet], topics: [executedTopics] },
  ]
}

/** Nodes take a few hundred values for one topic, or addresses. */
const valuesAtOnce = 200

/** Questions of one shape as few log queries: the union of their addresses and of their topics. What else that brings is left out by `distribute`. */
export function requestsOf(specs: readonly LogSpec[], range: Pick<LogQuery, 'fromBlock' | 'toBlock'>): LogQuery[] {
  const asking = specs.filter(({ topics }) => topics.every((values) => values === null || values.length > 0))
  const groups = Map.groupBy(asking, ({ topics }) =>
    topics.map((values, at) => (at === 0 ? values?.join() : values === null ? '*' : '=')).join('|'),
  )
  return [...groups.values()].flatMap((group) =>
    chunks(group).map((some) => ({
      addresses: union(some.map(({ addresses }) => addresses)),
      topics: (some[0]?.topics ?? []).map((values, at) =>
        values === null ? null : union(some.flatMap(({ topics }) => [topics[at] ?? []])),
      ),
      ...range,
    })),
  )
}

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]
const chunks = (group: readonly LogSpec[]) =>
  Array.from({ length: Math.ceil(group.length / valuesAtOnce) }, (_, index) =>
    group.slice(index * valuesAtOnce, (index + 1) * valuesAtOnce),
  )

/** Finds the questions that a log answers without trying all of them. */
export function distribute(specs: readonly LogSpec[]): (log: Log) => LogSpec[] {
  const index = new Map<string, LogSpec[]>()
  const positions = new Set<number>()
  for (const spec of specs) {
    const at = spec.topics.findIndex((values, position) => position > 0 && values !== null)
    positions.add(at)
    for (const address of spec.addresses)
      for (const value of at === -1 ? [''] : (spec.topics[at] ?? [])) {
        const key = `${address}|${at}|${value}`
        index.set(key, [...(index.get(key) ?? []), spec])
      }
  }
  return (log) =>
    [...positions].flatMap((at) =>
      (index.get(`${log.address}|${at}|${at === -1 ? '' : log.topics[at]}`) ?? []).filter(({ topics }) =>
        topics.every((values, position) => values === null || values.includes(log.topics[position] ?? '')),
      ),
    )
}
