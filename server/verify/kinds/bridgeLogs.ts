import type { AbiEvent } from 'viem'
import { canonicalJson } from '#server/shared/canonical.ts'
import { type LeafScope, outside } from '../context.ts'
import type { EvidenceItem, LogsQuery, Query } from '../query.ts'
import { parseEvent } from './abi.ts'
import { clockSkew, type Leg, type Outgoing } from './bridgePairs.ts'
import type { BridgeParams } from './bridgeParams.ts'
import { checkAll, type Deed, shortText } from './conditions.ts'
import { argsOf, logsOn, logsQuery, namedBy } from './eventLogs.ts'
import { inKey, outKey, topicsFor } from './joins.ts'
import { withOlder } from './pages.ts'
import type { NearMiss } from './settling.ts'

/** So many keys are looked for with one question: nodes take a few hundred values for a topic. */
const keysInQuery = 100

/** Where the member's coins left; and for what has left, where it arrived. */
export function bridgeQueries(params: BridgeParams, scope: LeafScope, read: readonly EvidenceItem[]): LogsQuery[] {
  const first = scope.wallets.length === 0 ? null : logsQuery(params.out, scope)
  if (!first) return []
  const answersOn = (chain: string) => read.filter(({ query }) => query.type === 'evm.logs' && query.chain === chain)
  const leaving = withOlder([first], answersOn(scope.chain))
  const arriving = leaving.flatMap((query) =>
    arrivalQueries(
      read.filter((item) => isAnswerTo(item, query)),
      params,
      scope,
    ),
  )
  return [...leaving, ...withOlder(arriving, answersOn(params.destination.chain))]
}

export const isAnswerTo = ({ query }: EvidenceItem, wanted: Query) => canonicalJson(query) === canonicalJson(wanted)

/** What left, for sentences. */
export function deedOf({ out, action, units }: BridgeParams): Deed {
  return { action, name: parseEvent(out.event)?.name ?? 'event', where: out.where ?? [], units }
}

/** Logs of the member that left and meet every condition there; the others are near misses. */
export function outgoing(
  evidence: readonly EvidenceItem[],
  params: BridgeParams,
  { scope, misses }: { scope: LeafScope; misses?: NearMiss[] },
): Outgoing[] {
  const event = parseEvent(params.out.event)
  if (!event) return []
  const deed = deedOf(params)
  return logsOn(scope.chain, evidence).flatMap((record) => {
    const args = argsOf(record, params.out, event)
    if (args === null || outside(record, scope)) return []
    const wallet = namedBy(record, args, { event, claimant: params.out.claimant }).find((name) => scope.wallets.includes(name))
    const key = outKey(params.join, event.inputs, args)
    if (wallet === undefined || key === null) return []
    const checked = checkAll(deed.where, { inputs: event.inputs, args }, { account: wallet, linked: scope.wallets })
    if (checked.ok) return [{ record, args, wallet, key }]
    misses?.push({ seen: { text: shortText(deed, checked.failed, checked.got), ...sourceOf({ record, wallet }, scope) }, met: checked.met })
    return []
  })
}

/** What arrived, by key. */
export function arrivals(evidence: readonly EvidenceItem[], params: BridgeParams, event: AbiEvent): Map<string, Leg[]> {
  const found = new Map<string, Leg[]>()
  for (const record of logsOn(params.destination.chain, evidence)) {
    const args = argsOf(record, params.destination, event)
    const key = args === null ? null : inKey(params.join, event.inputs, args)?.join('|')
    if (key !== undefined && key !== null) found.set(key, [...(found.get(key) ?? []), { record, args }])
  }
  return found
}

export const sourceOf = ({ record, wallet }: Pick<Outgoing, 'record' | 'wallet'>, { chain }: LeafScope) => ({
  chain,
  txHash: record.txHash,
  blockNumber: record.blockNumber,
  wallet: `eip155:${wallet}`,
})

/** What to ask the destination, for what one answer says has left: by the joined values where one is indexed, otherwise all of the time in question. */
function arrivalQueries(items: readonly EvidenceItem[], params: BridgeParams, scope: LeafScope): LogsQuery[] {
  const { chain, claimant } = params.destination
  const arriving = parseEvent(params.destination.event)
  const outs = outgoing(items, params, { scope }).toSorted((a, b) => a.record.blockTime - b.record.blockTime)
  return Array.from({ length: Math.ceil(outs.length / keysInQuery) }, (_, index) =>
    outs.slice(index * keysInQuery, (index + 1) * keysInQuery),
  ).flatMap((some) => {
    const topics =
      arriving &&
      topicsFor(
        params.join,
        arriving,
        some.map(({ key }) => key),
      )
    const [first, last] = [some[0]?.record.blockTime ?? 0, some.at(-1)?.record.blockTime ?? 0]
    const range = { fromTime: first - clockSkew, ...(topics ? {} : { toTime: last + params.maxDelay }) }
    const query = logsQuery({ ...params.destination, claimant: topics ? undefined : claimant }, { chain, wallets: scope.wallets, range })
    if (!query) return []
    const anyone = { by: 'anyone' as const, index: 0, wallets: [] }
    return [{ ...query, ...(topics ? { topics } : {}), ...(topics || claimant === undefined ? { claimant: anyone } : {}) }]
  })
}
