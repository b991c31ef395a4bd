import { CairnError } from '#server/shared/errors.ts'

/** XP from which each level is reached, level 1 first (docs/reputation.md). A change is a new table for everybody at once. */
export const levelTable: readonly number[] = [
  0, 50, 150, 300, 500, 750, 1050, 1400, 1800, 2250, 2750, 3300, 3900, 4550, 5250, 6000, 6800, 7650, 8550, 9500, 10_500, 11_550, 12_650,
  13_800, 15_000, 16_250, 17_550, 18_900, 20_300, 21_750, 23_250, 24_800, 26_400, 28_050, 29_750, 31_500, 33_300, 35_150, 37_050, 39_000,
  41_000, 43_050, 45_150, 47_300, 49_500, 51_750, 54_050, 56_400, 58_800, 61_250,
]

/** A level, the XP it began at, and the XP that the next one begins at; null at the last level. */
export type Level = { level: number; from: number; next: number | null }

/** The level of so much XP. Throws `input.invalid` unless it is a whole number from 0. */
export function levelAt(xp: number): Level {
  if (!Number.isSafeInteger(xp) || xp < 0)
    throw new CairnError('input.invalid', 'XP is a whole number.', { meta: { field: 'xp', found: xp, expected: 'a whole number from 0' } })
  const level = levelTable.findLastIndex((from) => from <= xp) + 1
  return { level, from: levelTable[level - 1] ?? 0, next: levelTable[level] ?? null }
}
