import type { JsonRecord } from '../state/document.ts'

export const mostSteps = 20

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A new step, and the id that tells it apart for good: places change, and two people may add one at once. `random`: numbers from 0 to 255. */
export const freshStep = (random: Uint8Array): JsonRecord => ({
  id: `step-${[...random].map((byte) => letters[byte % letters.length]).join('')}`,
})

/** A copy with an id of its own. */
export const copyOf = (step: JsonRecord, random: Uint8Array): JsonRecord => ({ ...structuredClone(step), ...freshStep(random) })

/** The list with one entry at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from]
  if (entry === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}
