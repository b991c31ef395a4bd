import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { kinds } from '#server/rollup/protocol/constants.gen.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { KeyView } from './moneyViews.ts'

export type KeyItem = { words: readonly bigint[]; applied: number | null }

/**
 * Where an account's key stands. `items`: its setKey, activateKey and cancelKey items in order; `sent`: a key is on its way to L2.
 * A key's number is its place among those that the slot took: what the wallet signed names it.
 */
export function keyView(leaf: AccountLeaf | null, items: readonly KeyItem[], sent: boolean): KeyView {
  const taken = items.filter(({ words, applied }) => kindOf(words) === kinds.setKey && applied === 1).length
  const number = taken === 0 ? null : taken - 1
  const onItsWay = sent || items.some(({ words, applied }) => kindOf(words) === kinds.setKey && applied === null)
  if (!leaf || (leaf.keyX === 0n && leaf.keyY === 0n))
    return { state: onItsWay ? 'sent' : 'none', x: null, y: null, activeAt: null, number }
  const key = { x: toHex32(leaf.keyX), y: toHex32(leaf.keyY), number }
  if (leaf.pendingAt === 0n) return { ...key, state: 'set', activeAt: null }
  return { ...key, state: 'replacing', activeAt: new Date(Number(leaf.pendingAt) * 1000).toISOString() }
}

const kindOf = (words: readonly bigint[]) => Number((words[0] ?? 0n) & 0xffn)
