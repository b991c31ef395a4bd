import { type AbiFunction, decodeFunctionData, toFunctionSelector } from 'viem'
import * as z from 'zod'
import { findChain } from '#chains/registry.ts'
import { type LeafScope, outside } from '../context.ts'
import { itemsOf, type TransactionRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { parseFunction, valuesAt } from './abi.ts'
import { action, checkFilters, checkUnits, refuser, units, where } from './abiParams.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { evmAddress, uint } from './fields.ts'
import { compareIntegers } from './filters.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText } from './measures.ts'
import { type Findings, settle } from './settling.ts'

/** A transaction that a wallet of the member sent: contract, function and arguments, value in wei, status. */
const params = z
  .strictObject({
    to: z.array(evmAddress).min(1).max(20),
    function: z.string().max(1000).optional(),
    selector: z
      .string()
      .regex(/^0x[0-9a-fA-F]{8}$/)
      .optional(),
    where: where.optional(),
    value: z.strictObject({ op: z.enum(['eq', 'gt', 'gte', 'lt', 'lte']), value: uint }).optional(),
    status: z.enum(['success', 'any']).optional(),
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    if (value.function !== undefined && value.selector !== undefined) refuse(['selector'], 'either a function or a selector')
    const called = value.function === undefined ? null : parseFunction(value.function)
    if (value.function !== undefined && !called)
      return void refuse(['function'], 'not a Solidity function with named arguments, such as: function deposit() payable')
    if (called && (called.stateMutability === 'view' || called.stateMutability === 'pure'))
      refuse(['function'], 'a function that changes state expected')
    if (value.where && !called) return void refuse(['where'], 'arguments can only be compared when `function` says what they are')
    checkFilters(value.where, called?.inputs ?? [], refuse)
    checkUnits(value.units, called?.inputs ?? [], refuse)
    checkMeasures(value, called?.inputs ?? [], refuse)
  })

type Params = z.infer<typeof params>

/** A transaction that one of the member's wallets sent itself. */
export const evmTransaction = defineKind({
  id: 'evm.transaction',
  params,
  namespace: 'eip155',
  plan(params, scope) {
    if (scope.wallets.length === 0) return []
    return [
      {
        type: 'evm.transactions',
        chain: scope.chain,
        role: 'sent',
        to: params.to.map((address) => address.toLowerCase()).toSorted(),
        wallets: scope.wallets,
        ...scope.range,
      },
    ]
  },
  judge(params, evidence, scope) {
    const findings: Findings = { matches: [], misses: [] }
    for (const item of itemsOf(evidence, 'evm.transactions')) for (const record of item.records) look(record, params, { scope, findings })
    return settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
  },
  describe: (params, { chain }) => wantedText(deedOf(params, chain), chain, { more: measureText(params, params.units) }),
  lint(params) {
    const warnings: Warning[] = []
    if (params.function === undefined && params.selector === undefined && params.value === undefined)
      warnings.push({
        code: 'any-call',
        path: ['function'],
        message: {
          en: 'Any call to the contract is enough, even one that does nothing.',
          ja: 'このコントラクトへの呼び出しなら、何もしない呼び出しでも達成できます。',
        },
      })
    if (params.status === 'any')
      warnings.push({
        code: 'failed-counts',
        path: ['status'],
        message: { en: 'A reverted transaction counts too.', ja: '失敗したトランザクションも達成とみなされます。' },
      })
    return warnings
  },
  form: {
    title: { en: 'Contract call', ja: 'コントラクトの呼び出し' },
    summary: { en: 'The member sent a transaction to a contract', ja: 'メンバーがコントラクトにトランザクションを送信した' },
    fields: [
      { path: 'to', control: 'evmAddresses', label: { en: 'Contracts', ja: 'コントラクト' }, required: true },
      { path: 'function', control: 'function', label: { en: 'Function', ja: '関数' } },
      { path: 'selector', control: 'bytes', label: { en: 'Selector', ja: 'セレクター' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      { path: 'value', control: 'amount', label: { en: 'Coins sent along', ja: '送付する通貨の量' } },
      { path: 'status', control: 'choice', label: { en: 'Outcome', ja: '結果' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' } },
      { path: 'action', control: 'action', label: { en: 'In words', ja: '表現' } },
    ],
    example: {
      chain: 'eip155:8453',
      params: {
        to: ['0x4200000000000000000000000000000000000006'],
        function: 'function deposit() payable',
        value: { op: 'gte', value: '10000000000000000' },
        action: { en: 'wrapped', ja: 'ラップ' },
      },
    },
  },
})

/** The value sent, as a condition like any other, so that sentences treat it alike. */
function deedOf(params: Params, chain: string): Deed {
  const called = params.function === undefined ? null : parseFunction(params.function)
  const value = params.value ? [{ arg: 'value', op: params.value.op, value: params.value.value }] : []
  const currency = findChain(chain)?.nativeCurrency
  const units = {
    ...params.units,
    ...(currency && params.value ? { value: { decimals: currency.decimals, symbol: currency.symbol } } : {}),
  }
  return { action: params.action, name: called?.name ?? params.selector ?? 'call', where: [...value, ...(params.where ?? [])], units }
}

type Looking = { scope: LeafScope; findings: Findings }

function look(record: TransactionRecord, params: Params, { scope, findings }: Looking) {
  const wallet = record.from.toLowerCase()
  if (!scope.wallets.includes(wallet) || !params.to.some((to) => to.toLowerCase() === record.to.toLowerCase())) return
  if (outside(record, scope)) return
  const deed = deedOf(params, scope.chain)
  const source = { chain: scope.chain, txHash: record.txHash, blockNumber: record.blockNumber, wallet: `eip155:${wallet}` }
  const miss = (text: Text, met: number) => findings.misses.push({ seen: { text, ...source }, met })
  const call = decode(record, params)
  if (!call) return void miss({ en: 'called another function of this contract', ja: 'このコントラクトの別の関数が呼び出されています' }, 0)
  if (!record.success && params.status !== 'any')
    return void miss({ en: 'this transaction failed', ja: 'このトランザクションは失敗しています' }, 1)
  const valueCondition = params.value ? deed.where[0] : undefined
  if (params.value && valueCondition && !compareIntegers(params.value.op, record.value, [params.value.value]))
    return void miss(shortText(deed, valueCondition, record.value), 2)
  const checked = checkAll(params.where ?? [], { inputs: call.inputs, args: call.args }, { account: wallet, linked: scope.wallets })
  if (!checked.ok) return void miss(shortText(deed, checked.failed, checked.got), 3 + checked.met)
  const measured = amountCondition(deed)?.arg
  const amount =
    measured === undefined ? undefined : params.value && measured === 'value' ? record.value : valuesAt(call.inputs, call.args, measured)[0]
  findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    decoded: { inputs: call.inputs, args: call.args },
    amount: amountOf(amount),
    seen: { text: doneText(deed, measured === undefined ? undefined : amountShown(amount, deed.units?.[measured])), ...source },
    fact: {
      ...source,
      blockHash: record.blockHash,
      call: call.name,
      decoded: { to: record.to, value: record.value, args: toJson(call.args) },
    },
  })
}

type Call = { name: string; inputs: AbiFunction['inputs']; args: unknown }

/** The call when it is the wanted one, null when it is another. */
function decode(record: TransactionRecord, params: Params): Call | null {
  const selector = record.input.slice(0, 10).toLowerCase()
  if (params.selector !== undefined) return selector === params.selector.toLowerCase() ? { name: selector, inputs: [], args: [] } : null
  const called = params.function === undefined ? null : parseFunction(params.function)
  if (!called) return { name: selector, inputs: [], args: [] }
  if (toFunctionSelector(called) !== selector) return null
  try {
    return {
      name: called.name,
      inputs: called.inputs,
      args: decodeFunctionData({ abi: [called], data: record.input as `0x${string}` }).args ?? [],
    }
  } catch {
    return null
  }
}
