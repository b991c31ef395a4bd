import type { AbiEvent } from 'viem'
import * as z from 'zod'
import { type LeafScope, outside } from '../context.ts'
import type { LogRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { parseEvent, valuesAt } from './abi.ts'
import { action, checkUnits, refuser, units } from './abiParams.ts'
import { actorOf } from './acting.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { argsOf, checkEvent, eventShape, logsOn, logsQuery, namedBy } from './eventLogs.ts'
import { lintEvent } from './eventWarnings.ts'
import { defineKind } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { withOlder } from './pages.ts'
import { pastedMisses, pastedQueries } from './pasted.ts'
import { withNext } from './periods.ts'
import { type Findings, settle } from './settling.ts'
import { sentences, shortHex } from './wording.ts'

/**
 * Logs that name the member. `claimant`: the path of the argument that must hold one of the member's wallets (`to`, `order.maker`, `makers.*`); without it
 * the account that acted counts: the sender, or the smart account for which a bundler or relayer sent. Measures add over all matching logs.
 */
const params = z
  .strictObject({
    ...eventShape,
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    const event = checkEvent(value, refuse)
    if (!event) return
    checkUnits(value.units, event.inputs, refuse)
    checkMeasures(value, event.inputs, refuse)
  })

type Params = z.infer<typeof params>

/** Logs that name the member: as who acted, or in an argument of the event. */
export const evmEvent = defineKind({
  id: 'evm.event',
  params,
  namespace: 'eip155',
  plan(params, scope, read) {
    const query = scope.wallets.length === 0 ? null : logsQuery(params, scope)
    return query ? [...withOlder([query], read), ...pastedQueries(scope)] : []
  },
  judge(params, evidence, scope) {
    const event = parseEvent(params.event)
    const findings: Findings = { matches: [], misses: [] }
    if (event) for (const record of logsOn(scope.chain, evidence)) look(record, { params, event, scope }, findings)
    findings.misses.push(...pastedMisses(findings, absentText(params), { evidence, scope }))
    const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
    return withNext(judgement, () => progressText(params, findings.matches, params.units), scope)
  },
  captures: ({ event }) => parseEvent(event)?.inputs ?? [],
  describe: (params, { chain }) =>
    wantedText(deedOf(params), chain, {
      more: measureText(params, params.units),
      total: params.sum ? amountShown(params.sum.gte, params.units?.[params.sum.arg]) : undefined,
    }),
  lint: (params) => lintEvent(params),
  form: {
    title: { en: 'Contract event', ja: 'コントラクトのイベント' },
    summary: { en: 'A contract logged an event that names the member', ja: 'コントラクトが、メンバーを示すイベントを記録した' },
    fields: [
      { path: 'addresses', control: 'evmAddresses', label: { en: 'Contracts', ja: 'コントラクト' }, required: true },
      { path: 'event', control: 'event', label: { en: 'Event', ja: 'イベント' }, required: true },
      { path: 'claimant', control: 'argument', label: { en: 'Argument that names the member', ja: 'メンバーを示す引数' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
      { path: 'action', control: 'words', label: { en: 'In words', ja: '表現' } },
    ],
    example: {
      chain: 'eip155:8453',
      params: {
        addresses: ['0x4200000000000000000000000000000000000006'],
        event: 'event Deposit(address indexed dst, uint256 wad)',
        claimant: 'dst',
        where: [{ arg: 'wad', op: 'gte', value: '10000000000000000' }],
        units: { wad: { decimals: 18, symbol: 'WETH' } },
        action: { en: 'wrapped', ja: 'ラップ' },
      },
    },
  },
})

function deedOf(params: Params): Deed {
  return { action: params.action, name: parseEvent(params.event)?.name ?? 'event', where: params.where ?? [], units: params.units }
}

/** What a transaction lacks in which there is no such log. */
function absentText({ addresses, event, claimant }: Params): Text {
  const [name, on] = [parseEvent(event)?.name ?? 'event', addresses.slice(0, 3).map(shortHex)]
  return {
    en: `has no “${name}” of ${on.join(' or ')}${claimant === undefined ? '' : ` with your wallet as ${claimant}`}`,
    ja: `${on.join(' または ')} の「${name}」${claimant === undefined ? '' : `(${claimant} があなたのウォレットのもの)`}がありません`,
  }
}

type Looking = { params: Params; event: AbiEvent; scope: LeafScope }

function look(record: LogRecord, { params, event, scope }: Looking, findings: Findings) {
  const args = argsOf(record, params, event)
  if (args === null || outside(record, scope)) return
  const wallet = namedBy(record, args, { event, claimant: params.claimant }).find((name) => scope.wallets.includes(name))
  if (wallet === undefined) return relayed(record, { params, event, scope }, findings)
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
    time: record.blockTime,
    amount: amountOf(value),
    decoded: { inputs: event.inputs, args },
    seen: { text: doneText(deed, shown), ...source },
    fact: { ...source, blockHash: record.blockHash, logIndex: record.logIndex, decoded: { event: event.name, args: toJson(args) } },
  })
}

/** A wallet of the member sent it, but for another account. */
function relayed(record: LogRecord, { params, scope }: Looking, findings: Findings) {
  const sender = record.txFrom.toLowerCase()
  const actor = actorOf(record)
  if (params.claimant !== undefined || actor === null || !scope.wallets.includes(sender)) return
  const { txHash, blockNumber } = record
  findings.misses.push({
    seen: { text: sentences.relayed(actor), chain: scope.chain, txHash, blockNumber, wallet: `eip155:${sender}` },
    met: 0,
  })
}
