import { describe, expect, it } from 'vitest'
import { readArguments } from '#server/cli/commands/role.ts'
import { caseKinds, caseOutcomes, effectOf } from '#server/platform/case.ts'
import { mayOnPlatform, type PlatformRight, platformRights, platformRoles } from '#server/platform/role.ts'

/** Said again by hand: a admin, m moderator. */
const table: Record<PlatformRight, string> = { moderate: 'am', audit: 'am', feature: 'a' }
const letters = { admin: 'a', moderator: 'm' } as const

describe('platform roles', () => {
  it.each(platformRights)('%s is for those of the table and nobody else', (right) => {
    expect(platformRoles.filter((role) => mayOnPlatform(role, right)).map((role) => letters[role])).toEqual([...table[right]])
    expect(mayOnPlatform(null, right)).toBe(false)
  })

  it('are given by the command with a wallet and a role, and nothing else', () => {
    const address = `0x${'ab'.repeat(20)}`
    expect(readArguments([address, 'admin'])).toEqual({ wallet: `eip155:${address}`, wanted: 'admin' })
    expect(readArguments([`eip155:1:${address}`, 'none'])).toEqual({ wallet: `eip155:${address}`, wanted: null })
    for (const args of [[], [address], [address, 'owner'], [address, 'Admin'], ['0x12', 'admin'], [address, 'admin', 'now']])
      expect(() => readArguments(args)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })
})

describe('a resolved case', () => {
  it('does what the table says', () => {
    const effects = caseKinds.map((kind) => [kind, caseOutcomes.map((outcome) => effectOf(kind, outcome))])
    expect(Object.fromEntries(effects)).toEqual({
      'first-publication': ['nothing', 'nothing'],
      likeness: ['delist', 'lift'],
      report: ['nothing', 'nothing'],
      appeal: ['answer-and-lift', 'answer'],
    })
  })
})
