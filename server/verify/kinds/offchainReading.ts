import type { EvidenceItem } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'

/** Why our own records do not answer, by the detail that the evidence client gives. */
export const refusals = {
  'not active': { en: 'Scores are not active here.', ja: 'この環境ではスコアが有効になっていません。' },
  'addresses are no member': {
    en: 'Only members have this: addresses alone cannot pass.',
    ja: 'メンバーだけが満たせる条件です。アドレスだけでは判定できません。',
  },
} as const satisfies Record<string, Text>

/** The verdict when our own records could not be read: never a "no". Null when all was read. */
export function unreadHere(evidence: readonly EvidenceItem[]): Judgement | null {
  const problems = evidence.flatMap(({ problem }) => problem ?? [])
  if (evidence.length === 0 || problems.length > 0)
    return {
      status: 'error',
      seen: [],
      facts: [],
      next: refusals[problems[0]?.detail as keyof typeof refusals] ?? notRead,
      code: 'records.unread',
    }
  return evidence.every(({ complete }) => complete)
    ? null
    : { status: 'pending', seen: [], facts: [], next: notRead, code: 'records.unread' }
}

const notRead: Text = {
  en: 'Our own records could not be read: we retry, nothing is lost.',
  ja: '記録を読み取れませんでした。自動で再試行します。記録は失われません。',
}
