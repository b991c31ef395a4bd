import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import { type BlockRef, type EvidenceItem, type EvidenceOf, itemsOf } from '../query.ts'
import { solanaAddress, uint, unit } from './fields.ts'
import { toInteger } from './filters.ts'
import { defineKind, type Warning } from './kind.ts'
import { type Match, settle } from './settling.ts'
import { amountText, chainName, sentences, shortHex } from './wording.ts'

/**
 * What a wallet of the member holds of a mint now, over all its token accounts, of Token or Token-2022, in base units. `measure`: one wallet must hold it
 * all, or all wallets `total`. `frozen`: whether accounts that their issuer has frozen count; they do unless `excluded`.
 */
const params = z.strictObject({
  mint: z.strictObject({ address: solanaAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }),
  gte: uint,
  measure: z.enum(['single', 'total']).optional(),
  frozen: z.enum(['counted', 'excluded']).optional(),
})

type Params = z.infer<typeof params>

/** A token held now. Read at the leaf's finality, and at the head to tell "not yet final" from "not there". */
export const solanaToken = defineKind({
  id: 'solana.token',
  params,
  namespace: 'solana',
  plan({ mint, gte }, { chain, wallets, finality }) {
    const tags = finality === 'latest' ? (['latest'] as const) : ([finality, 'latest'] as const)
    return wallets.flatMap((wallet) =>
      tags.map((at) => ({ type: 'solana.tokens' as const, chain, wallet, mint: mint.address, at, enough: gte })),
    )
  },
  judge(params, evidence, scope) {
    const held = holdingsIn(evidence, params, scope)
    const matches = held.filter(({ amount }) => amount >= BigInt(params.gte)).map((one) => matchOf(one, { params, scope }))
    const judgement = settle({ matches, misses: [] }, (list) => list.length > 0, { evidence, scope })
    // The same wallet at two tags says the same thing twice.
    if (judgement.status === 'pass') return { ...judgement, seen: judgement.seen.slice(0, 1), facts: judgement.facts.slice(0, 1) }
    if (judgement.status === 'pending' && matches.length > 0)
      return { ...judgement, seen: judgement.seen.slice(-2), next: sentences.waitForFinality() }
    const [best] = held.toSorted((a, b) => (b.amount > a.amount ? 1 : -1))
    return judgement.status === 'fail' && best ? { ...judgement, seen: [shortOf(best, { params, scope })] } : judgement
  },
  describe({ mint, gte, measure, frozen }, { chain }) {
    const needed = amountText(BigInt(gte), mint)
    const [sum, sumJa] = measure === 'total' ? [' in total', '合計 '] : ['', ' ']
    const [free, freeJa] = frozen === 'excluded' ? [', not frozen', '(凍結されていないもの)'] : ['', '']
    return {
      en: `Hold at least ${needed}${sum} on ${chainName(chain).en}${free}`,
      ja: `${chainName(chain).ja} で${sumJa}${needed} 以上を保有する${freeJa}`,
    }
  },
  lint({ gte }) {
    const warnings: Warning[] = []
    if (gte === '0')
      warnings.push({
        code: 'no-minimum',
        path: ['gte'],
        message: { en: 'Zero is always held: everyone passes.', ja: '0 以上は誰でも満たすため、全員が達成できます。' },
      })
    return warnings
  },
  form: {
    title: { en: 'Solana token held', ja: 'Solana トークンの保有' },
    summary: { en: 'A wallet of the member holds a token', ja: 'メンバーのウォレットがトークンを保有している' },
    fields: [
      { path: 'mint', control: 'solanaToken', label: { en: 'Token', ja: 'トークン' }, required: true },
      { path: 'gte', control: 'amount', label: { en: 'At least', ja: '最小量' }, required: true },
      {
        path: 'measure',
        control: 'choice',
        label: { en: 'Measured', ja: '数え方' },
        options: [
          { value: 'single', label: { en: 'In one wallet', ja: '1 つのウォレットで' } },
          { value: 'total', label: { en: 'In all wallets together', ja: 'すべてのウォレットの合計で' } },
        ],
      },
      {
        path: 'frozen',
        control: 'choice',
        label: { en: 'Frozen accounts', ja: '凍結されたアカウント' },
        options: [
          { value: 'counted', label: { en: 'Count', ja: '数える' } },
          { value: 'excluded', label: { en: 'Do not count', ja: '数えない' } },
        ],
      },
    ],
    example: {
      chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
      params: { mint: { address: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', decimals: 6, symbol: 'USDC' }, gte: '10000000' },
    },
  },
})

/** `frozen`: what lies in frozen accounts and therefore does not count. */
type Holding = { wallet: string; amount: bigint; frozen: bigint; block: BlockRef }

/** What each wallet, or all together, held at each tag that was read. */
function holdingsIn(evidence: readonly EvidenceItem[], params: Params, scope: LeafScope): Holding[] {
  const read = new Map<string, { at: string; holding: Holding }>()
  for (const item of itemsOf(evidence, 'solana.tokens')) {
    const { chain, wallet, mint, at } = item.query
    const block = item.head?.[at]
    if (chain !== scope.chain || mint !== params.mint.address || !scope.wallets.includes(wallet) || !block) continue
    read.set(`${at} ${wallet}`, { at, holding: { wallet, block, ...amountsOf(item, params) } })
  }
  const found = [...read.values()]
  if (params.measure !== 'total') return found.map(({ holding }) => holding)
  return [...Map.groupBy(found, ({ at }) => at).values()].flatMap((group) => together(group.map(({ holding }) => holding)))
}

function together(holdings: readonly Holding[]): Holding[] {
  const [first] = holdings
  const sum = (what: 'amount' | 'frozen') => holdings.reduce((total, one) => total + one[what], 0n)
  return first ? [{ ...first, amount: sum('amount'), frozen: sum('frozen') }] : []
}

function amountsOf({ query, records }: EvidenceOf<'solana.tokens'>, { frozen }: Params): Pick<Holding, 'amount' | 'frozen'> {
  const mine = records.filter(({ owner, mint }) => owner === query.wallet && mint === query.mint)
  const accounts = [...new Map(mine.map((one) => [one.account, one])).values()]
  const sum = (list: typeof accounts) => list.reduce((total, { amount }) => total + (toInteger(amount) ?? 0n), 0n)
  if (frozen !== 'excluded') return { amount: sum(accounts), frozen: 0n }
  return { amount: sum(accounts.filter((one) => !one.frozen)), frozen: sum(accounts.filter((one) => one.frozen)) }
}

type About = { params: Params; scope: LeafScope }

function matchOf({ wallet, amount, block }: Holding, { params, scope }: About): Match {
  const shown = amountText(amount, params.mint)
  const source = { chain: scope.chain, blockNumber: block.number, wallet: `solana:${wallet}` }
  return {
    blockNumber: block.number,
    time: block.time,
    amount,
    seen: { text: { en: `holds ${shown}`, ja: `${shown} を保有しています` }, ...source },
    fact: { ...source, blockHash: block.hash, call: 'balance', decoded: { mint: params.mint.address, value: amount.toString() } },
  }
}

function shortOf({ wallet, amount, frozen, block }: Holding, { params, scope }: About) {
  const [have, need, kept] = [amount, BigInt(params.gte), frozen].map((value) => amountText(value, params.mint))
  const plain = amountText(BigInt(params.gte), { ...params.mint, symbol: '' }).trim()
  // Whoever holds another token of that name reads which one is meant.
  const [which, whichJa] =
    amount > 0n || frozen > 0n ? ['', ''] : [` of the mint ${shortHex(params.mint.address)}`, `(ミント ${shortHex(params.mint.address)})`]
  const [more, moreJa] = frozen > 0n ? [` (${kept} more is frozen)`, `(ほかに ${kept} が凍結中)`] : ['', '']
  return {
    text: { en: `holds ${have}${which}${more}, ${plain} needed`, ja: `保有量は ${have}${whichJa} です${moreJa}(必要: ${need})` },
    chain: scope.chain,
    blockNumber: block.number,
    wallet: `solana:${wallet}`,
  }
}
