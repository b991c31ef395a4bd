import * as z from 'zod'
import { type LeafScope, outside } from '../context.ts'
import { itemsOf, type SolanaTransactionRecord } from '../query.ts'
import type { Unit } from './fields.ts'
import { solanaAddress, uint, unit } from './fields.ts'
import { toInteger } from './filters.ts'
import { defineKind, type Warning } from './kind.ts'
import { type Findings, settle, total } from './settling.ts'
import { amountText, chainName, shortHex } from './wording.ts'

/** SOL (lamports) or an SPL token (base units) that a wallet of the member sent. `total`: added up instead of in one transaction. */
const params = z.strictObject({
  gte: uint,
  to: solanaAddress.optional(),
  mint: z.strictObject({ address: solanaAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }).optional(),
  measure: z.enum(['single', 'total']).optional(),
})

type Params = z.infer<typeof params>

/** SOL or an SPL token that left a wallet of the member, to someone else. */
export const solanaTransfer = defineKind({
  id: 'solana.transfer',
  params,
  namespace: 'solana',
  plan(_params, scope) {
    return scope.wallets.map((wallet) => ({
      type: 'solana.transactions' as const,
      chain: scope.chain,
      wallet,
      programs: [],
      ...scope.range,
    }))
  },
  judge(params, evidence, scope) {
    const findings: Findings = { matches: [], misses: [] }
    for (const item of itemsOf(evidence, 'solana.transactions'))
      for (const record of item.records) look(record, params, { scope, wallet: item.query.wallet, findings })
    const judgement = settle(findings, (matches) => total(matches) >= BigInt(params.gte) && matches.length > 0, { evidence, scope })
    if (judgement.status !== 'fail' || findings.matches.length === 0) return judgement
    const [have, need] = [amountText(total(findings.matches), unitOf(params)), amountText(BigInt(params.gte), unitOf(params))]
    return { ...judgement, next: { en: `${have} so far, ${need} needed.`, ja: `現在 ${have}、必要なのは ${need} です。` } }
  },
  describe(params, { chain }) {
    const needed = amountText(BigInt(params.gte), unitOf(params))
    const [to, toJa] = params.to === undefined ? ['', ''] : [` to ${shortHex(params.to)}`, ` ${shortHex(params.to)} に`]
    const [sum, sumJa] = params.measure === 'total' ? [' in total', '合計 '] : ['', ' ']
    return {
      en: `Send at least ${needed}${sum}${to} on ${chainName(chain).en}`,
      ja: `${chainName(chain).ja} で${toJa}${sumJa}${needed} 以上を送る`,
    }
  },
  lint(params) {
    const warnings: Warning[] = []
    if (params.to === undefined)
      warnings.push({
        code: 'any-recipient',
        path: ['to'],
        message: {
          en: 'Any recipient counts: members can send to another wallet of their own.',
          ja: '送り先の指定がないため、自分の別のウォレットへの送金でも達成できます。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Solana transfer', ja: 'Solana の送金' },
    summary: { en: 'The member sent SOL or an SPL token', ja: 'メンバーが SOL または SPL トークンを送った' },
    fields: [
      { path: 'mint', control: 'token', label: { en: 'Token', ja: 'トークン' } },
      { path: 'to', control: 'solanaAddress', label: { en: 'Recipient', ja: '送り先' } },
      { path: 'gte', control: 'amount', label: { en: 'At least', ja: '最小量' }, required: true },
      { path: 'measure', control: 'choice', label: { en: 'Measured', ja: '数え方' } },
    ],
    example: {
      chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
      params: { gte: '10000000', to: '9aE476sH92Vz7DMPyq5WLPkrKWivxeuTKEFKd2sZZcde' },
    },
  },
})

function unitOf({ mint }: Params): Unit {
  return mint ? { decimals: mint.decimals, symbol: mint.symbol } : { decimals: 9, symbol: 'SOL' }
}

type Looking = { scope: LeafScope; wallet: string; findings: Findings }

/** Amounts of one transaction are added: a split into two instructions is one transfer for people. */
function look(record: SolanaTransactionRecord, params: Params, { scope, wallet, findings }: Looking) {
  if (!scope.wallets.includes(wallet) || outside(record, scope)) return
  const outgoing = record.transfers.filter(
    ({ source, destination, mint }) => source === wallet && destination !== wallet && mint === params.mint?.address,
  )
  const wanted = outgoing.filter(({ destination }) => params.to === undefined || destination === params.to)
  const unit = unitOf(params)
  const source = { chain: scope.chain, txHash: record.txHash, blockNumber: record.blockNumber, wallet: `solana:${wallet}` }
  const amount = sumOf(wanted)
  const sent = { en: `sent ${amountText(amount, unit)}`, ja: `${amountText(amount, unit)} を送りました` }
  if (wanted.length === 0) {
    const elsewhere = outgoing[0]
    if (elsewhere)
      findings.misses.push({
        seen: { text: elsewhereText(elsewhere.destination, amountText(sumOf(outgoing), unit), params.to ?? ''), ...source },
        met: 0,
      })
    return
  }
  const needed = BigInt(params.gte)
  if (params.measure !== 'total' && amount < needed) {
    const need = amountText(needed, unit)
    findings.misses.push({
      seen: {
        text: { en: `${sent.en}, ${amountText(needed, { ...unit, symbol: '' }).trim()} needed`, ja: `${sent.ja}(必要: ${need})` },
        ...source,
      },
      met: 1,
    })
    return
  }
  findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    amount,
    seen: { text: sent, ...source },
    fact: { ...source, blockHash: record.blockHash, call: 'transfer', decoded: { transfers: wanted } },
  })
}

const sumOf = (transfers: readonly { amount: string }[]) => transfers.reduce((sum, { amount }) => sum + (toInteger(amount) ?? 0n), 0n)

function elsewhereText(found: string, amount: string, wanted: string) {
  return {
    en: `sent ${amount} to ${shortHex(found)}, needed: to ${shortHex(wanted)}`,
    ja: `${amount} を ${shortHex(found)} に送りました(必要な送り先: ${shortHex(wanted)})`,
  }
}
