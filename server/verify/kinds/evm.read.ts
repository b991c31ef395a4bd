import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import { valuesAt } from './abi.ts'
import { checkFilters, checkUnits, refuser, units, where } from './abiParams.ts'
import { argFor, argProblem, callArg, namesAccount } from './callArgs.ts'
import { checkAll, conditionText, toJson } from './conditions.ts'
import { evmAddress, text } from './fields.ts'
import type { Filter } from './filters.ts'
import { defineKind, type Warning } from './kind.ts'
import { moment, momentText } from './moment.ts'
import { factAt, judgeState, type Look, type Opinion, planState, type Subject, seenAt } from './stateReading.ts'
import { stateSentences } from './stateWording.ts'
import { decodeView, encodeView, parseView, type View } from './viewCall.ts'
import { chainName, sentences, shortHex, valueText } from './wording.ts'

/**
 * A view that is called and what must hold of its answer. `args` as JSON (integers as decimal strings, tuples as objects or lists); `$account` as an address
 * is each linked wallet in turn. `where` names outputs as the signature does, `_0`, `_1` … where it gives no name. `label`: what the answer tells, as a noun.
 */
const params = z
  .strictObject({
    to: evmAddress,
    function: z.string().max(2000),
    args: z.array(callArg).max(20).optional(),
    where,
    at: moment.optional(),
    units: units.optional(),
    label: text.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    const view = parseView(value.function)
    if (!view)
      return void refuse(['function'], 'not a Solidity view with outputs, such as: function getVotes(address) view returns (uint256 votes)')
    const { inputs } = view.abi
    const args = value.args ?? []
    if (args.length !== inputs.length) return void refuse(['args'], `${inputs.length} arguments expected`)
    for (const [index, input] of inputs.entries()) {
      const problem = argProblem(args[index] ?? '', input, ['args', index])
      if (problem) refuse(problem.path, problem.message)
    }
    checkFilters(value.where, view.outputs, refuse)
    checkUnits(value.units, view.outputs, refuse)
  })

type Params = z.infer<typeof params>

