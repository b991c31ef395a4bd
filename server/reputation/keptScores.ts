import type { Score } from './formula/score.ts'

/** Scores that were computed before, by a key that changes with all that they are made of. */
export type KeptScores = {
  get(key: string): Score | undefined
  /** Answers the score. */
  keep(key: string, score: Score): Score
}

/** Keeps as many scores as have `most` lines together; the one that was not asked for longest is forgotten first. */
export function createKeptScores(most = 100_000): KeptScores {
  const kept = new Map<string, Score>()
  const linesOf = ({ contributions }: Score) => contributions.length + 1
  let lines = 0
  function forget(key: string): Score | undefined {
    const score = kept.get(key)
    if (score && kept.delete(key)) lines -= linesOf(score)
    return score
  }
  function keep(key: string, score: Score): Score {
    forget(key)
    kept.set(key, score)
    lines += linesOf(score)
    for (const oldest of kept.keys()) {
      if (lines <= most) break
      forget(oldest)
    }
    return score
  }
  return {
    get(key) {
      const score = forget(key)
      return score && keep(key, score)
    },
    keep,
  }
}
