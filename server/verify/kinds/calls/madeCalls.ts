import type { RawLog, TransactionRecord } from '../../query.ts'
import { toInteger } from '../filters.ts'
import { safeOutcome } from './accountLogs.ts'
import { type AccountFunction, openAccountCall } from './accounts.ts'
import { openMulticall3, openMultiSend, openSelfMulticall, type SelfMulticall } from './batches.ts'
import { type Digits, digitsOf } from './hexWords.ts'
import { type Inner, type Opened, type Outcome, within } from './inner.ts'
import { multicall3Addresses, multiSendAddresses } from './knownBatchers.ts'
import { openHandleOps } from './userOperations.ts'

/**
 * A contract between the member and the call, whose conduct is taken for granted when input is read: that it makes the calls it is given, or fails.
 * Whoever believes such a call asks for proof (`conduct.ts`): anybody can deploy an "account" that does nothing.
 */
export type Hop =
  | { what: 'self-multicall'; address: string; variant: SelfMulticall }
  | { what: 'batcher'; address: string }
  | { what: 'account'; address: string; by: AccountFunction; nested: boolean }

/**
 * One call that a wallet of the member made. `shares`: index of the call whose value it sees as its own (calls inside a self-multicall);
 * `opened`: calls were found inside it, which see its value (`shared`) or got what they got of it (`forwarded`).
 */
export type MadeCall = {
  wallet: string
  to: string
  value: bigint
  input: Digits
  outcome: Outcome
  via: readonly Hop[]
  shares?: number
  opened?: 'shared' | 'forwarded'
}

/** `rest`: there is more in the transaction than was followed. */
export type MadeCalls = { calls: MadeCall[]; rest: boolean }

export const callLimits = { depth: 8, calls: 1000, bytes: 4_000_000 } as const

/** What is being walked: `wallet` gets the credit for the call, null when the caller is nobody of the member's. */
type Frame = Inner & { wallet: string | null; via: readonly Hop[]; depth: number; shares?: number }

/** `asked`: transactions found for each Safe. `ends`: how those of each Safe ended, once it is known how many there are. */
type Walk = {
  wallets: readonly string[]
  logs: readonly RawLog[]
  ends: (safe: string) => Outcome
  asked: Map<string, number>
  found: MadeCalls
  bytes: number
  frames: number
}

/**
 * Every call that these wallets (lower case) made in a transaction, as its input tells: direct, in self-multicalls, Multicall3 and MultiSend batches,
 * by Safes and ERC-4337 or EIP-7702 accounts. Bounded in depth, number and bytes; never throws.
 */
export function callsOf(record: TransactionRecord, wallets: readonly string[]): MadeCalls {
  const [input, value] = [digitsOf(record.input), toInteger(record.value)]
  if (input === null || value === null || value < 0n || record.to === '') return { calls: [], rest: false }
  const from = record.from.toLowerCase()
  const root: Frame = {
    to: record.to.toLowerCase(),
    value,
    input,
    outcome: record.success ? 'success' : 'failed',
    wallet: wallets.includes(from) ? from : null,
    via: [],
    depth: 0,
  }
  const logs = record.accountLogs ?? []
  const first = walkFrom(root, { wallets, logs, ends: () => 'unproven' })
  if (first.asked.size === 0) return first.found
  return walkFrom(root, { wallets, logs, ends: (safe) => safeOutcome(logs, safe, first.asked.get(safe) ?? 0) }).found
}

function walkFrom(root: Frame, known: Pick<Walk, 'wallets' | 'logs' | 'ends'>): Walk {
  const walk: Walk = { ...known, asked: new Map(), found: { calls: [], rest: false }, bytes: 0, frames: 0 }
  follow(root, walk)
  return walk
}

function follow(frame: Frame, walk: Walk) {
  const { found } = walk
  walk.frames++
  walk.bytes += frame.input.length / 2
  if (walk.frames > callLimits.calls || walk.bytes > callLimits.bytes) {
    found.rest = true
    return
  }
  const index = found.calls.length
  const call = frame.wallet === null || frame.delegate ? null : toCall(frame, frame.wallet)
  if (call) found.calls.push(call)
  const opening = open(frame, walk)
  if (!opening) return
  if (opening.rest || frame.depth === callLimits.depth) found.rest = true
  if (frame.depth === callLimits.depth) return
  const shared = opening.hop?.what === 'self-multicall'
  if (call) call.opened = shared ? 'shared' : 'forwarded'
  const { wallet, hop } = opening
  const via = hop === null || frame.via.some((known) => sameHop(known, hop)) ? frame.via : [...frame.via, hop]
  const around = { wallet, via, depth: frame.depth + 1, ...(shared ? { shares: frame.shares ?? index } : {}) }
  for (const inner of opening.inner) {
    if (walk.frames > callLimits.calls) return
    follow({ ...inner, ...around, outcome: within(frame.outcome, inner.outcome) }, walk)
  }
}

function toCall({ to, value, input, outcome, via, shares }: Frame, wallet: string): MadeCall {
  return { wallet, to, value, input, outcome, via, ...(shares === undefined ? {} : { shares }) }
}

const sameHop = (a: Hop, b: Hop) =>
  a.what === b.what &&
  a.address === b.address &&
  (a.what !== 'account' || b.what !== 'account' || (a.by === b.by && a.nested === b.nested)) &&
  (a.what !== 'self-multicall' || b.what !== 'self-multicall' || a.variant === b.variant)

/** `wallet`: who gets the credit for what is inside. */
type Opening = Opened & { wallet: string | null; hop: Hop | null }

function open(frame: Frame, walk: Walk): Opening | null {
  const { to, input, wallet } = frame
  const most = callLimits.calls - walk.frames
  if (input.length < 8) return null
  if (multiSendAddresses.includes(to)) return credited(openMultiSend(input, most), wallet, { what: 'batcher', address: to })
  if (frame.delegate) return null
  if (walk.wallets.includes(to)) return openAccount(frame, walk, most)
  if (multicall3Addresses.includes(to)) return credited(openMulticall3(input, most), wallet, { what: 'batcher', address: to })
  const operations = openHandleOps({ to, input }, walk.logs, most)
  if (operations) return credited(onlyFor(operations, walk.wallets), null, null)
  const inside = wallet === null ? null : openSelfMulticall(frame, most)
  return inside && credited(inside, wallet, { what: 'self-multicall', address: to, variant: inside.variant })
}

function openAccount({ to, input }: Frame, walk: Walk, most: number): Opening | null {
  const opened = openAccountCall(input, most)
  if (!opened) return null
  const { by, nested } = opened
  if (by === 'safe') walk.asked.set(to, (walk.asked.get(to) ?? 0) + 1)
  const inner = by === 'safe' ? opened.inner.map((call) => ({ ...call, outcome: within(call.outcome, walk.ends(to)) })) : opened.inner
  return { inner, rest: opened.rest, wallet: to, hop: { what: 'account', address: to, by, nested } }
}

const onlyFor = ({ inner, rest }: Opened, wallets: readonly string[]): Opened => ({
  inner: inner.filter(({ to }) => wallets.includes(to)),
  rest,
})

const credited = (opened: Opened | null, wallet: string | null, hop: Hop | null): Opening | null =>
  opened && { inner: opened.inner, rest: opened.rest, wallet, hop }
