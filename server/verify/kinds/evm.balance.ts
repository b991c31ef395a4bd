import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import { checkFilters, refuser } from './abiParams.ts'
import { uint } from './fields.ts'
import { type Holding, judgeHeld, planHeld, type Span } from './held.ts'
import { defineKind, type Warning } from './kind.ts'
import { durationText } from './measures.ts'
import { type Moment, moment, momentText } from './moment.ts'
import { type Assess, factAt, judgeState, type Look, type Opinion, planState, type Subject, seenAt } from './stateReading.ts'
import { stateSentences } from './stateWording.ts'
import { holdingIn, holdingReads, token, unitOf } from './tokens.ts'
import { conditionsText, judgeTraits, planTraits, type Traits, traitView } from './tokenTraits.ts'
import { amountText, chainName } from './wording.ts'

const heldFor = z.strictObject({ heldFor: z.int().min(60).max(94_608_000) })

/**
 * What the member holds, in base units (pieces for ERC-721). `at`: now, at a block or time, during the whole window of the step, or for so many seconds up to
 * now. `measure`: of one wallet, or of all linked wallets together. `samples`: native coins leave no log, so over a time they are looked at in at least so
 * many blocks that nobody knows beforehand.
 */
const params = z
  .strictObject({
    token,
    gte: uint,
    at: z.union([moment, z.literal('window'), heldFor]).optional(),
    measure: z.enum(['wallet', 'total']).optional(),
    samples: z.int().min(4).max(64).optional(),
  })
  .check((context) => {
    const { token: held, samples, at } = context.value
    const refuse = refuser(context)
    if (samples !== undefined && (held.standard !== 'native' || !spanOf(at)))
      refuse(['samples'], 'only a native coin held over a time is sampled')
    if (held.standard !== 'erc721' || !held.trait) return
    const view = traitView(held.trait.function)
    if (!view) return void refuse(['token', 'trait', 'function'], 'a view of one uint256 token id expected')
    checkFilters(held.trait.where, view.outputs, (path, message) => refuse(['token', 'trait', ...path], message))
    if (spanOf(at)) refuse(['at'], 'a trait can be read now, at a block or at a time')
  })

type Params = z.infer<typeof params>

const defaultSamples = 16

function spanOf(at: Params['at']): Span | null {
  return at === 'window' || (typeof at === 'object' && 'heldFor' in at) ? at : null
}

const momentOf = (at: Params['at']): Moment =>
  at === undefined || at === 'window' || (typeof at === 'object' && 'heldFor' in at) ? 'now' : at

type Way = { held: Holding } | { traits: Traits } | { at: Moment }

function wayOf({ token: held, gte, at, measure = 'wallet', samples = defaultSamples }: Params): Way {
  const span = spanOf(at)
  if (span) return { held: { token: held, gte, span, measure, samples } }
  if (held.standard !== 'erc721' || !held.trait) return { at: momentOf(at) }
  return { traits: { token: { ...held, trait: held.trait }, gte, measure, at: momentOf(at) } }
}

/** What wallets hold: at one moment, or during a whole time. */
export const evmBalance = defineKind({
  id: 'evm.balance',
  params,
  namespace: 'eip155',
  plan(params, scope, read) {
    const way = wayOf(params)
    if ('held' in way) return planHeld(way.held, { scope, read })
    return 'traits' in way ? planTraits(way.traits, { scope, read }) : planState(way.at, subjectsOf(params, scope), { scope, read })
  },
  judge(params, evidence, scope) {
    const way = wayOf(params)
    const reading = { scope, read: evidence }
    if ('held' in way) return judgeHeld(way.held, reading)
    return 'traits' in way
      ? judgeTraits(way.traits, reading)
      : judgeState(way.at, subjectsOf(params, scope), assessor(params, scope), reading)
  },
  describe(params, { chain }) {
    const { en, ja } = describeHolding(params, chain)
    const all = params.measure === 'total'
    return { en: all ? `${en}, in all your wallets together` : en, ja: all ? `${ja}(連携済みウォレットの合計)` : ja }
  },
  lint,
  form: {
    title: { en: 'Token or coin held', ja: 'トークン・通貨の保有' },
    summary: { en: 'A wallet of the member holds an amount', ja: 'メンバーのウォレットが一定量を保有している' },
    fields: [
      { path: 'token', control: 'token', label: { en: 'Token', ja: 'トークン' }, required: true },
      { path: 'gte', control: 'amount', label: { en: 'At least', ja: '最小量' }, required: true },
      {
        path: 'at',
        control: 'moment',
        label: { en: 'When', ja: '時点・期間' },
        options: [
          { value: 'now', label: { en: 'Now', ja: '現在' } },
          { value: 'block', label: { en: 'At a block', ja: 'ブロックの時点' } },
          { value: 'time', label: { en: 'At a time', ja: '時刻の時点' } },
          { value: 'window', label: { en: 'During the whole step', ja: 'ステップの全期間' } },
          { value: 'heldFor', label: { en: 'For so long, up to now', ja: '現在までの一定期間' } },
        ],
      },
      {
        path: 'measure',
        control: 'choice',
        label: { en: 'Counted', ja: '数え方' },
        options: [
          { value: 'wallet', label: { en: 'In one wallet', ja: '1 つのウォレットで' } },
          { value: 'total', label: { en: 'In all linked wallets', ja: '連携済みウォレットの合計' } },
        ],
      },
      { path: 'samples', control: 'integer', label: { en: 'Sampled blocks (native coin)', ja: '抽出するブロック数(ネイティブ通貨)' } },
    ],
    example: { chain: 'eip155:8453', params: { token: { standard: 'native' }, gte: '10000000000000000' } },
  },
})

