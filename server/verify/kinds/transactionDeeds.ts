import { type AbiFunction, toFunctionSelector } from 'viem'
import { findChain } from '#chains/registry.ts'
import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type TransactionRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { type Components, parseFunction, valuesAt } from './abi.ts'
import type { Answers } from './calls/conduct.ts'
import { decodeArguments } from './calls/decodeArguments.ts'
import { digitsOf } from './calls/hexWords.ts'
import { callLimits, callsOf, type MadeCall } from './calls/madeCalls.ts'
import { answersIn, beliefIn, type LookedAt, outcomeText } from './calls/proven.ts'
import { openHandleOps } from './calls/userOperations.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson } from './conditions.ts'
import type { TransactionParams } from './evm.transaction.ts'
import { compareIntegers } from './filters.ts'
import { allowedBy, onlyAllowed } from './pasted.ts'
import { sentences } from './wording.ts'

/** The value sent, as a condition like any other, so that sentences treat it alike. */
export function deedOf(params: TransactionParams, chain: string): Deed {
  const called = params.function === undefined ? null : parseFunction(params.function)
  const value = params.value ? [{ arg: 'value', op: params.value.op, value: params.value.value }] : []
  const currency = findChain(chain)?.nativeCurrency
  const units = {
    ...params.units,
    ...(currency && params.value ? { value: { decimals: currency.decimals, symbol: currency.symbol } } : {}),
  }
  const action = params.action ?? (params.created ? { en: 'deployed a contract', ja: 'コントラクトをデプロイ' } : undefined)
  return { action, name: called?.name ?? params.selector ?? 'call', where: [...value, ...(params.where ?? [])], units }
}

/** `purses`: values that were counted already, because calls inside a self-multicall all see the same one. `selector`: of the wanted function. */
type Looking = {
  params: TransactionParams
  scope: LeafScope
  deed: Deed
  answers: Answers
  looked: LookedAt
  purses: Set<string>
  called: AbiFunction | null
  selector: string | undefined
}

/** Everything that the member's wallets did in these transactions, measured against what is wanted. */
export function lookForCalls(params: TransactionParams, evidence: readonly EvidenceItem[], scope: LeafScope): LookedAt {
  const looked: LookedAt = { findings: { matches: [], misses: [] }, open: [] }
  const called = params.function === undefined ? null : parseFunction(params.function)
  const looking: Looking = {
    params,
    scope,
    deed: deedOf(params, scope.chain),
    answers: answersIn(evidence),
    looked,
    purses: new Set(),
    called,
    selector: called ? toFunctionSelector(called) : params.selector?.toLowerCase(),
  }
  const known = new Set<string>()
  for (const { query, records } of itemsOf(evidence, 'evm.transactions'))
    for (const record of records) {
      if (query.chain !== scope.chain || known.has(record.txHash) || outside(record, scope)) continue
      known.add(record.txHash)
      if (params.created) lookAtCreated(record, looking)
      else lookAtCalls(record, looking)
    }
  return looked
}

const sourceOf = (record: TransactionRecord, wallet: string, { chain }: LeafScope) => ({
  chain,
  txHash: record.txHash,
  blockNumber: record.blockNumber,
  wallet: `eip155:${wallet}`,
})

function lookAtCreated(record: TransactionRecord, { params, scope, deed, looked }: Looking) {
  const wallet = record.from.toLowerCase()
  if (!scope.wallets.includes(wallet) || record.to !== '') return
  const source = sourceOf(record, wallet, scope)
  const miss = (text: Text, met: number) => looked.findings.misses.push({ seen: { text, ...source }, met })
  const failed = outcomeText({ outcome: record.success && record.created !== undefined ? 'success' : 'failed', via: [] })
  if (failed) return void miss(failed, 1)
  const inputs: Components = [{ name: 'created', type: 'address' }]
  const args = { created: record.created }
  const checked = checkAll(params.where ?? [], { inputs, args }, { account: wallet, linked: scope.wallets })
  if (!checked.ok) return void miss(shortText(deed, checked.failed, checked.got), 3 + checked.met)
  looked.findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    decoded: { inputs, args },
    amount: 0n,
    seen: { text: doneText(deed, undefined), ...source },
    fact: { ...source, blockHash: record.blockHash, call: 'create', decoded: { args: toJson(args) } },
  })
}

