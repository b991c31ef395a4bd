import fc from 'fast-check'
import { expect, it } from 'vitest'
import { qualityBars, qualityOf } from '#server/quests/spaces/quality.ts'

const now = Date.parse('2027-01-01T00:00:00Z')
const facts = fc.record({
  createdAt: fc.integer({ min: -1, max: 400 }).map((days) => new Date(now - days * 86_400_000)),
  completions: fc.integer({ min: 0, max: 1000 }),
  rewards: fc.record({ due: fc.nat(50), final: fc.nat(50), refused: fc.nat(1) }),
  domain: fc.constantFrom(null, 'example.org'),
  upheld: fc.nat(1),
})

it('says every reason once, and that nobody checked what nobody checks', () => {
  fc.assert(
    fc.property(facts, (space) => {
      const { reasons } = qualityOf(space, now)
      expect(reasons.map(({ kind }) => kind)).toEqual(['age', 'completions', 'payouts', 'domain', 'reports', 'contracts', 'clusters'])
      expect(reasons.filter(({ sign }) => sign === 'unchecked')).toHaveLength(2)
    }),
  )
})

it('warns of a space whose rewards were refused or that was rightly reported, however old and busy it is, and of no other', () => {
  fc.assert(
    fc.property(facts, (space) => {
      expect(qualityOf(space, now).level === 'low').toBe(space.rewards.refused > 0 || space.upheld > 0)
    }),
  )
})

it('calls a space steady by two good reasons of four', () => {
  const good = { createdAt: new Date(now - qualityBars.days * 86_400_000), completions: qualityBars.completions }
  const rewards = { due: 0, final: 0, refused: 0 }
  const plain = { domain: null, upheld: 0 }
  expect(qualityOf({ ...good, ...plain, rewards }, now).level).toBe('steady')
  expect(qualityOf({ ...good, ...plain, completions: 99, rewards }, now).level).toBe('new')
  expect(qualityOf({ ...good, ...plain, completions: 0, rewards: { ...rewards, final: qualityBars.payouts } }, now).level).toBe('steady')
  expect(qualityOf({ ...good, ...plain, completions: 0, rewards, domain: 'example.org' }, now).level).toBe('steady')
})
