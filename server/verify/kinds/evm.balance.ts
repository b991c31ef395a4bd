import { findChain } from '#chains/registry.ts'
import type { LeafScope } from '../context.ts'
import { type BalanceRecord, itemsOf, type Token } from '../query.ts'
import type { Unit } from './fields.ts'
import { toInteger } from './filters.ts'
import type { Kind, Warning } from './kind.ts'
import type { ParamsOf } from './params.ts'
import { type Match, settle } from './settling.ts'
import { amountText, chainName, sentences } from './wording.ts'

type Params = ParamsOf<'evm.balance'>

/** What one wallet holds now. Read at the leaf's finality, and at the head to tell "not yet final" from "not there". */
export const evmBalance: Kind<'evm.balance'> = {
  id: 'evm.balance',
  plan(params, scope) {
    const token = tokenOf(params)
    const at = scope.finality === 'latest' ? (['latest'] as const) : ([scope.finality, 'latest'] as const)
    return scope.wallets.flatMap((wallet) =>
      at.map((tag) => ({ type: 'evm.balance' as const, chain: scope.chain, wallet, token, at: tag })),
    )
  },
  judge(params, evidence, scope) {
    const items = itemsOf(evidence, 'evm.balance')
    const matches: Match[] = []
    let best: BalanceRecord | undefined
    for (const { records } of items)
      for (const record of records) {
        const value = toInteger(record.value)
        if (value === null || !scope.wallets.includes(record.wallet)) continue
        if (best === undefined || value > (toInteger(best.value) ?? 0n)) best = record
        if (value >= BigInt(params.gte)) matches.push(matchOf(record, value, { params, scope }))
      }
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
}

function tokenOf({ token }: Params): Token {
  return token.standard === 'native' ? { standard: 'native' } : { standard: token.standard, address: token.address.toLowerCase() }
}

function unitOf({ token }: Params, chain: string): Unit {
  if (token.standard === 'native')
    return { decimals: findChain(chain)?.nativeCurrency.decimals ?? 18, symbol: findChain(chain)?.nativeCurrency.symbol ?? 'ETH' }
  return { decimals: token.standard === 'erc20' ? token.decimals : 0, symbol: token.symbol }
}

type About = { params: Params; scope: LeafScope }

function matchOf(record: BalanceRecord, value: bigint, { params, scope }: About): Match {
  const shown = amountText(value, unitOf(params, scope.chain))
  const wallet = `eip155:${record.wallet}`
  return {
    blockNumber: record.block.number,
    amount: value,
    seen: { text: { en: `holds ${shown}`, ja: `${shown} を保有しています` }, chain: scope.chain, blockNumber: record.block.number, wallet },
    fact: {
      chain: scope.chain,
      blockNumber: record.block.number,
      blockHash: record.block.hash,
      call: 'balance',
      wallet,
      decoded: { token: tokenOf(params), value: record.value },
    },
  }
}

function shortOf(record: BalanceRecord, { params, scope }: About) {
  const unit = unitOf(params, scope.chain)
  const [have, need] = [amountText(toInteger(record.value) ?? 0n, unit), amountText(BigInt(params.gte), unit)]
  return {
    text: {
      en: `holds ${have}, ${amountText(BigInt(params.gte), { ...unit, symbol: '' }).trim()} needed`,
      ja: `保有量は ${have} です(必要: ${need})`,
    },
    chain: scope.chain,
    blockNumber: record.block.number,
    wallet: `eip155:${record.wallet}`,
  }
}
