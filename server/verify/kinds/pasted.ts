import { toFunctionSelector } from 'viem'
import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type TransactionRecord, type TransactionsQuery } from '../query.ts'
import type { Text } from '../verdict.ts'
import { addressAt, digitsOf } from './calls/hexWords.ts'
import { outcomeText } from './calls/proven.ts'
import { outsideText } from './periods.ts'
import type { Findings, NearMiss } from './settling.ts'
import { timeText } from './stateWording.ts'
import { chainName, shortHex } from './wording.ts'

/** Looks up what the member pasted: to find it where a search does not, and to say why it does not count. */
export function pastedQueries({ chain, wallets, hashes = [] }: LeafScope): TransactionsQuery[] {
  if (hashes.length === 0 || wallets.length === 0) return []
  return [{ type: 'evm.transactions', chain, role: 'pasted', to: [], wallets, hashes: hashes.map((hash) => hash.toLowerCase()) }]
}

/**
 * For each pasted transaction in which nothing was found that comes close: why it does not count. `absent`: what such a transaction lacks when it succeeded,
 * within the window.
 */
export function pastedMisses(findings: Findings, absent: Text, { evidence, scope }: Reading): NearMiss[] {
  if (!scope.hashes?.length) return []
  const said = new Set([...findings.matches, ...findings.misses].map(({ seen }) => seen.txHash))
  const items = itemsOf(evidence, 'evm.transactions').filter(({ query, problem }) => query.role === 'pasted' && !problem)
  const records = items.filter(({ query }) => query.chain === scope.chain).flatMap((item): TransactionRecord[] => item.records)
  const hashes = items.length === 0 ? [] : scope.hashes.map((hash) => hash.toLowerCase())
  return [...new Set(hashes)]
    .filter((hash) => !said.has(hash))
    .map((txHash) => {
      const record = records.find((one) => one.txHash === txHash)
      const text = record ? (whyNot(record, scope) ?? absent) : notYours(scope.chain)
      const place = record ? { chain: scope.chain, blockNumber: record.blockNumber } : {}
      return { seen: { text, txHash, ...place }, met: 0 }
    })
}

type Reading = { evidence: readonly EvidenceItem[]; scope: LeafScope }

function whyNot(record: TransactionRecord, scope: LeafScope): Text | null {
  if (outside(record, scope)) return outsideText(doneAt(timeText(record.blockTime)), scope)
  const spender = allowedBy(record.input)
  return outcomeText({ outcome: record.success ? 'success' : 'failed', via: [] }) ?? (spender === null ? null : onlyAllowed(spender))
}

const doneAt = (time: string): Text => ({ en: `done at ${time}`, ja: `${time} に実行されました` })

const allowances = ['approve(address,uint256)', 'increaseAllowance(address,uint256)', 'setApprovalForAll(address,bool)'].map((signature) =>
  toFunctionSelector(`function ${signature}`).slice(2),
)

/** Who may use the wallet's tokens after this call; null when it is no allowance. */
export function allowedBy(input: string): string | null {
  const digits = digitsOf(input)
  return digits !== null && allowances.includes(digits.slice(0, 8)) ? addressAt({ data: digits, base: 4 }, 0) : null
}

export const onlyAllowed = (spender: string): Text => ({
  en: `only allows ${shortHex(spender)} to use your tokens: nothing was done with them yet`,
  ja: `${shortHex(spender)} にトークンの使用を許可しただけで、まだ実行されていません`,
})

const notYours = (chain: string): Text => ({
  en: `no transaction of your linked wallets on ${chainName(chain).en} has this hash`,
  ja: `連携済みのウォレットによる ${chainName(chain).ja} のトランザクションに、このハッシュのものはありません`,
})
