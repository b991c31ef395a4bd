/*
 * Who decides when wallets of one account disagree. One of them may be a thief's, and nobody can tell which: so a change that a wallet does not make of
 * its own will waits, and one objection stops it. Only when more wallets stand against the objection than with it, two at least, it is carried out.
 * Wallets that came lately have no vote, or a thief would add his own.
 */

const day = 86_400_000
/** How long a change waits for objections. */
export const noticeMs = 7 * day
/** A wallet votes when it has been here that long, unless somebody asked for its removal meanwhile. */
export const voteAfterMs = 30 * day

export type Held = { address: string; primary: boolean; linkedAt: Date }
export type ChangeKind = 'remove' | 'primary'
export type Change = { kind: ChangeKind; wallet: string; announcedBy: string; voter: boolean; createdAt: Date }
export type Vote = { wallet: string; agrees: boolean }

/**
 * Whether a wallet of the account had a vote at a moment: the one that is here longest, and those of thirty days whose removal no voter had asked for by then.
 * `changes`: all that were ever announced in the account.
 */
export function hasVote(wallets: readonly Held[], wallet: string, { at, changes }: { at: Date; changes: readonly Change[] }): boolean {
  const held = wallets.find(({ address }) => address === wallet)
  if (!held) return false
  if (eldest(wallets)?.address === wallet) return true
  const votesFrom = held.linkedAt.getTime() + voteAfterMs
  if (votesFrom > at.getTime()) return false
  const doubted = changes.some(
    (change) =>
      change.kind === 'remove' &&
      change.wallet === wallet &&
      change.announcedBy !== wallet &&
      change.voter &&
      change.createdAt.getTime() < votesFrom,
  )
  return !doubted
}

/** The wallet that is here longest; of those that came together, the first by address. */
export const eldest = <T extends Held>(wallets: readonly T[]): T | undefined =>
  wallets.toSorted((a, b) => a.linkedAt.getTime() - b.linkedAt.getTime() || (a.address < b.address ? -1 : 1))[0]

/** The wallet that loses by a change: its own objection always counts. */
export const loserOf = (change: Pick<Change, 'kind' | 'wallet'>, wallets: readonly Held[]): string | undefined =>
  change.kind === 'remove' ? change.wallet : wallets.find(({ primary }) => primary)?.address

/** Whose own signature makes a change at once. */
export const isOwnWill = (change: Pick<Change, 'kind' | 'wallet' | 'announcedBy'>, wallets: readonly Held[]): boolean =>
  loserOf(change, wallets) === change.announcedBy

/** Counts the votes of wallets that are still here, by the rights that they had when the change was announced. */
export function tally(
  change: Change,
  votes: readonly Vote[],
  { wallets, changes }: { wallets: readonly Held[]; changes: readonly Change[] },
): { agree: number; object: number } {
  const loser = loserOf(change, wallets)
  const counted = votes.filter(
    ({ wallet, agrees }) => (wallet === loser && !agrees) || hasVote(wallets, wallet, { at: change.createdAt, changes }),
  )
  return { agree: counted.filter(({ agrees }) => agrees).length, object: counted.filter(({ agrees }) => !agrees).length }
}

/** Whether a change is carried out when its time has come. */
export const isCarried = ({ agree, object }: { agree: number; object: number }): boolean => object === 0 || (agree >= 2 && agree > object)
