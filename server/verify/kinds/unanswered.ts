import type { EvidenceItem } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { sentences } from './wording.ts'

/**
 * The verdict when a source that is no chain gave no answer (yet); null when it gave one. An account that is not connected is for the member to mend; whatever
 * else went wrong is asked again and is never a "no".
 */
export function unanswered(item: EvidenceItem | undefined, source: Text): Judgement | null {
  const problem = item?.problem
  if (problem?.reason === 'unlinked')
    return { status: 'fail', seen: [], next: sentences.unlinked(source.en), code: 'account.unlinked', facts: [] }
  if (item && !problem)
    return item.complete ? null : { status: 'pending', seen: [], next: asking(source), code: 'service.asking', facts: [] }
  if (problem?.retryable === false) return { status: 'error', seen: [], next: cannotAsk(source), code: 'service.refuses', facts: [] }
  return { status: 'error', seen: [], next: askAgain(source), code: 'service.away', facts: [] }
}

const asking = ({ en, ja }: Text): Text => ({
  en: `Asking ${en}: this step goes on by itself.`,
  ja: `${ja} に確認しています。このままお待ちください。`,
})

export const askAgain = ({ en, ja }: Text): Text => ({
  en: `${en} gives no answer right now: we ask again, nothing is lost.`,
  ja: `${ja} から回答が得られません。自動で再度確認します。記録は失われません。`,
})

const cannotAsk = ({ en, ja }: Text): Text => ({
  en: `${en} cannot be asked as this step is written. Its author can mend that.`,
  ja: `このステップの設定では ${ja} に確認できません。作成者による修正が必要です。`,
})
