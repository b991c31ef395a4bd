import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles, type SpaceRole } from '#server/spaces/role.ts'
import { act, answersFor, mayGive, type Place, roleOf, type TeamAct } from '#server/spaces/team.ts'

const people = ['ann', 'ben', 'cem', 'dai', 'eve'] as const
const person = fc.constantFrom(...people)
const acts: fc.Arbitrary<TeamAct> = fc.oneof(
  fc.record({ kind: fc.constant('role' as const), by: person, of: person, to: fc.constantFrom(...roles) }),
  fc.record({ kind: fc.constant('remove' as const), by: person, of: person }),
  fc.record({ kind: fc.constant('leave' as const), by: person }),
  fc.record({ kind: fc.constant('hand-over' as const), by: person, to: person }),
)
const team = fc
  .uniqueArray(fc.record({ accountId: person, role: fc.constantFrom(...roles) }), { minLength: 1, selector: ({ accountId }) => accountId })
  .filter((places) => places.some(({ role }) => role === 'owner'))

describe('a team', () => {
  it('has an owner after any sequence of acts, and is changed by none that is refused', () => {
    let refused = 0
    let done = 0
    fc.assert(
      fc.property(team, fc.array(acts, { maxLength: 40 }), (start, sequence) => {
        let now: Place[] = start
        let owner = start.find(({ role }) => role === 'owner')?.accountId ?? ''
        for (const one of sequence) {
          const before = structuredClone(now)
          const next = act(now, one)
          expect(now).toEqual(before)
          if (typeof next === 'string') {
            refused++
            continue
          }
          done++
          now = next
          owner = answersFor(now, owner)
          expect(now.some(({ role }) => role === 'owner')).toBe(true)
          // Who answers for the space in public owns it.
          expect(roleOf(now, owner)).toBe('owner')
          expect(new Set(now.map(({ accountId }) => accountId)).size).toBe(now.length)
        }
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
    expect(done).toBeGreaterThan(100)
  })

  it('lets nobody below an owner touch an owner or an admin, or make one', () => {
    fc.assert(
      fc.property(team, acts, (before, one) => {
        const by = roleOf(before, one.by)
        const after = act(before, one)
        if (typeof after === 'string' || by === 'owner' || one.kind === 'leave') return
        const high = (places: readonly Place[]) => places.filter(({ role }) => role === 'owner' || role === 'admin')
        expect(high(after)).toEqual(high(before))
        expect(by).toBe('admin')
      }),
      { numRuns: 500 },
    )
  })

  const places: Place[] = [
    { accountId: 'ann', role: 'owner' },
    { accountId: 'ben', role: 'admin' },
    { accountId: 'cem', role: 'editor' },
  ]
  it.each<[string, TeamAct, ReturnType<typeof act> | SpaceRole[]]>([
    ['the last owner leaves', { kind: 'leave', by: 'ann' }, 'last-owner'],
    ['the last owner steps down', { kind: 'role', by: 'ann', of: 'ann', to: 'admin' }, 'last-owner'],
    ['an admin removes the owner', { kind: 'remove', by: 'ben', of: 'ann' }, 'above'],
    ['an admin makes an admin', { kind: 'role', by: 'ben', of: 'cem', to: 'admin' }, 'above'],
    ['an admin makes themselves owner', { kind: 'role', by: 'ben', of: 'ben', to: 'owner' }, 'above'],
    ['an editor removes somebody', { kind: 'remove', by: 'cem', of: 'ben' }, 'forbidden'],
    ['a stranger hands the space over', { kind: 'hand-over', by: 'eve', to: 'eve' }, 'forbidden'],
    ['an admin hands the space over', { kind: 'hand-over', by: 'ben', to: 'cem' }, 'forbidden'],
    ['the owner hands it to a stranger', { kind: 'hand-over', by: 'ann', to: 'eve' }, 'no-member'],
    ['the owner hands it to themselves', { kind: 'hand-over', by: 'ann', to: 'ann' }, 'self'],
    ['the owner removes themselves', { kind: 'remove', by: 'ann', of: 'ann' }, 'self'],
    ['the owner hands it over', { kind: 'hand-over', by: 'ann', to: 'cem' }, ['admin', 'admin', 'owner']],
    ['an admin leaves', { kind: 'leave', by: 'ben' }, ['owner', 'editor']],
    ['an admin changes who is below', { kind: 'role', by: 'ben', of: 'cem', to: 'analyst' }, ['owner', 'admin', 'analyst']],
  ])('%s', (_, one, expected) => {
    const after = act(places, one)
    expect(typeof after === 'string' ? after : after.map(({ role }) => role)).toEqual(expected)
  })

  it('gives roles as the table says', () => {
    const given = roles.map((by) => [by, roles.filter((role) => mayGive(by, role))])
    expect(Object.fromEntries(given)).toEqual({
      owner: ['owner', 'admin', 'editor', 'reviewer', 'analyst'],
      admin: ['editor', 'reviewer', 'analyst'],
      editor: [],
      reviewer: [],
      analyst: [],
    })
  })
})
