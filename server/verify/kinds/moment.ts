import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { BlockRef, EvidenceItem, HeadRef, StateQuery } from '../query.ts'
import type { Text } from '../verdict.ts'
import { timeText } from './stateWording.ts'

/**
 * When the state is read: now (the block that is as final as the leaf asks), after a block, or at a time (the last block that is not younger).
 * `quest-start` stands for the start of the quest.
 */
export const past = z.union([
  z.strictObject({ block: z.string().regex(/^(0|[1-9][0-9]{0,18})$/, 'a block number expected') }),
  z.strictObject({ time: z.union([z.iso.datetime({ offset: true }), z.literal('quest-start')]) }),
])
export const moment = z.union([z.literal('now'), past])
export type Moment = z.infer<typeof moment>
export type Past = z.infer<typeof past>

export type Place = StateQuery['at']

/** A moment as a query names it. Unix seconds for times. */
export function placeOf(at: Past, scope: Pick<LeafScope, 'questStart'>): Exclude<Place, string> {
  if ('block' in at) return { block: at.block }
  return { time: Math.floor(Date.parse(at.time === 'quest-start' ? scope.questStart : at.time) / 1000) }
}

/** The chain as the state was read with it. */
export function headOfState(evidence: readonly EvidenceItem[], scope: LeafScope): HeadRef | undefined {
  return evidence.find(({ query, head }) => query.type === 'evm.state' && query.chain === scope.chain && head !== undefined)?.head
}

/** Whether the chain has passed a place with blocks that are as final as the leaf asks. */
export function isReached(place: Exclude<Place, string>, head: HeadRef, scope: LeafScope): boolean {
  const last = head[scope.finality]
  return 'block' in place ? isNumber(last.number) && BigInt(place.block) <= BigInt(last.number) : place.time <= last.time
}

/** Whether a block may stand for a place: the tag's own block, that very number, or a block not younger than the time and as final as the leaf asks. */
export function fits(block: BlockRef, place: Place, head: HeadRef, scope: LeafScope): boolean {
  if (!isNumber(block.number)) return false
  if (typeof place === 'string') return block.number === head[place].number && block.hash === head[place].hash
  if (BigInt(block.number) > BigInt(head[scope.finality].number)) return false
  return 'block' in place ? block.number === place.block : block.time <= place.time || block.number === '0'
}

/** Evidence may hold anything: only decimal digits are a block number. */
export const isNumber = (text: unknown): boolean => typeof text === 'string' && /^\d{1,30}$/.test(text)

/** ` at block 19,000,000`; empty for now. */
export function momentText(at: Moment): Text {
  if (at === 'now') return { en: '', ja: '' }
  if ('block' in at) return { en: ` at block ${at.block}`, ja: `ブロック ${at.block} の時点で` }
  if (at.time === 'quest-start') return { en: ' at the start of the quest', ja: 'クエスト開始の時点で' }
  const shown = timeText(Math.floor(Date.parse(at.time) / 1000))
  return { en: ` at ${shown}`, ja: `${shown} の時点で` }
}
