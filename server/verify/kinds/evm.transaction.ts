import { type AbiFunction, decodeFunctionData, toFunctionSelector } from 'viem'
import { findChain } from '#chains/registry.ts'
import type { LeafScope } from '../context.ts'
import { itemsOf, type TransactionRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { parseFunction, valuesAt } from './abi.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { outside } from './evm.event.ts'
import { compareIntegers } from './filters.ts'
import type { Kind, Warning } from './kind.ts'
import type { ParamsOf } from './params.ts'
import { type Findings, settle } from './settling.ts'

type Params = ParamsOf<'evm.transaction'>

/** A transaction that one of the member's wallets sent itself. */
export const evmTransaction: Kind<'evm.transaction'> = {
  id: 'evm.transaction',
  plan(params, scope) {
    if (scope.wallets.length === 0) return []
    return [
      {
        type: 'evm.transactions',
        chain: scope.chain,
        to: params.to.map((address) => address.toLowerCase()).toSorted(),
        wallets: scope.wallets,
        ...(scope.fromTime === undefined ? {} : { fromTime: scope.fromTime }),
        ...(scope.toTime === undefined ? {} : { toTime: scope.toTime }),
      },
    ]
  },
  judge(params, evidence, scope) {
    const findings: Findings = { matches: [], misses: [] }
    for (const item of itemsOf(evidence, 'evm.transactions')) for (const record of item.records) look(record, params, { scope, findings })
    return settle(findings, (matches) => matches.length >= (params.count ?? 1), { evidence, scope })
  },
  describe: (params, { chain }) => wantedText(deedOf(params, chain), chain, { count: params.count }),
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
}

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
