import type { Text } from '#server/verify/verdict.ts'
import type { Cap, Contribution } from './contributions.ts'
import type { Reason } from './credential.ts'
import { decayAfter } from './decay.ts'
import type { Formula } from './formula.ts'

const reasonTexts = {
  revoked: { en: 'was revoked', ja: '取り消されています' },
  expired: { en: 'has expired, or does within this week', ja: '有効期限が切れているか、今週中に切れます' },
  'not-issued': { en: 'had not been issued yet', ja: 'まだ発行されていません' },
  category: { en: 'is of a category that this version of the formula does not know', ja: 'このバージョンの計算式にないカテゴリーです' },
  issuer: { en: 'is from an issuer whose weight is 0', ja: '発行者の重みが 0 です' },
  duplicate: { en: 'is of a quest that counts once, with its newest credential', ja: '同じクエストは最新の証明書だけが数えられます' },
} as const satisfies Record<Reason, Text>

const capTexts = {
  family: { en: 'quest', ja: 'クエスト' },
  project: { en: 'project', ja: 'プロジェクト' },
  category: { en: 'category', ja: 'カテゴリー' },
} as const satisfies Record<Cap, Text>

/** A line of the sum in words: `120 points × 1.0 × 0.84 (8 weeks old) = 100`. */
export function describeContribution({ data }: Formula, line: Contribution): Text {
  if (line.reason !== null) {
    const reason = reasonTexts[line.reason]
    return { en: `${pointsText(line.points).en}: 0, because it ${reason.en}`, ja: `${line.points} ポイント:0(${reason.ja})` }
  }
  const scale = BigInt(data.weights.scale)
  const { numerator, denominator } = decayAfter(data, line.age)
  const weight = decimal(line.weight, scale)
  const decay = decimal(numerator, denominator)
  const first = firstCaps(line)
  const cut = line.caps.includes('category') ? categoryCap(decimal(line.capped, scale).replace(/\.0$/, '')) : { en: '', ja: '' }
  const age = ageText(line.age)
  return {
    en: `${first.en} × ${weight}${cut.en} × ${decay} (${age.en}) = ${line.contribution}`,
    ja: `${first.ja} × ${weight}${cut.ja} × ${decay}(${age.ja})= ${line.contribution}`,
  }
}

/** The points, or what the caps on plain points leave of them. */
function firstCaps(line: Contribution): Text {
  const caps = line.caps.filter((cap) => cap !== 'category')
  const points = pointsText(line.points)
  if (caps.length === 0) return points
  const names = caps.map((cap) => capTexts[cap])
  return {
    en: `${line.allowed} of ${points.en} (cap per ${names.map(({ en }) => en).join(' and ')})`,
    ja: `${line.points} ポイント中 ${line.allowed} ポイント(${names.map(({ ja }) => ja).join('・')}の上限)`,
  }
}

const categoryCap = (left: string): Text => ({
  en: `, ${left} of it under the cap per ${capTexts.category.en},`,
  ja: `、うち ${left}(${capTexts.category.ja}の上限)`,
})

const pointsText = (points: bigint): Text => ({ en: points === 1n ? '1 point' : `${points} points`, ja: `${points} ポイント` })

function ageText(age: number): Text {
  if (age === 0) return { en: 'this week', ja: '今週' }
  return { en: age === 1 ? '1 week old' : `${age} weeks old`, ja: `${age} 週間経過` }
}

/** A fraction with two digits after its leading zeros, cut, and at least one behind the point: `1.0`, `0.84`, `0.0042`, `52.5`. */
function decimal(numerator: bigint, denominator: bigint): string {
  const whole = numerator / denominator
  let rest = numerator % denominator
  let digits = ''
  for (let shown = 0; rest > 0n && shown < 2; ) {
    rest *= 10n
    digits += rest / denominator
    rest %= denominator
    if (whole > 0n || /[1-9]/.test(digits)) shown++
  }
  return `${whole}.${digits.replace(/0+$/, '') || '0'}`
}
