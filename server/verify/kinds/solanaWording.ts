import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import { timeText } from './stateWording.ts'

const boundText = (time: number | undefined, slot: string | undefined): Text | null => {
  if (time !== undefined) return { en: timeText(time), ja: timeText(time) }
  return slot === undefined ? null : { en: `slot ${slot}`, ja: `スロット ${slot}` }
}

/** `from 2027-01-15 08:00 UTC on`, `until slot 90`; null when every transaction counts. */
function periodText({ range }: Pick<LeafScope, 'range'>): Text | null {
  const [from, to] = [boundText(range.fromTime, range.fromBlock), boundText(range.toTime, range.toBlock)]
  if (from && to) return { en: `from ${from.en} until ${to.en}`, ja: `${from.ja} から ${to.ja} まで` }
  if (from) return { en: `from ${from.en} on`, ja: `${from.ja} 以降` }
  return to && { en: `until ${to.en}`, ja: `${to.ja} まで` }
}

/** Says from when on a transaction counts, where none was found: an older one is not looked at. */
export function nothingFound(scope: Pick<LeafScope, 'range'>): Text | undefined {
  const period = periodText(scope)
  if (!period) return undefined
  return {
    en: `No such transaction of your wallets was found. Those ${period.en} count.`,
    ja: `該当するトランザクションが見つかりません(対象: ${period.ja})。`,
  }
}

/** What a member pasted and lies outside the window. */
export function outsideText(done: Text, scope: Pick<LeafScope, 'range'>): Text {
  const period = periodText(scope) ?? { en: '', ja: '' }
  return { en: `${done.en}, but only transactions ${period.en} count`, ja: `${done.ja}が、対象期間外です(対象: ${period.ja})` }
}

export const unsignedText = (done: Text): Text => ({
  en: `${done.en}, but your wallet did not sign it`,
  ja: `${done.ja}が、あなたのウォレットの署名がありません`,
})
