import { describe, expect, it } from 'vitest'
import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import { describeContribution } from '#server/reputation/formula/describe.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { credential, formula, issuers, startOfWeek } from '#tests/support/reputationCases.ts'

const week = 120
const textsOf = (credentials: ScoredCredential[]) =>
  scoreAt(formula, credentials, week).contributions.map((line) => describeContribution(formula, line))

describe('a line in words', () => {
  const cases: [ScoredCredential, string, string][] = [
    [
      credential(1, week - 8, { points: 120n }),
      '120 points × 1.0 × 0.84 (8 weeks old) = 100',
      '120 ポイント × 1.0 × 0.84(8 週間経過)= 100',
    ],
    [credential(1, week, { points: 1n }), '1 point × 1.0 × 1.0 (this week) = 1', '1 ポイント × 1.0 × 1.0(今週)= 1'],
    [
      credential(1, week - 1, { issuer: issuers.half }),
      '100 points × 0.5 × 0.97 (1 week old) = 48',
      '100 ポイント × 0.5 × 0.97(1 週間経過)= 48',
    ],
    [credential(1, week - 115), '100 points × 1.0 × 0.082 (115 weeks old) = 8', '100 ポイント × 1.0 × 0.082(115 週間経過)= 8'],
    [
      credential(1, week - 32, { points: 800n }),
      '500 of 800 points (cap per quest) × 1.0 × 0.5 (32 weeks old) = 250',
      '800 ポイント中 500 ポイント(クエストの上限) × 1.0 × 0.5(32 週間経過)= 250',
    ],
    [credential(1, week, { revoked: true }), '100 points: 0, because it was revoked', '100 ポイント:0(取り消されています)'],
    [
      credential(1, week, { expiresAt: startOfWeek(week) }),
      '100 points: 0, because it has expired, or does within this week',
      '100 ポイント:0(有効期限が切れているか、今週中に切れます)',
    ],
    [credential(1, week + 1), '100 points: 0, because it had not been issued yet', '100 ポイント:0(まだ発行されていません)'],
    [
      credential(1, week, { category: 9 }),
      '100 points: 0, because it is of a category that this version of the formula does not know',
      '100 ポイント:0(このバージョンの計算式にないカテゴリーです)',
    ],
    [
      credential(1, week, { issuer: issuers.stranger }),
      '100 points: 0, because it is from an issuer whose weight is 0',
      '100 ポイント:0(発行者の重みが 0 です)',
    ],
  ]
  it.each(cases)('%#: %s', (one, en, ja) => expect(textsOf([one])).toEqual([{ en, ja }]))

  it('says which caps took what', () => {
    const project = [1, 2, 3, 4].map((i) => credential(10 - i, week, { points: 480n, project: 1n }))
    const last = credential(1, week, { points: 800n, project: 1n })
    expect(textsOf([...project, last]).at(-1)?.en).toBe('80 of 800 points (cap per quest and project) × 1.0 × 1.0 (this week) = 80')
    const full = Array.from({ length: 9 }, (_, i) => credential(10 + i, week, { points: 500n }))
    const above = credential(1, week, { points: 400n, issuer: issuers.more })
    expect(textsOf([...full, above]).at(-1)).toEqual({
      en: '400 points × 1.5, 500 of it under the cap per category, × 1.0 (this week) = 500',
      ja: '400 ポイント × 1.5、うち 500(カテゴリーの上限) × 1.0(今週)= 500',
    })
  })

  it('says why a second credential of a quest counts nothing', () => {
    const twice = [credential(1, week - 1, { quest: 5, family: 5 }), credential(2, week, { quest: 5, family: 5 })]
    expect(textsOf(twice)[1]?.en).toBe('100 points: 0, because it is of a quest that counts once, with its newest credential')
  })
})