function subjectsOf({ token: held }: Params, { wallets }: LeafScope): Subject[] {
  return wallets.map((wallet) => ({ wallet, reads: holdingReads(held, wallet) }))
}

/** One opinion a wallet, or one on all of them together. */
function assessor(params: Params, scope: LeafScope): Assess {
  return (looks) => {
    const amounts = looks.flatMap((look) => {
      const amount = holdingIn(params.token, look.wallet, look.values)
      return amount === null ? [] : [{ look, amount }]
    })
    if (amounts.length < looks.length) return [{ unreadable: stateSentences.noToken(scope.chain) }, ...opinions(amounts, params, scope)]
    return opinions(amounts, params, scope)
  }
}

type Amount = { look: Look; amount: bigint }

function opinions(amounts: readonly Amount[], params: Params, scope: LeafScope): Opinion[] {
  if (params.measure !== 'total') return amounts.map((one) => opinionOn([one], params, scope))
  return amounts.length === 0 ? [] : [opinionOn(amounts, params, scope)]
}

function opinionOn(amounts: readonly Amount[], params: Params, scope: LeafScope): Opinion {
  const sum = amounts.reduce((all, { amount }) => all + amount, 0n)
  const largest = amounts.reduce((a, b) => (b.amount > a.amount ? b : a))
  const unit = unitOf(params.token, scope.chain)
  const ok = sum >= BigInt(params.gte)
  const [have, need] = [amountText(sum, unit), amountText(BigInt(params.gte), unit)]
  const bare = amountText(BigInt(params.gte), { ...unit, symbol: '' }).trim()
  const text: Text = ok
    ? { en: `holds ${have}`, ja: `${have} を保有しています` }
    : { en: `holds ${have}, ${bare} needed`, ja: `保有量は ${have} です(必要: ${need})` }
  const facts = amounts.map(({ look, amount }) =>
    factAt(look, 'balance', { chain: scope.chain, decoded: { token: params.token, value: amount.toString() } }),
  )
  // Only the order matters: amounts far beyond 2^53 stay comparable.
  return { ok, met: Number(sum), seen: seenAt(largest.look, text, scope), facts }
}

function describeHolding(params: Params, chain: string): Text {
  const needed = amountText(BigInt(params.gte), unitOf(params.token, chain))
  const on = chainName(chain)
  const way = wayOf(params)
  if ('held' in way) return describeHeld(way.held, needed, on)
  const when = momentText('traits' in way ? way.traits.at : way.at)
  const where = 'traits' in way ? conditionsText(way.traits) : undefined
  return {
    en: `Hold at least ${needed}${where ? ` with ${where.en}` : ''} on ${on.en}${when.en}`,
    ja: `${when.ja === '' ? '' : `${when.ja}、`}${on.ja} で${where ? `${where.ja} を満たす` : ''} ${needed} 以上を保有する`,
  }
}

function describeHeld({ span, token: held, samples }: Holding, needed: string, on: Text): Text {
  const length = span === 'window' ? { en: 'during the whole step', ja: 'ステップの全期間' } : durationText(span.heldFor)
  const how = { en: span === 'window' ? length.en : `for ${length.en} up to now`, ja: span === 'window' ? length.ja : `直近 ${length.ja}` }
  const sampled =
    held.standard === 'native'
      ? {
          en: ` (looked at in at least ${samples} blocks that nobody knows beforehand)`,
          ja: `(事前に分からない ${samples} 以上のブロックを抽出して確認)`,
        }
      : { en: '', ja: '' }
  return {
    en: `Hold at least ${needed} on ${on.en} ${how.en}${sampled.en}`,
    ja: `${on.ja} で${how.ja}、つねに ${needed} 以上を保有する${sampled.ja}`,
  }
}

function lint(params: Params): Warning[] {
  const warnings: Warning[] = []
  const warn = (code: string, path: string, message: Text) => warnings.push({ code, path: [path], message })
  const span = spanOf(params.at)
  if (params.gte === '0')
    warn('no-minimum', 'gte', { en: 'Zero is always held: everyone passes.', ja: '0 以上は誰でも満たすため、全員が達成できます。' })
  if (!span && (params.at === undefined || params.at === 'now'))
    warn('one-moment', 'at', {
      en: 'Held at one moment only: the same coins can pass many wallets one after the other. Ask to hold for a time.',
      ja: '一時点の保有だけを見るため、同じ資産を複数のウォレットで使い回せます。一定期間の保有を条件にしてください。',
    })
  if (span && params.token.standard === 'native')
    warn('sampled', 'samples', {
      en: `Coins leave no log: the balance is looked at in at least ${params.samples ?? defaultSamples} blocks, not in every one. It needs an archive node.`,
      ja: `通貨の移動はログに残らないため、全ブロックではなく ${params.samples ?? defaultSamples} 以上のブロックを抽出して確認します。アーカイブノードが必要です。`,
    })
  return warnings
}
