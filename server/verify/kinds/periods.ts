import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import type { Judgement } from './kind.ts'
import { timeText } from './stateWording.ts'
import { same } from './wording.ts'

type Period = Pick<LeafScope, 'chain' | 'range'>

function boundText(chain: string, time: number | undefined, block: string | undefined): Text | null {
  if (time !== undefined) return same(timeText(time))
  if (block === undefined) return null
  return chain.startsWith('solana:') ? { en: `slot ${block}`, ja: `スロット ${block}` } : { en: `block ${block}`, ja: `ブロック ${block}` }
}

/** `from 2027-01-15 08:00 UTC on`, `until block 90`; null when every transaction counts. */
function periodText({ chain, range }: Period): Text | null {
  const [from, to] = [boundText(chain, range.fromTime, range.fromBlock), boundText(chain, range.toTime, range.toBlock)]
  if (from && to) return { en: `from ${from.en} until ${to.en}`, ja: `${from.ja} から ${to.ja} まで` }
  if (from) return { en: `from ${from.en} on`, ja: `${from.ja} 以降` }
  return to && { en: `until ${to.en}`, ja: `${to.ja} まで` }
}

/** Says from when on a transaction counts, where none was found: an older one is not looked at. */
function nothingFound(period: Period): Text | undefined {
  const text = periodText(period)
  if (!text) return undefined
  return {
    en: `No such transaction of your wallets was found. Those ${text.en} count.`,
    ja: `該当するトランザクションが見つかりません(対象: ${text.ja})。`,
  }
}

/** What a member pasted and lies outside the window. */
export function outsideText(done: Text, period: Period): Text {
  const text = periodText(period) ?? same('')
  return { en: `${done.en}, but only transactions ${text.en} count`, ja: `${done.ja}が、対象期間外です(対象: ${text.ja})` }
}

/** What to do next after a "no": how far somebody is, or where nothing was found, from when on something counts. */
export function withNext(judgement: Judgement, progress: () => Text | undefined, period: Period): Judgement {
  if (judgement.status !== 'fail' || judgement.next) return judgement
  const next = judgement.seen.length === 0 ? nothingFound(period) : progress()
  return next ? { ...judgement, next } : judgement
}
