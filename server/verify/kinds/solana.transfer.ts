import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { EvidenceItem } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Components } from './abi.ts'
import { refuser } from './abiParams.ts'
import { solanaAddress, uint, unit } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { withNext } from './periods.ts'
import { type Findings, settle } from './settling.ts'
import {
  type Coin,
  doneText,
  elsewhereText,
  flawText,
  otherCoinText,
  otherwiseText,
  ownText,
  signedOnlyText,
  tooLittleText,
} from './solanaMisses.ts'
import { changesIn, type Move, signedIn, transfersIn, unreadWallet, type Wanted } from './solanaMoves.ts'
import { amountText, chainName, shortHex } from './wording.ts'

/**
 * SOL (lamports) or a token of either token program (base units) that a wallet of the member sent to or received from somebody else. `gte`: least amount
 * between two wallets in one transaction. `by`: `transfers` are instructions from wallet to wallet; `balance` is what the member's wallets held more or
 * less afterwards, whichever way it moved (swaps, closed accounts, the transaction's own fee).
 */
const params = z
  .strictObject({
    direction: z.enum(['sent', 'received']).optional(),
    by: z.enum(['transfers', 'balance']).optional(),
    mint: z.strictObject({ address: solanaAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }).optional(),
    counterparty: z.array(solanaAddress).min(1).max(20).optional(),
    gte: uint.optional(),
    ...measureShape,
  })
  .check((context) => {
    const refuse = refuser(context)
    if (context.value.by === 'balance' && context.value.counterparty)
      refuse(['counterparty'], 'a balance does not say who the other side is')
    checkMeasures(context.value, inputsOf(context.value), refuse)
  })

type Params = z.infer<typeof params>

/** What measures and `capture` look into. */
const inputsOf = ({ by }: Pick<Params, 'by'>): Components => [
  { name: 'amount', type: 'uint256' },
  ...(by === 'balance'
    ? []
    : [
        { name: 'from', type: 'string' },
        { name: 'to', type: 'string' },
      ]),
]

/** Coins or tokens between the member and others. */
export const solanaTransfer = defineKind({
  id: 'solana.transfer',
  params,
  namespace: 'solana',
  plan(params, { chain, wallets, hashes, range }) {
    // Who sends tokens signs for it, so his wallet is named; who receives them is not.
    const mint = params.mint && (params.direction === 'received' || params.by === 'balance') ? { mint: params.mint.address } : {}
    const pasted = hashes === undefined ? {} : { hashes }
    return wallets.map((wallet) => ({ type: 'solana.transactions' as const, chain, wallet, programs: [], ...mint, ...pasted, ...range }))
  },
  judge(params, evidence, scope) {
    const wanted = wantedOf(params)
    const findings: Findings = { matches: [], misses: [] }
    const moves = params.by === 'balance' ? changesIn(evidence, wanted, scope) : transfersIn(evidence, wanted, scope)
    for (const move of moves) weigh(move, { params, scope, findings })
    if (params.by !== 'balance') weighOthers(evidence, moves, { params, scope, findings })
    // What is together is only known when all of it was read: the rest may lie in the other wallet.
    const open = params.by === 'balance' ? unreadWallet(evidence, scope) : null
    if (open) return open
    const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
    return withNext(judgement, () => progressText(params, findings.matches, { amount: coinOf(params) }), scope)
  },
  captures: (params) => inputsOf(params),
  describe: describeTransfer,
  lint(params) {
    const warnings: Warning[] = []
    if (params.counterparty === undefined)
      warnings.push({
        code: 'any-counterparty',
        path: ['counterparty'],
        message: {
          en: 'Anyone counts: members can use another wallet of their own that is not linked.',
          ja: '相手を問わないため、連携していない自分の別のウォレットとのやり取りでも達成できます。',
        },
      })
    if (params.gte === undefined && params.sum === undefined)
      warnings.push({
        code: 'no-minimum',
        path: ['gte'],
        message: { en: 'No minimum amount: dust is enough.', ja: '最小額の指定がないため、ごく少額でも達成できます。' },
      })
    return warnings
  },
  form: {
    title: { en: 'Solana transfer', ja: 'Solana の送金・受け取り' },
    summary: { en: 'The member sent or received SOL or a token', ja: 'メンバーが SOL やトークンを送った、または受け取った' },
    fields: [
      {
        path: 'direction',
        control: 'choice',
        label: { en: 'Direction', ja: '方向' },
        options: [
          { value: 'sent', label: { en: 'Sent', ja: '送った' } },
          { value: 'received', label: { en: 'Received', ja: '受け取った' } },
        ],
      },
      {
        path: 'by',
        control: 'choice',
        label: { en: 'Counted by', ja: '数え方' },
        options: [
          { value: 'transfers', label: { en: 'Transfers between wallets', ja: 'ウォレット間の送金' } },
          { value: 'balance', label: { en: 'Change of what is held', ja: '保有量の増減' } },
        ],
      },
      { path: 'mint', control: 'solanaToken', label: { en: 'Token', ja: 'トークン' } },
      { path: 'counterparty', control: 'solanaAddresses', label: { en: 'Other side', ja: '相手' } },
      { path: 'gte', control: 'amount', label: { en: 'Least amount of one transfer', ja: '1 回の最小額' } },
      ...measureFields,
    ],
    example: {
      chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
      params: { direction: 'sent', counterparty: ['9aE476sH92Vz7DMPyq5WLPkrKWivxeuTKEFKd2sZZcde'], gte: '10000000' },
    },
  },
})

