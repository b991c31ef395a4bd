import type { EvidenceItem } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'

/** The verdict when our own records could not be read: never a "no". Null when all was read. */
export function unreadHere(evidence: readonly EvidenceItem[]): Judgement | null {
  const failed = evidence.length === 0 || evidence.some(({ problem }) => problem)
  if (failed) return { status: 'error', seen: [], facts: [], next: notRead }
  return evidence.every(({ complete }) => complete) ? null : { status: 'pending', seen: [], facts: [], next: notRead }
}

const notRead: Text = {
  en: 'Our own records could not be read: we retry, nothing is lost.',
  ja: '記録を読み取れませんでした。自動で再試行します。記録は失われません。',
}