/** What a contract answers about the member. */
export const evmRead = defineKind({
  id: 'evm.read',
  params,
  namespace: 'eip155',
  plan: (params, scope, read) => planState(params.at ?? 'now', subjectsOf(params, scope), { scope, read }),
  judge(params, evidence, scope) {
    const view = parseView(params.function)
    const subjects = subjectsOf(params, scope)
    // A captured value may be of another type than the argument: then there is no call to make.
    if (!view || subjects.length < scope.wallets.length)
      return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), facts: [] }
    const assess = (looks: readonly Look[]) => looks.map((look) => opinionOn(look, { params, view, scope }))
    return judgeState(params.at ?? 'now', subjects, assess, { scope, read: evidence })
  },
  captures: (params) => parseView(params.function)?.outputs ?? [],
  describe(params, { chain }) {
    const what = whatText(params)
    const conditions = params.where.map((condition) => conditionText(condition, params.units))
    const when = momentText(params.at ?? 'now')
    return {
      en: `On ${chainName(chain).en}${when.en}, ${what.en}: ${conditions.map(({ en }) => en).join('; ')}`,
      ja: `${chainName(chain).ja} で、${when.ja === '' ? '' : `${when.ja}、`}${what.ja}が次を満たす: ${conditions.map(({ ja }) => ja).join('、')}`,
    }
  },
  lint(params) {
    const warnings: Warning[] = []
    if (!isAboutMember(params))
      warnings.push({
        code: 'not-about-member',
        path: ['args'],
        message: {
          en: 'No argument is $account: the answer is the same for everyone.',
          ja: '引数に $account がないため、全員が同じ結果になります。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Answer of a contract', ja: 'コントラクトの回答' },
    summary: { en: 'A view of a contract answers as asked', ja: 'コントラクトの参照関数が条件どおりに答える' },
    fields: [
      { path: 'to', control: 'evmAddress', label: { en: 'Contract', ja: 'コントラクト' }, required: true },
      { path: 'function', control: 'function', label: { en: 'View', ja: '参照関数' }, required: true },
      { path: 'args', control: 'json', label: { en: 'Arguments', ja: '引数' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions on the answer', ja: '回答の条件' }, required: true },
      {
        path: 'at',
        control: 'moment',
        label: { en: 'When', ja: '時点' },
        options: [
          { value: 'now', label: { en: 'Now', ja: '現在' } },
          { value: 'block', label: { en: 'At a block', ja: 'ブロックの時点' } },
          { value: 'time', label: { en: 'At a time', ja: '時刻の時点' } },
        ],
      },
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
      { path: 'label', control: 'words', label: { en: 'In words', ja: '表現' } },
    ],
    example: {
      chain: 'eip155:1',
      params: {
        to: '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984',
        function: 'function getCurrentVotes(address account) view returns (uint96 votes)',
        args: ['$account'],
        where: [{ arg: 'votes', op: 'gte', value: '100000000000000000000' }],
        units: { votes: { decimals: 18, symbol: 'UNI' } },
        label: { en: 'your voting power', ja: 'あなたの投票権' },
      },
    },
  },
})

function isAboutMember({ function: signature, args = [] }: Params): boolean {
  const inputs = parseView(signature)?.abi.inputs ?? []
  return inputs.some((input, index) => namesAccount(args[index] ?? '', input))
}

function subjectsOf(params: Params, { wallets }: LeafScope): Subject[] {
  const view = parseView(params.function)
  if (!view) return []
  return wallets.flatMap((wallet) => {
    const args = view.abi.inputs.map((input, index) => argFor(params.args?.[index] ?? '', input, wallet))
    const data = encodeView(view, args)
    return data === null ? [] : [{ wallet, reads: [{ what: 'call' as const, to: params.to.toLowerCase(), data }] }]
  })
}

function opinionOn(look: Look, { params, view, scope }: { params: Params; view: View; scope: LeafScope }): Opinion {
  const [value = null] = look.values
  const what = whatText(params)
  if (value === null) {
    const refused = stateSentences.refuses()
    return {
      ok: false,
      met: -1,
      seen: seenAt(look, { en: `${what.en}: ${refused.en}`, ja: `${what.ja}: ${refused.ja}` }, scope),
      facts: [],
    }
  }
  const args = decodeView(view, value)
  if (args === null) return { unreadable: stateSentences.noAnswer(scope.chain) }
  const checked = checkAll(params.where, { inputs: view.outputs, args }, { account: look.wallet, linked: scope.wallets })
  const decoded = { contract: params.to.toLowerCase(), function: view.abi.name, args: toJson(args) }
  const facts = [factAt(look, 'read', { chain: scope.chain, decoded })]
  if (!checked.ok) return { ok: false, met: checked.met, seen: seenAt(look, missText(what, checked, params), scope), facts }
  const shown = [
    ...new Set(params.where.map(({ arg }) => `${arg} = ${valueText(valuesAt(view.outputs, args, arg)[0], params.units?.[arg])}`)),
  ]
  const text = { en: `${what.en}: ${shown.join('; ')}`, ja: `${what.ja}: ${shown.join('、')}` }
  return { ok: true, met: params.where.length, seen: seenAt(look, text, scope), facts }
}

function missText(what: Text, { failed, got }: { failed: Filter; got: unknown }, { units: declared }: Params): Text {
  const needed = conditionText(failed, declared)
  const shown =
    got === undefined
      ? { en: 'nothing', ja: 'なし' }
      : { en: valueText(got, declared?.[failed.arg]), ja: valueText(got, declared?.[failed.arg]) }
  return {
    en: `${what.en}: ${failed.arg} was ${shown.en}; needed: ${needed.en}`,
    ja: `${what.ja}: ${failed.arg} は ${shown.ja} でした(必要: ${needed.ja})`,
  }
}

function whatText({ label, function: signature, to }: Params): Text {
  if (label) return label
  const call = `${parseView(signature)?.abi.name ?? 'view'}(…)`
  return { en: `${call} of ${shortHex(to)}`, ja: `${shortHex(to)} の ${call}` }
}