const coinOf = ({ mint }: Params): Coin => mint ?? { decimals: 9, symbol: 'SOL' }
const aboutOf = (params: Params) => ({ isSent: params.direction !== 'received', coin: coinOf(params) })
const wantedOf = ({ direction = 'sent', mint }: Params): Wanted => ({ direction, mint: mint?.address })

function describeTransfer(params: Params, { chain }: { chain: string }): Text {
  const unit = coinOf(params)
  const isSent = params.direction !== 'received'
  const least = params.gte === undefined ? null : amountText(BigInt(params.gte), unit)
  const others = params.counterparty?.map(shortHex)
  const more = measureText(params, { amount: unit })
  const total = params.sum ? amountText(BigInt(params.sum.gte), unit) : null
  const en = [
    `${isSent ? 'Send' : 'Receive'} ${least === null ? unit.symbol : `at least ${least}`}`,
    others ? ` ${isSent ? 'to' : 'from'} ${others.join(' or ')}` : '',
    ` on ${chainName(chain).en}`,
    total === null ? '' : `, ${total} in total`,
    ...more.map((item) => `, ${item.en}`),
  ]
  const ja = [
    `${chainName(chain).ja} で`,
    others ? ` ${others.join(' または ')} ${isSent ? 'に' : 'から'}` : '',
    ` ${least === null ? `${unit.symbol} ` : `${least} 以上`}を${isSent ? '送る' : '受け取る'}`,
    total === null ? '' : `、合計 ${total}`,
    ...more.map((item) => `、${item.ja}`),
  ]
  return { en: en.join(''), ja: ja.join('') }
}

type Weighing = { params: Params; scope: LeafScope; findings: Findings }

const sourceOf = ({ record, wallet }: Pick<Move, 'record' | 'wallet'>, { chain }: LeafScope) => ({
  chain,
  txHash: record.txHash,
  blockNumber: record.blockNumber,
  wallet: `solana:${wallet}`,
})

/** Whether a move counts, or what is wrong with it. What is nearest to right is said first. */
function weigh(move: Move, { params, scope, findings }: Weighing) {
  const { record, wallet, other, amount, flaw } = move
  const { isSent, coin } = aboutOf(params)
  const done = doneText(amount, { isSent, coin })
  const source = sourceOf(move, scope)
  const miss = (text: Text, met: number) => void findings.misses.push({ seen: { text, ...source }, met })
  const isElsewhere = params.counterparty !== undefined && (other === null || !params.counterparty.includes(other))
  const isShort = params.gte !== undefined && amount < BigInt(params.gte)
  if (move.mint !== coin.address) {
    // Another coin for the right wallet, or another token, may be a mistake; the rest is other business.
    const mistaken = flaw === null && !move.own && (params.counterparty ? !isElsewhere : move.mint !== undefined)
    return mistaken ? miss(otherCoinText(move, { isSent, coin }), 0) : undefined
  }
  if (move.own) return miss(ownText(done, isSent), 0)
  if (flaw) return miss(flawText(flaw, amount, { isSent, coin, scope }), isElsewhere || isShort ? 0 : 3)
  if (params.counterparty && isElsewhere) return miss(elsewhereText(done, isSent, { found: other ?? '', wanted: params.counterparty }), 1)
  if (params.gte !== undefined && isShort) return miss(tooLittleText(done, BigInt(params.gte), coin), 2)
  const ends = other === null ? {} : isSent ? { from: wallet, to: other } : { from: other, to: wallet }
  const args = { amount: amount.toString(), ...ends }
  findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    amount,
    decoded: { inputs: inputsOf(params), args },
    seen: { text: done, ...source },
    fact: { ...source, blockHash: record.blockHash, call: 'transfer', decoded: { mint: params.mint?.address ?? null, args } },
  })
}

/** What no transfer explains: a token that came or went another way, or a signature under a transaction that sent nothing of the member. */
function weighOthers(evidence: readonly EvidenceItem[], moves: readonly Move[], { params, scope, findings }: Weighing) {
  const { isSent, coin } = aboutOf(params)
  const explained = new Set(moves.filter(({ mint }) => mint === coin.address).map(({ record }) => record.txHash))
  const others = coin.address === undefined ? [] : changesIn(evidence, wantedOf(params), scope)
  for (const move of others.filter(({ record }) => !explained.has(record.txHash)))
    findings.misses.push({ seen: { text: otherwiseText(move.amount, { isSent, coin }), ...sourceOf(move, scope) }, met: 0 })
  const signed = isSent ? signedIn(evidence, scope).findLast(({ record }) => !explained.has(record.txHash)) : undefined
  if (signed && findings.misses.length === 0)
    findings.misses.push({ seen: { text: signedOnlyText(coin), ...sourceOf(signed, scope) }, met: 0 })
}
