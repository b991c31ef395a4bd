import { type AbiEvent, decodeEventLog, toEventSelector } from 'viem'
import * as z from 'zod'
import { type LeafScope, outside } from '../context.ts'
import { itemsOf, type LogRecord, type LogsQuery } from '../query.ts'
import { parseEvent, placeOf, valuesAt } from './abi.ts'
import { action, checkFilters, checkUnits, refuser, units, where } from './abiParams.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { evmAddress } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { type Findings, settle } from './settling.ts'

/**
 * Logs that name the member. `claimant` is the event argument (an address) that must be one of the member's wallets; without it the
 * sender of the transaction. `sum`: the argument added up over all matching logs, in base units.
 */
const params = z
  .strictObject({
    addresses: z.array(evmAddress).min(1).max(20),
    event: z.string().max(1000),
    where: where.optional(),
    claimant: z.string().max(100).optional(),
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    const event = parseEvent(value.event)
    if (!event)
      return void refuse(['event'], 'not a Solidity event with named arguments, such as: event Deposit(address indexed dst, uint256 wad)')
    checkFilters(value.where, event.inputs, refuse)
    checkUnits(value.units, event.inputs, refuse)
    if (value.claimant !== undefined && event.inputs.find((input) => input.name === value.claimant)?.type !== 'address')
      refuse(['claimant'], 'an argument of type address expected')
    checkMeasures(value, event.inputs, refuse)
  })

type Params = z.infer<typeof params>

/** Logs that name the member: as the transaction's sender, or in an argument of the event. */
export const evmEvent = defineKind({
  id: 'evm.event',
  params,
  namespace: 'eip155',
  plan(params, scope) {
    const event = parseEvent(params.event)
    if (!event || scope.wallets.length === 0) return []
    const query: LogsQuery = {
      type: 'evm.logs',
      chain: scope.chain,
      addresses: params.addresses.map((address) => address.toLowerCase()).toSorted(),
      topic0: toEventSelector(event),
      claimant: { ...claimantPlace(params, event), wallets: scope.wallets },
      ...scope.range,
    }
    return [query]
  },
  judge(params, evidence, scope) {
    const event = parseEvent(params.event)
    const findings: Findings = { matches: [], misses: [] }
    if (event)
      for (const item of itemsOf(evidence, 'evm.logs')) for (const record of item.records) look(record, { params, event, scope }, findings)
    const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
    const next =
      judgement.status === 'fail' && findings.matches.length > 0 ? progressText(params, findings.matches, params.units) : undefined
    return next ? { ...judgement, next } : judgement
  },
  captures: ({ event }) => parseEvent(event)?.inputs ?? [],
  describe: (params, { chain }) =>
    wantedText(deedOf(params), chain, {
      more: measureText(params, params.units),
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
  form: {
    title: { en: 'Contract event', ja: 'コントラクトのイベント' },
    summary: { en: 'A contract logged an event that names the member', ja: 'コントラクトが、メンバーを示すイベントを記録した' },
    fields: [
      { path: 'addresses', control: 'evmAddresses', label: { en: 'Contracts', ja: 'コントラクト' }, required: true },
      { path: 'event', control: 'event', label: { en: 'Event', ja: 'イベント' }, required: true },
      { path: 'claimant', control: 'argument', label: { en: 'Argument that names the member', ja: 'メンバーを示す引数' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' } },
      { path: 'action', control: 'action', label: { en: 'In words', ja: '表現' } },
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

function claimantPlace(params: Params, event: AbiEvent): { by: 'sender' | 'topic' | 'word'; index: number } {
  return (params.claimant === undefined ? null : placeOf(event, params.claimant)) ?? { by: 'sender', index: 0 }
}

function deedOf(params: Params): Deed {
  return { action: params.action, name: parseEvent(params.event)?.name ?? 'event', where: params.where ?? [], units: params.units }
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
    time: record.blockTime,
    amount: amountOf(value),
    decoded: { inputs: event.inputs, args },
    seen: { text: doneText(deed, shown), ...source },
    fact: { ...source, blockHash: record.blockHash, logIndex: record.logIndex, decoded: { event: event.name, args: toJson(args) } },
  })
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
