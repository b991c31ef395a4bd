import type { Hex } from '#server/shared/bytes.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CredentialSubject } from './credentialStore.ts'
import type { Cap, Contribution } from './formula/contributions.ts'
import type { Reason } from './formula/credential.ts'
import { describeContribution } from './formula/describe.ts'
import type { Formula } from './formula/formula.ts'
import type { Score } from './formula/score.ts'

/** One line of the sum. `how`: the line in words; `total`: this line and all before it, whatever page they are on. */
export type ScoreLine = CredentialSubject & {
  hidden: boolean
  points: number
  /** Why it counts nothing; null when it counts. */
  reason: Reason | null
  /** Caps that took something away. */
  caps: Cap[]
  /** Whole weeks since its week of issue. */
  age: number
  how: Text
  contribution: number
  total: number
}

/**
 * A score that anyone can add up. The lines from `from` on, the newest first; `carried` is the sum of those before. For others than the holder, what the
 * holder hides is no line but the part `hidden`, so that lines and part still sum to the score. Weeks are the formula's, times ISO 8601.
 */
export type ScoreView = {
  version: number
  formulaHash: Hex
  week: number
  weekFrom: string
  /** Last week in which the same credentials count. */
  exactThrough: number
  score: number
  /** Credentials that count. */
  count: number
  lines: ScoreLine[]
  lineCount: number
  from: number
  carried: number
  hidden: { credentials: number; contribution: number }
}

/** Which lines are shown: to whom, and which part of them. */
export type ScorePage = { hidden: ReadonlySet<number>; own: boolean; from: number; limit: number }

/** The lines that a reader may see, in the order of the sum, and what the rest comes to. */
export function visibleLines({ contributions }: Pick<Score, 'contributions'>, { hidden, own }: Pick<ScorePage, 'hidden' | 'own'>) {
  const isShown = ({ credentialId }: Contribution) => own || !hidden.has(credentialId)
  const rest = contributions.filter((line) => !isShown(line))
  return { lines: contributions.filter(isShown), hidden: { credentials: rest.length, contribution: sumOf(rest) } }
}

/** `subjects`: of the credentials of that page's lines. */
export function toScoreView(formula: Formula, score: Score, page: ScorePage & { subjects: readonly CredentialSubject[] }): ScoreView {
  const { lines, hidden } = visibleLines(score, page)
  const subjects = new Map(page.subjects.map((subject) => [subject.index, subject]))
  const carried = sumOf(lines.slice(0, page.from))
  let total = carried
  const { epoch, seconds } = formula.data.weeks
  return {
    version: score.version,
    formulaHash: score.formulaHash,
    week: score.week,
    weekFrom: new Date((epoch + score.week * seconds) * 1000).toISOString(),
    exactThrough: score.exactThrough,
    score: Number(score.score),
    count: score.count,
    lines: lines.slice(page.from, page.from + page.limit).map((line): ScoreLine => {
      total += Number(line.contribution)
      const { credentialId: index, points, reason, caps, age } = line
      const { quest, space } = subjects.get(index) ?? nameless(index)
      const said = { reason, caps, age, how: describeContribution(formula, line), contribution: Number(line.contribution), total }
      return { index, quest, space, hidden: page.hidden.has(index), points: Number(points), ...said }
    }),
    lineCount: lines.length,
    from: page.from,
    carried,
    hidden,
  }
}

const sumOf = (lines: readonly Contribution[]) => Number(lines.reduce((sum, { contribution }) => sum + contribution, 0n))

/** A credential whose quest is not in our tables: the slot still counts it. */
const nameless = (index: number): CredentialSubject => ({
  index,
  quest: { slug: '', title: { en: `CUBE ${index}`, ja: `CUBE ${index}` } },
  space: { slug: '', name: '' },
})
