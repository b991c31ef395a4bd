/** So many members with the same XP. */
export type Tie = { xp: number; members: number }

/** A place on a board: shared by so many members, and the next rank that anyone can have. */
export type Rank = { rank: number; sharedBy: number; next: number }

/**
 * Ranks by XP. Standard competition ranking: members with the same XP share a rank, and as many ranks as they are follow unused ("1, 2, 2, 4").
 * `ahead`: members with more XP than the first tie. `ties`: distinct, most XP first, without gaps.
 */
export function rankTies(ahead: number, ties: readonly Tie[]): Map<number, Rank> {
  const ranks = new Map<number, Rank>()
  let rank = ahead + 1
  for (const { xp, members } of ties) {
    ranks.set(xp, { rank, sharedBy: members, next: rank + members })
    rank += members
  }
  return ranks
}
