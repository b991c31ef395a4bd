import type { AbiEvent } from 'viem'
import type { LeafScope } from '../context.ts'
import type { LogRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { valuesAt } from './abi.ts'
import type { BridgeParams } from './bridgeParams.ts'
import { amountShown, checkAll, conditionText } from './conditions.ts'
import { namedBy } from './eventLogs.ts'
import { toInteger } from './filters.ts'
import { durationText } from './measures.ts'
import { chainName, shortHex } from './wording.ts'

/** A log that left one chain, or arrived on another, with its decoded arguments. */
export type Leg = { record: LogRecord; args: unknown }
export type Outgoing = Leg & { wallet: string; key: string[] }
export type Pairing = { params: BridgeParams; arriving: AbiEvent; leaving: AbiEvent; scope: LeafScope }

/** Seconds by which the clock of the destination may be behind. */
export const clockSkew = 300

export type Outcome =
  | { state: 'arrived'; out: Outgoing; arrival: Leg }
  /** Nothing arrived yet, and there is still time. */
  | { state: 'underway'; out: Outgoing }
  | { state: 'missed'; out: Outgoing; text: Text; met: number }

/**
 * What became of each key: a key that was used more than once counts once. The first pair that meets everything stands for it, otherwise the one
 * that comes closest.
 */
export function outcomes(outs: readonly Outgoing[], arrivals: ReadonlyMap<string, Leg[]>, pairing: Pairing & { now: number }): Outcome[] {
  return [...Map.groupBy(outs, ({ key }) => key.join('|'))].flatMap(([key, group]) => {
    const tried = group.flatMap((out) => attempts(out, arrivals.get(key) ?? [], pairing))
    const done = tried.find(({ state }) => state === 'arrived') ?? tried.find(({ state }) => state === 'underway')
    const closest = tried.toSorted((a, b) => metBy(b) - metBy(a))[0]
    return done ?? closest ?? []
  })
}

const metBy = (outcome: Outcome) => (outcome.state === 'missed' ? outcome.met : -1)

function attempts(out: Outgoing, arrivals: readonly Leg[], pairing: Pairing & { now: number }): Outcome[] {
  if (arrivals.length > 0) return arrivals.map((arrival) => compare(out, arrival, pairing))
  const { params, now } = pairing
  if (now <= out.record.blockTime + params.maxDelay) return [{ state: 'underway', out }]
  const [chain, time] = [chainName(params.destination.chain), durationText(params.maxDelay)]
  return [
    {
      state: 'missed',
      out,
      met: 0,
      text: { en: `did not arrive on ${chain.en} within ${time.en}`, ja: `${time.ja}以内に ${chain.ja} へ到着しませんでした` },
    },
  ]
}

function compare(out: Outgoing, arrival: Leg, pairing: Pairing): Outcome {
  const checks = [recipientProblem, conditionProblem, delayProblem, amountProblem]
  for (const [met, check] of checks.entries()) {
    const text = check(out, arrival, pairing)
    if (text) return { state: 'missed', out, text, met: met + 1 }
  }
  return { state: 'arrived', out, arrival }
}

type Check = (out: Outgoing, arrival: Leg, pairing: Pairing) => Text | null

const recipientProblem: Check = (_out, { record, args }, { params, arriving, scope }) => {
  const { claimant, chain } = params.destination
  if (claimant === undefined) return null
  const named = namedBy(record, args, { event: arriving, claimant })
  if (named.some((name) => scope.wallets.includes(name))) return null
  const [name, to] = [chainName(chain), shortHex(named[0] ?? '0x')]
  return {
    en: `arrived on ${name.en} at ${to}, which is not your wallet`,
    ja: `${name.ja} のあなたのものではないアドレス ${to} に到着しました`,
  }
}

const conditionProblem: Check = (out, { args }, { params, arriving, scope }) => {
  const { where, chain } = params.destination
  const checked = checkAll(where ?? [], { inputs: arriving.inputs, args }, { account: out.wallet, linked: scope.wallets })
  if (checked.ok) return null
  const [name, needed] = [chainName(chain), conditionText(checked.failed, params.destination.units)]
  return {
    en: `arrived on ${name.en} as something else; needed: ${needed.en}`,
    ja: `${name.ja} での到着内容が条件と異なります(必要: ${needed.ja})`,
  }
}

const delayProblem: Check = (out, { record }, { params }) => {
  const took = record.blockTime - out.record.blockTime
  const name = chainName(params.destination.chain)
  if (took < -clockSkew) return { en: `arrived on ${name.en} before it was sent`, ja: `送信より前に ${name.ja} へ到着しています` }
  if (took <= params.maxDelay) return null
  const [have, most] = [durationText(took), durationText(params.maxDelay)]
  return {
    en: `arrived on ${name.en} after ${have.en}, at most ${most.en} allowed`,
    ja: `${name.ja} への到着に ${have.ja} かかりました(上限: ${most.ja})`,
  }
}

const amountProblem: Check = (out, arrival, { params, leaving, arriving }) => {
  const { amount } = params
  if (!amount) return null
  const sent = toInteger(valuesAt(leaving.inputs, out.args, amount.out)[0])
  const got = toInteger(valuesAt(arriving.inputs, arrival.args, amount.in)[0])
  const unit = params.units?.[amount.out]
  const name = chainName(params.destination.chain)
  const have = amountShown(got, params.destination.units?.[amount.in] ?? unit)
  const need = sent === null ? null : leastArrival(sent, amount)
  if (got !== null && need !== null && got >= need) return null
  const needed = amountShown(need, params.destination.units?.[amount.in] ?? unit)
  return { en: `arrived on ${name.en} with ${have}, ${needed} needed`, ja: `${name.ja} に到着したのは ${have} です(必要: ${needed})` }
}

/** What must arrive at least, in base units of the destination, rounded up: never less than the tolerance allows. */
export function leastArrival(sent: bigint, { toleranceBps, decimals }: NonNullable<BridgeParams['amount']>): bigint {
  const up = 10n ** BigInt(decimals?.in ?? 0)
  const down = 10n ** BigInt(decimals?.out ?? 0) * 10_000n
  const scaled = sent * BigInt(10_000 - toleranceBps) * up
  return (scaled + down - 1n) / down
}
