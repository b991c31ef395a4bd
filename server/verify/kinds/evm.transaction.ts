import * as z from 'zod'
import type { Text } from '../verdict.ts'
import { type Components, parseFunction } from './abi.ts'
import { action, checkFilters, checkUnits, refuser, units, where } from './abiParams.ts'
import { settleCalls } from './calls/proven.ts'
import { wantedText } from './conditions.ts'
import { evmAddress, uint } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { pastedMisses, pastedQueries } from './pasted.ts'
import { withNext } from './periods.ts'
import { deedOf, lookForCalls } from './transactionDeeds.ts'
import { shortHex } from './wording.ts'

/**
 * A call that a wallet of the member made: contract, function and arguments, the value of that call in wei, status. `direct`: only transactions that the
 * wallet sent itself; else calls in batches and by smart accounts count, too. `created`: the transaction deployed a contract.
 */
const params = z
  .strictObject({
    to: z.array(evmAddress).min(1).max(20).optional(),
    created: z.literal(true).optional(),
    function: z.string().max(1000).optional(),
    selector: z
      .string()
      .regex(/^0x[0-9a-fA-F]{8}$/)
      .optional(),
    where: where.optional(),
    value: z.strictObject({ op: z.enum(['eq', 'gt', 'gte', 'lt', 'lte']), value: uint }).optional(),
    status: z.enum(['success', 'any']).optional(),
    direct: z.boolean().optional(),
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    if ((value.to === undefined) === (value.created === undefined)) refuse(['to'], 'the called contracts are expected, or `created`')
    if (value.created && (value.function ?? value.selector ?? value.value ?? value.status) !== undefined)
      refuse(['created'], 'a deployment has no function, selector, value or status')
    if (value.function !== undefined && value.selector !== undefined) refuse(['selector'], 'either a function or a selector')
    const called = value.function === undefined ? null : parseFunction(value.function)
    if (value.function !== undefined && !called)
      return void refuse(['function'], 'not a Solidity function with named arguments, such as: function deposit() payable')
    if (called && (called.stateMutability === 'view' || called.stateMutability === 'pure'))
      refuse(['function'], 'a function that changes state expected')
    if (value.where && !called) return void refuse(['where'], 'arguments can only be compared when `function` says what they are')
    checkFilters(value.where, inputsOf(value), refuse)
    checkUnits(value.units, inputsOf(value), refuse)
    checkMeasures(value, inputsOf(value), refuse)
  })

export type TransactionParams = z.infer<typeof params>

const createdInputs: Components = [{ name: 'created', type: 'address' }]

function inputsOf(params: Pick<TransactionParams, 'created' | 'function'>): Components {
  if (params.created) return createdInputs
  return params.function === undefined ? [] : (parseFunction(params.function)?.inputs ?? [])
}

/** What a transaction lacks in which there is no such call. */
function absentText({ to = [] }: TransactionParams): Text {
  const called = to.slice(0, 3).map(shortHex)
  if (called.length === 0) return { en: 'deployed no contract', ja: 'コントラクトをデプロイしていません' }
  return { en: `does not call ${called.join(' or ')}`, ja: `${called.join(' または ')} を呼び出していません` }
}

/** Calls that the member's wallets made: sent by themselves, in batches, or by smart accounts, whoever paid for the transaction. */
export const evmTransaction = defineKind({
  id: 'evm.transaction',
  params,
  namespace: 'eip155',
  plan(params, scope, read) {
    if (scope.wallets.length === 0) return []
    const to = (params.to ?? []).map((address) => address.toLowerCase()).toSorted()
    const { chain, wallets, range } = scope
    const asked = { type: 'evm.transactions' as const, chain, role: 'sent' as const, to, wallets, ...range }
    return [asked, ...pastedQueries(scope), ...lookForCalls(params, read, scope).open]
  },
  judge(params, evidence, scope) {
    const looked = lookForCalls(params, evidence, scope)
    looked.findings.misses.push(...pastedMisses(looked.findings, absentText(params), { evidence, scope }))
    const judgement = settleCalls(looked, (matches) => isEnough(params, matches), { evidence, scope })
    return withNext(judgement, () => progressText(params, looked.findings.matches, params.units), scope)
  },
  captures: (params) => inputsOf(params),
  describe: (params, { chain }) => wantedText(deedOf(params, chain), chain, { more: measureText(params, params.units) }),
  lint(params) {
    const warnings: Warning[] = []
    if (!params.created && params.function === undefined && params.selector === undefined && params.value === undefined)
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
    summary: {
      en: 'A wallet of the member called a contract: directly, in a batch or as a smart account',
      ja: 'メンバーのウォレットがコントラクトを呼び出した(直接、一括実行、スマートアカウントのいずれも可)',
    },
    fields: [
      { path: 'to', control: 'evmAddresses', label: { en: 'Contracts', ja: 'コントラクト' } },
      { path: 'function', control: 'function', label: { en: 'Function', ja: '関数' } },
      { path: 'selector', control: 'bytes', label: { en: 'Selector', ja: 'セレクター' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      { path: 'value', control: 'comparison', label: { en: 'Coins sent along', ja: '送付する通貨の量' } },
      {
        path: 'status',
        control: 'choice',
        label: { en: 'Outcome', ja: '結果' },
        options: [
          { value: 'success', label: { en: 'It succeeded', ja: '成功した' } },
          { value: 'any', label: { en: 'It may have failed', ja: '失敗でもよい' } },
        ],
      },
      { path: 'direct', control: 'toggle', label: { en: 'Only sent by the wallet itself', ja: 'ウォレット自身の送信のみ' } },
      { path: 'created', control: 'flag', label: { en: 'Deployed a contract', ja: 'コントラクトをデプロイした' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
      { path: 'action', control: 'words', label: { en: 'In words', ja: '表現' } },
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
