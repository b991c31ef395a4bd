import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { Query } from '../query.ts'
import type { Text } from '../verdict.ts'
import { refuser } from './abiParams.ts'
import { settleCalls } from './calls/proven.ts'
import { evmAddress, uint, unit } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { pastedMisses, pastedQueries } from './pasted.ts'
import { withNext } from './periods.ts'
import { type Looks, looksDue, withoutWider } from './secondLook.ts'
import { findTransfers, transferInputs, transferQueries, unitOf } from './transfers.ts'
import { amountText, chainName, shortHex } from './wording.ts'

const ids = z.array(uint).min(1).max(100)
const { decimals, symbol } = unit.shape

/**
 * Coins or tokens that a wallet of the member sent to somebody else or received from somebody else. `gte`: least amount of one transfer in base units
 * (pieces of an ERC-721); `ids`: which pieces count; `counterparty`: who the other side may be, anyone when absent.
 */
const params = z
  .strictObject({
    token: z.discriminatedUnion('standard', [
      z.strictObject({ standard: z.literal('native') }),
      z.strictObject({ standard: z.literal('erc20'), address: evmAddress, decimals, symbol }),
      z.strictObject({ standard: z.literal('erc721'), address: evmAddress, symbol, ids: ids.optional() }),
      z.strictObject({ standard: z.literal('erc1155'), address: evmAddress, symbol, ids: ids.optional() }),
    ]),
    direction: z.enum(['sent', 'received']),
    counterparty: z.array(evmAddress).min(1).max(20).optional(),
    gte: uint.optional(),
    ...measureShape,
  })
  .check((context) => checkMeasures(context.value, transferInputs, refuser(context)))

export type TransferParams = z.infer<typeof params>

/** Transfers between the member and others. What goes from one wallet of the member to another never counts. */
export const evmTransfer = defineKind({
  id: 'evm.transfer',
  params,
  namespace: 'eip155',
  plan: (params, scope, read) =>
    scope.wallets.length === 0
      ? []
      : [...looksDue(looksOf(params, scope), read), ...pastedQueries(scope), ...findTransfers(params, read, scope).open],
  judge(params, evidence, scope) {
    const looked = findTransfers(params, evidence, scope)
    looked.findings.misses.push(...pastedMisses(looked.findings, absentText(params, scope.chain), { evidence, scope }))
    const asked = withoutWider(looksOf(params, scope), evidence)
    const judgement = settleCalls(looked, (matches) => isEnough(params, matches), { evidence: asked, scope })
    return withNext(judgement, () => progressText(params, looked.findings.matches, { amount: unitOf(params, scope.chain) }), scope)
  },
  captures: () => transferInputs,
  describe(params, { chain }) {
    const unit = unitOf(params, chain)
    const what = params.gte === undefined ? unit.symbol : `at least ${amountText(BigInt(params.gte), unit)}`
    const whatJa = params.gte === undefined ? unit.symbol : `${amountText(BigInt(params.gte), unit)} 以上`
    const others = params.counterparty?.map(shortHex)
    const more = measureText(params, { amount: unit })
    const total = params.sum ? amountText(BigInt(params.sum.gte), unit) : undefined
    const isSent = params.direction === 'sent'
    const en = [
      `${isSent ? 'Send' : 'Receive'} ${what}`,
      others ? ` ${isSent ? 'to' : 'from'} ${others.join(' or ')}` : '',
      ` on ${chainName(chain).en}`,
      total === undefined ? '' : `, ${total} in total`,
      idsOf(params) ? ` (${idsOf(params)})` : '',
      topLevelOnly(params) ? ' (straight from a wallet: what contracts pay out cannot be seen)' : '',
      ...more.map((item) => `, ${item.en}`),
    ]
    const ja = [
      `${chainName(chain).ja} で`,
      others ? ` ${others.join(' または ')} ${isSent ? 'に' : 'から'}` : '',
      ` ${whatJa}を${isSent ? '送る' : '受け取る'}`,
      total === undefined ? '' : `、合計 ${total}`,
      idsOf(params) ? `(${idsOf(params)})` : '',
      topLevelOnly(params) ? '(ウォレットからの直接の送金のみ。コントラクトからの支払いは確認できません)' : '',
      ...more.map((item) => `、${item.ja}`),
    ]
    return { en: en.join(''), ja: ja.join('') }
  },
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
    if (params.gte === undefined && params.sum === undefined && params.token.standard !== 'erc721')
      warnings.push({
        code: 'no-minimum',
        path: ['gte'],
        message: { en: 'No minimum amount: dust is enough.', ja: '最小額の指定がないため、ごく少額でも達成できます。' },
      })
    if (topLevelOnly(params))
      warnings.push({
        code: 'top-level-only',
        path: ['token'],
        message: {
          en: 'Only transfers straight from a wallet are seen; coins that a contract pays out are not.',
          ja: 'ウォレットからの直接の送金だけが対象です。コントラクトから支払われた通貨は確認できません。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Transfer', ja: '送金・受け取り' },
    summary: { en: 'The member sent or received coins or tokens', ja: 'メンバーが通貨やトークンを送った、または受け取った' },
    fields: [
      { path: 'token', control: 'token', label: { en: 'Token', ja: 'トークン' }, required: true },
      {
        path: 'direction',
        control: 'choice',
        label: { en: 'Direction', ja: '方向' },
        required: true,
        options: [
          { value: 'sent', label: { en: 'Sent', ja: '送った' } },
          { value: 'received', label: { en: 'Received', ja: '受け取った' } },
        ],
      },
      { path: 'counterparty', control: 'evmAddresses', label: { en: 'Other side', ja: '相手' } },
      { path: 'gte', control: 'amount', label: { en: 'Least amount of one transfer', ja: '1 回の最小額' } },
      ...measureFields,
    ],
    example: {
      chain: 'eip155:8453',
      params: {
        token: { standard: 'erc20', address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', decimals: 6, symbol: 'USDC' },
        direction: 'sent',
        counterparty: ['0x4200000000000000000000000000000000000006'],
        gte: '10000000',
      },
    },
  },
})

/** Tokens that went to somebody else than they should are looked for where nothing went to the right one. */
function looksOf(params: TransferParams, scope: LeafScope): Looks<Query> {
  const { counterparty, ...anyone } = params
  const isWider = counterparty !== undefined && params.token.standard !== 'native'
  return { first: transferQueries(params, scope), wider: isWider ? transferQueries(anyone, scope) : [] }
}

/** What a transaction lacks in which there is no such transfer. */
function absentText(params: TransferParams, chain: string): Text {
  const what = [unitOf(params, chain).symbol, idsOf(params)].filter((part) => part !== '').join(' ')
  return params.direction === 'sent'
    ? { en: `moved no ${what} out of your wallet`, ja: `あなたのウォレットから ${what} は送られていません` }
    : { en: `moved no ${what} into your wallet`, ja: `あなたのウォレットに ${what} は届いていません` }
}

const topLevelOnly = ({ token, direction }: TransferParams) => token.standard === 'native' && direction === 'received'

const idsOf = ({ token }: TransferParams) => ('ids' in token && token.ids ? `#${token.ids.slice(0, 5).join(', #')}` : '')
