import fc from 'fast-check'
import { expect, it } from 'vitest'
import { qualityBars, qualityOf } from '#server/quests/spaces/quality.ts'

const now = Date.parse('2027-01-01T00:00:00Z')
const facts = fc.record({
  createdAt: fc.integer({ min: -1, max: 400 }).map((days) => new Date(now - days * 86_400_000)),
  completions: fc.integer({ min: 0, max: 1000 }),
  rewards: fc.record({ due: fc.nat(50), final: fc.nat(50), refused: fc.nat(1) }),
})

it('says every reason once, and that nobody checked what nobody checks', () => {
  fc.assert(
    fc.property(facts, (space) => {
      const { reasons } = qualityOf(space, now)
      expect(reasons.map(({ kind }) => kind)).toEqual(['age', 'completions', 'payouts', 'domain', 'contracts', 'clusters', 'reports'])
      expect(reasons.filter(({ sign }) => sign === 'unchecked')).toHaveLength(4)
    }),
  )
})

it('warns of a space whose rewards were refused, however old and busy it is, and of no other', () => {
  fc.assert(
    fc.property(facts, (space) => {
      expect(qualityOf(space, now).level === 'low').toBe(space.rewards.refused > 0)
    }),
  )
})

it('calls a space steady by two good reasons of three', () => {
  const good = { createdAt: new Date(now - qualityBars.days * 86_400_000), completions: qualityBars.completions }
  const rewards = { due: 0, final: 0, refused: 0 }
  expect(qualityOf({ ...good, rewards }, now).level).toBe('steady')
  expect(qualityOf({ ...good, completions: 99, rewards }, now).level).toBe('new')
  expect(qualityOf({ ...good, completions: 0, rewards: { ...rewards, final: qualityBars.payouts } }, now).level).toBe('steady')
})
