import { encodeFunctionData, erc20Abi, type Hex } from 'viem'
import * as z from 'zod'
import { findChain } from '#chains/registry.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import { type BlockRef, type EvidenceItem, itemsOf, type StateRead } from '../query.ts'
import { evmAddress, type Unit, uint, unit } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'
import { type Match, settle } from './settling.ts'
import { uintOf } from './stateValue.ts'
import { amountText, chainName, sentences } from './wording.ts'

/** What one wallet of the member holds now, in base units (whole tokens for ERC-721). */
const params = z.strictObject({
  token: z.discriminatedUnion('standard', [
    z.strictObject({ standard: z.literal('native') }),
    z.strictObject({ standard: z.literal('erc20'), address: evmAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }),
    z.strictObject({ standard: z.literal('erc721'), address: evmAddress, symbol: unit.shape.symbol }),
  ]),
  gte: uint,
})

type Params = z.infer<typeof params>

/** What one wallet holds now. Read at the leaf's finality, and at the head to tell "not yet final" from "not there". */
export const evmBalance = defineKind({
  id: 'evm.balance',
  params,
  namespace: 'eip155',
  plan(params, scope) {
    const at = scope.finality === 'latest' ? (['latest'] as const) : ([scope.finality, 'latest'] as const)
    return scope.wallets.flatMap((wallet) =>
      at.map((tag) => ({ type: 'evm.state' as const, chain: scope.chain, read: readOf(params, wallet), at: tag })),
    )
  },
  judge(params, evidence, scope) {
    const wanted = new Map(scope.wallets.map((wallet) => [canonicalJson(readOf(params, wallet)), wallet]))
    const matches: Match[] = []
    let best: Held | undefined
    for (const { query, records } of itemsOf(evidence, 'evm.state'))
      for (const record of records) {
        const wallet = wanted.get(canonicalJson(query.read))
        const value = wallet === undefined ? null : uintOf(record.value)
        if (wallet === undefined || value === null) continue
        const held = { wallet, value, block: record.block }
        if (best === undefined || value > best.value) best = held
        if (value >= BigInt(params.gte)) matches.push(matchOf(held, { params, scope }))
      }
    if (best === undefined && noContract(params, evidence))
      return { status: 'error', seen: [], next: sentences.cannotRead(scope.chain), facts: [] }
    const judgement = settle({ matches, misses: [] }, (list) => list.length > 0, { evidence, scope })
    // One match at the same wallet and head says the same thing twice: the newest final one stands for all.
    if (judgement.status === 'pass') return { ...judgement, seen: judgement.seen.slice(0, 1), facts: judgement.facts.slice(0, 1) }
    if (judgement.status === 'pending' && matches.length > 0)
      return { ...judgement, seen: judgement.seen.slice(-2), next: sentences.waitForFinality() }
    if (judgement.status !== 'fail' || !best) return judgement
    return { ...judgement, seen: [shortOf(best, { params, scope })] }
  },
  describe(params, { chain }) {
    const needed = amountText(BigInt(params.gte), unitOf(params, chain))
    return { en: `Hold at least ${needed} on ${chainName(chain).en}`, ja: `${chainName(chain).ja} で ${needed} 以上を保有する` }
  },
  lint(params) {
    const warnings: Warning[] = []
    if (params.gte === '0')
      warnings.push({
        code: 'no-minimum',
        path: ['gte'],
        message: { en: 'Zero is always held: everyone passes.', ja: '0 以上は誰でも満たすため、全員が達成できます。' },
      })
    return warnings
  },
  form: {
    title: { en: 'Token or coin held', ja: 'トークン・通貨の保有' },
    summary: { en: 'A wallet of the member holds an amount', ja: 'メンバーのウォレットが一定量を保有している' },
    fields: [
      { path: 'token', control: 'token', label: { en: 'Token', ja: 'トークン' }, required: true },
      { path: 'gte', control: 'amount', label: { en: 'At least', ja: '最小量' }, required: true },
    ],
    example: { chain: 'eip155:8453', params: { token: { standard: 'native' }, gte: '10000000000000000' } },
  },
})

type Held = { wallet: string; value: bigint; block: BlockRef }

/** ERC-721 has the same `balanceOf(address)` as ERC-20. */
function readOf({ token }: Params, wallet: string): StateRead {
  if (token.standard === 'native') return { what: 'balance', address: wallet }
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'balanceOf', args: [wallet as Hex] })
  return { what: 'call', to: token.address.toLowerCase(), data }
}

/** The call was answered by nobody: there is no such token. */
const noContract = ({ token }: Params, evidence: readonly EvidenceItem[]) =>
  token.standard !== 'native' && itemsOf(evidence, 'evm.state').some(({ records }) => records.some(({ value }) => value === null))

function unitOf({ token }: Params, chain: string): Unit {
  if (token.standard === 'native')
    return { decimals: findChain(chain)?.nativeCurrency.decimals ?? 18, symbol: findChain(chain)?.nativeCurrency.symbol ?? 'ETH' }
  return { decimals: token.standard === 'erc20' ? token.decimals : 0, symbol: token.symbol }
}

type About = { params: Params; scope: LeafScope }

function matchOf(held: Held, { params, scope }: About): Match {
  const { value, block } = held
  const shown = amountText(value, unitOf(params, scope.chain))
  const wallet = `eip155:${held.wallet}`
  return {
    blockNumber: block.number,
    time: block.time,
    amount: value,
    seen: { text: { en: `holds ${shown}`, ja: `${shown} を保有しています` }, chain: scope.chain, blockNumber: block.number, wallet },
    fact: {
      chain: scope.chain,
      blockNumber: block.number,
      blockHash: block.hash,
      call: 'balance',
      wallet,
      decoded: { token: params.token, value: value.toString() },
    },
  }
}

function shortOf({ wallet, value, block }: Held, { params, scope }: About) {
  const unit = unitOf(params, scope.chain)
  const [have, need] = [amountText(value, unit), amountText(BigInt(params.gte), unit)]
  return {
    text: {
      en: `holds ${have}, ${amountText(BigInt(params.gte), { ...unit, symbol: '' }).trim()} needed`,
      ja: `保有量は ${have} です(必要: ${need})`,
    },
    chain: scope.chain,
    blockNumber: block.number,
    wallet: `eip155:${wallet}`,
  }
}
