import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelAt, levelTable } from '#server/reputation/xp/levels.ts'
import { mostXp } from '#server/reputation/xp/xpStore.ts'
import { badTyped } from '#tests/support/badValues.ts'

describe('levels', () => {
  it('begin at no XP, and each takes more than the one before', () => {
    const steps = levelTable.slice(1).map((from, i) => from - (levelTable[i] ?? 0))
    expect(levelTable[0]).toBe(0)
    expect(levelTable.every(Number.isSafeInteger)).toBe(true)
    for (const [i, step] of steps.entries()) expect(step).toBeGreaterThan(steps[i - 1] ?? 0)
  })

  it('hold all XP, each from its threshold up to the next', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(70_000), fc.constantFrom(...levelTable), fc.maxSafeNat()), (xp) => {
        const { level, from, next } = levelAt(xp)
        expect(from).toBe(levelTable[level - 1])
        expect(from).toBeLessThanOrEqual(xp)
        expect(xp).toBeLessThan(next ?? Number.POSITIVE_INFINITY)
        expect(next).toBe(levelTable[level] ?? null)
      }),
    )
  })

  it('refuse what is no XP', () => {
    for (const { name, value } of badTyped) expect(() => levelAt(value as number), name).toThrow('XP is a whole number')
  })

  it('are published as they are', () => {
    const page = readFileSync(new URL('../../../docs/reputation.md', import.meta.url), 'utf8')
    const rows = [...page.matchAll(/^- levels \d+ to \d+: ([\d, ]+)$/gm)]
    const published = rows.flatMap(([, numbers = '']) => numbers.split(', ').map(Number))
    expect(published).toEqual(levelTable)
    expect(page).toContain(`at most **${mostXp}**`)
  })
})
