import { describe, expect, it } from 'vitest'
import { mayIn, rightsOf, roles, type SpaceRight, spaceRights } from '#server/spaces/role.ts'

/** Said again by hand: o owner, a admin, e editor, r reviewer, n analyst. */
const table: Record<SpaceRight, string> = {
  read: 'oaern',
  insights: 'oaern',
  author: 'oae',
  review: 'oar',
  people: 'oan',
  revoke: 'oar',
  funds: 'oa',
  integrate: 'oa',
  team: 'oa',
  own: 'o',
}
const letters = { owner: 'o', admin: 'a', editor: 'e', reviewer: 'r', analyst: 'n' } as const

describe('roles', () => {
  it.each(spaceRights)('%s is for those of the table and nobody else', (right) => {
    expect(roles.filter((role) => mayIn(role, right)).map((role) => letters[role])).toEqual([...table[right]])
    expect(mayIn(null, right)).toBe(false)
  })

  it('give a higher role every right of the owner but one, and nobody a right that an owner lacks', () => {
    expect(rightsOf('owner')).toEqual(spaceRights)
    expect(rightsOf('admin')).toEqual(spaceRights.filter((right) => right !== 'own'))
    for (const role of roles) for (const right of rightsOf(role)) expect(rightsOf('owner')).toContain(right)
  })
})