function lookAtCalls(record: TransactionRecord, looking: Looking) {
  const { params, scope, looked } = looking
  const { calls, rest } = callsOf(record, scope.wallets)
  const miss = (text: Text, met = 0) =>
    void looked.findings.misses.push({ seen: { text, ...sourceOf(record, record.from.toLowerCase(), scope) }, met })
  const wanted = [...calls.entries()].filter(([, { to }]) => isWanted(to, params))
  for (const [index, call] of wanted) {
    if (params.direct && (call.via.length > 0 || call.shares !== undefined)) miss(indirect)
    else lookAtCall({ record, call, purse: `${record.txHash}|${call.shares ?? index}` }, looking)
  }
  if (rest) return miss({ en: 'holds more calls than are followed', ja: '確認できる数を超える呼び出しが含まれています' })
  const why = wanted.length === 0 && scope.wallets.includes(record.from.toLowerCase()) ? comesClose(record, calls, looking) : null
  // Any call of the contract says more than what prepares one.
  if (why) miss(why, -1)
}

const isWanted = (to: string, { to: wanted = [] }: TransactionParams) => wanted.some((address) => address.toLowerCase() === to)

/** What a transaction of the member has to do with a wanted contract that it does not call: an allowance, or a call that somebody else's account makes. */
function comesClose(record: TransactionRecord, calls: readonly MadeCall[], looking: Looking): Text | null {
  const { params } = looking
  const spender = calls.map(({ input }) => allowedBy(`0x${input}`)).find((address) => address !== null && isWanted(address, params))
  if (spender) return onlyAllowed(spender)
  const theirs = callsOf(record, accountsIn(record)).calls.find((call) => isWanted(call.to, params) && decode(call, looking) !== null)
  return theirs ? sentences.relayed(theirs.wallet) : null
}

/** Accounts that a transaction may run: the one that it calls, or those whose operations it hands to an entry point. */
function accountsIn({ to, input }: TransactionRecord): string[] {
  const account = to.toLowerCase()
  const operations = openHandleOps({ to: account, input: digitsOf(input) ?? '' }, [], callLimits.calls)
  return operations ? operations.inner.map((operation) => operation.to) : [account]
}

const indirect: Text = {
  en: 'made within a batch or by a smart account: only calls that the wallet sends itself count',
  ja: '一括実行またはスマートアカウント経由です。ウォレット自身が直接送った呼び出しだけが対象です',
}

type Made = { record: TransactionRecord; call: MadeCall; purse: string }

function lookAtCall({ record, call, purse }: Made, looking: Looking) {
  const { params, scope, deed, looked } = looking
  const source = sourceOf(record, call.wallet, scope)
  const miss = (text: Text, met: number) => void looked.findings.misses.push({ seen: { text, ...source }, met })
  const decoded = decode(call, looking)
  if (!decoded && call.opened === 'shared') return
  if (!decoded) return miss({ en: 'called another function of this contract', ja: 'このコントラクトの別の関数が呼び出されています' }, 0)
  const failed = params.status === 'any' ? null : outcomeText(call)
  if (failed) return miss(failed, 1)
  const value = call.value.toString()
  const valueCondition = params.value ? deed.where[0] : undefined
  if (params.value && valueCondition && !compareIntegers(params.value.op, value, [params.value.value]))
    return miss(shortText(deed, valueCondition, value), 2)
  if (params.value && looking.purses.has(purse)) return
  const checked = checkAll(params.where ?? [], decoded, { account: call.wallet, linked: scope.wallets })
  if (!checked.ok) return miss(shortText(deed, checked.failed, checked.got), 3 + checked.met)
  const belief = beliefIn(call, record, looking)
  if (belief.state === 'open') return void looked.open.push(...belief.queries)
  if (belief.state === 'refuted') return miss(belief.text, 100)
  looking.purses.add(purse)
  const measured = amountCondition(deed)?.arg
  const amount =
    measured === undefined ? undefined : params.value && measured === 'value' ? value : valuesAt(decoded.inputs, decoded.args, measured)[0]
  looked.findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    decoded,
    amount: amountOf(amount),
    seen: { text: doneText(deed, measured === undefined ? undefined : amountShown(amount, deed.units?.[measured])), ...source },
    fact: {
      ...source,
      blockHash: record.blockHash,
      call: decoded.name,
      decoded: {
        to: call.to,
        value,
        args: toJson(decoded.args),
        ...(call.via.length === 0 ? {} : { via: call.via.map(({ address }) => address) }),
      },
    },
  })
}

type Decoded = { name: string; inputs: Components; args: Record<string, unknown> }

/** The call when it is the wanted one, null when it is another. */
function decode({ input }: MadeCall, { called, selector }: Looking): Decoded | null {
  const found = `0x${input.slice(0, 8)}`
  if (selector !== undefined && selector !== found) return null
  if (!called) return { name: found, inputs: [], args: {} }
  const args = decodeArguments(called.inputs, input)
  return args && { name: called.name, inputs: called.inputs, args }
}
