import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import type { SignalCode } from './facts.ts'

/** Signals of one class tend to come together by accident, so a flag asks for more than one class. */
export type SignalClass = 'control' | 'money' | 'behaviour'

/** Thresholds and strengths as published data. Times are seconds, strengths 0 to 100; of a list of steps the first that applies counts. */
export type PolicyData = {
  format: 'cairn-sybil'
  version: number
  /** Two accounts stand in one cluster when the strengths between them, one a code, sum to this. */
  link: number
  /** A cluster is flagged from this many accounts and classes of signals on; smaller ones are watched. */
  flagged: { accounts: number; classes: number }
  classes: Record<SignalCode, SignalClass>
  /** In a group of any size, each account is compared with this many that follow it. */
  reach: number
  sharedWallet: number
  movedAccount: number
  /** Sources that funded more than `degree` addresses or accounts are popular and count nothing. */
  funding: { degree: number; steps: readonly { within: number; strength: number }[] }
  /** `accounts` or more, each given no more than `transfers` plain transfers cost, within a time. */
  fanOut: { accounts: number; within: number; transfers: number; strength: number }
  /** `from`: times each way. Wallets that exchanged transfers with, or were held by, more than `degree` accounts count nothing. */
  transfers: { degree: number; steps: readonly { from: number; strength: number }[] }
  /** The same deed (each account's first time) within a time; moments in which more than `crowd` accounts did it count nothing. */
  timing: { within: number; crowd: number; steps: readonly { from: number; strength: number }[] }
  /** This many deeds in a row in one order, found with at most `crowd` accounts. */
  sequence: { length: number; crowd: number; strength: number }
}

export type Policy = { data: PolicyData; hash: Hex }

export const publishPolicy = (data: PolicyData): Policy => ({ data, hash: canonicalDigest(data) })

/**
 * Version 1. What keeps the innocent out:
 * - behaviour alone never links (40 + 15 < 60): friends may do quests side by side, and a guide makes many follow one order;
 * - no single fact about money links: one source in common gives 45 at most and nothing once it is known to be popular, or is not known; a fan-out
 *   gives 40, so an exchange, bridge or faucet that nobody labelled needs behaviour beside it;
 * - only control of the same wallet links by itself, and even then two accounts are watched, not flagged;
 * - nobody is drawn in by what others do: links and moves are signed, transfers must go both ways, funds must have been used, and copying
 *   somebody's deeds is behaviour alone.
 * What it does not see: a farm that acts in crowds above `crowd`, or pays every wallet by a withdrawal from an exchange. Between missing a farm and
 * flagging a community that got its fees from one project and came when a quest opened, this version misses the farm.
 */
export const sybilV1: Policy = publishPolicy({
  format: 'cairn-sybil',
  version: 1,
  link: 60,
  flagged: { accounts: 3, classes: 2 },
  classes: {
    'shared-wallet': 'control',
    'moved-account': 'control',
    'shared-funding': 'money',
    'dust-fan-out': 'money',
    transfers: 'money',
    'same-timing': 'behaviour',
    'same-sequence': 'behaviour',
  },
  reach: 24,
  sharedWallet: 70,
  movedAccount: 70,
  funding: {
    degree: 25,
    steps: [
      { within: 3_600, strength: 45 },
      { within: 86_400, strength: 35 },
      { within: 2_592_000, strength: 20 },
    ],
  },
  fanOut: { accounts: 5, within: 86_400, transfers: 50, strength: 40 },
  transfers: {
    degree: 25,
    steps: [
      { from: 3, strength: 35 },
      { from: 1, strength: 25 },
    ],
  },
  timing: {
    within: 300,
    crowd: 10,
    steps: [
      { from: 8, strength: 40 },
      { from: 5, strength: 30 },
      { from: 3, strength: 20 },
    ],
  },
  sequence: { length: 6, crowd: 10, strength: 15 },
})
