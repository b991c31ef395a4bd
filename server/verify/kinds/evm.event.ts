import { type AbiEvent, decodeEventLog, toEventSelector } from 'viem'
import type { LeafScope } from '../context.ts'
import { itemsOf, type LogRecord, type LogsQuery } from '../query.ts'
import { parseEvent, placeOf, valuesAt } from './abi.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import type { Judgement, Kind, Warning } from './kind.ts'
import type { ParamsOf } from './params.ts'
import { type Findings, type Match, settle, total } from './settling.ts'

type Params = ParamsOf<'evm.event'>

/** Logs that name the member: as the transaction's sender, or in an argument of the event. */
export const evmEvent: Kind<'evm.event'> = {
  id: 'evm.event',
  plan(params, scope) {
    const event = parseEvent(params.event)
    if (!event || scope.wallets.length === 0) return []
    const query: LogsQuery = {
      type: 'evm.logs',
      chain: scope.chain,
      addresses: params.addresses.map((address) => address.toLowerCase()).toSorted(),
      topic0: toEventSelector(event),
      claimant: { ...claimantPlace(params, event), wallets: scope.wallets },
      ...(scope.fromTime === undefined ? {} : { fromTime: scope.fromTime }),
      ...(scope.toTime === undefined ? {} : { toTime: scope.toTime }),
    }
    return [query]
  },
  judge(params, evidence, scope) {
    const event = parseEvent(params.event)
    const findings: Findings = { matches: [], misses: [] }
    if (event)
      for (const item of itemsOf(evidence, 'evm.logs')) for (const record of item.records) look(record, { params, event, scope }, findings)
    const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
    return judgement.status === 'fail' && findings.matches.length > 0 ? withProgress(judgement, params, findings.matches) : judgement
  },
  describe: (params, { chain }) =>
    wantedText(deedOf(params), chain, {
      count: params.count,
      total: params.sum ? amountShown(params.sum.gte, params.units?.[params.sum.arg]) : undefined,
    }),
  lint(params) {
    const warnings: Warning[] = []
    const bounded = params.sum !== undefined || (params.where ?? []).some(({ op }) => op === 'gte' || op === 'gt' || op === 'between')
    if (!bounded)
      warnings.push({
        code: 'no-minimum',
        path: ['where'],
        message: { en: 'No minimum amount: dust is enough.', ja: '最小額の指定がないため、ごく少額でも達成できます。' },
      })
    if (params.claimant === undefined && params.addresses.length > 5)
      warnings.push({
        code: 'wide',
        path: ['addresses'],
        message: {
          en: 'Many contracts and no claimant argument: slow to read.',
          ja: 'コントラクトが多く、対象者の引数もないため、読み取りに時間がかかります。',
        },
      })
    return warnings
  },
}

function claimantPlace(params: Params, event: AbiEvent): { by: 'sender' | 'topic' | 'word'; index: number } {
  return (params.claimant === undefined ? null : placeOf(event, params.claimant)) ?? { by: 'sender', index: 0 }
}

function deedOf(params: Params): Deed {
  return { action: params.action, name: parseEvent(params.event)?.name ?? 'event', where: params.where ?? [], units: params.units }
}

function isEnough(params: Params, matches: readonly Match[]): boolean {
  if (matches.length < (params.count ?? 1)) return false
  return params.sum === undefined || total(matches) >= BigInt(params.sum.gte)
}

type Looking = { params: Params; event: AbiEvent; scope: LeafScope }

function look(record: LogRecord, { params, event, scope }: Looking, findings: Findings) {
  const args = decode(record, event)
  if (args === null || !params.addresses.some((address) => address.toLowerCase() === record.address.toLowerCase())) return
  if (outside(record, scope)) return
  const named = params.claimant === undefined ? record.txFrom : valuesAt(event.inputs, args, params.claimant)[0]
  const wallet = typeof named === 'string' ? named.toLowerCase() : ''
  if (!scope.wallets.includes(wallet)) return
  const deed = deedOf(params)
  const source = { chain: scope.chain, txHash: record.txHash, blockNumber: record.blockNumber, wallet: `eip155:${wallet}` }
  const checked = checkAll(deed.where, { inputs: event.inputs, args }, { account: wallet, linked: scope.wallets })
  if (!checked.ok) {
    findings.misses.push({ seen: { text: shortText(deed, checked.failed, checked.got), ...source }, met: checked.met })
    return
  }
  const measured = params.sum?.arg ?? amountCondition(deed)?.arg
  const value = measured === undefined ? undefined : valuesAt(event.inputs, args, measured)[0]
  const shown = measured === undefined || params.units?.[measured] === undefined ? undefined : amountShown(value, params.units[measured])
  findings.matches.push({
    blockNumber: record.blockNumber,
    amount: amountOf(value),
    seen: { text: doneText(deed, shown), ...source },
    fact: { ...source, blockHash: record.blockHash, logIndex: record.logIndex, decoded: { event: event.name, args: toJson(args) } },
  })
}

/** The window again, from the record's own time: the range of blocks that was read is only as exact as its bounds. */
export function outside(record: { blockTime: number }, scope: LeafScope): boolean {
  return (
    (scope.fromTime !== undefined && record.blockTime < scope.fromTime) || (scope.toTime !== undefined && record.blockTime > scope.toTime)
  )
}

function decode(record: LogRecord, event: AbiEvent): unknown {
  const [signature, ...indexed] = record.topics
  if (signature === undefined) return null
  try {
    const topics: [`0x${string}`, ...`0x${string}`[]] = [signature as `0x${string}`, ...(indexed as `0x${string}`[])]
    return decodeEventLog({ abi: [event], data: record.data as `0x${string}`, topics, strict: true }).args ?? {}
  } catch {
    return null
  }
}

/** Some of it is done: how much is still missing. */
function withProgress(judgement: Judgement, params: Params, matches: readonly Match[]): Judgement {
  const unit = params.sum ? params.units?.[params.sum.arg] : undefined
  const done = params.sum ? amountShown(total(matches), unit) : String(matches.length)
  const needed = params.sum && total(matches) < BigInt(params.sum.gte) ? amountShown(params.sum.gte, unit) : String(params.count ?? 1)
  const have = params.sum && total(matches) < BigInt(params.sum.gte) ? done : String(matches.length)
  return { ...judgement, next: { en: `${have} so far, ${needed} needed.`, ja: `現在 ${have}、必要なのは ${needed} です。` } }
}
