import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsOf, mostGroups, type PeopleCount, stagesOf } from '#server/insights/funnel/funnel.ts'
import { definition } from '#tests/support/questFixture.ts'

const free = definition()
const sequence = definition({ order: 'sequence' })
const people = (connected: number, parts: Partial<PeopleCount> = {}): PeopleCount => ({
  ...{ connected, started: connected, completed: 0, final: 0, steps: {} },
  ...parts,
})
const counted = people(40, { started: 20, completed: 5, final: 4, steps: { quiz: 10, wrap: 8 } })
const shares = (stages: ReturnType<typeof stagesOf>) => stages.map(({ id, count, before, share }) => [id, count, before, share])

describe('the stages of a funnel', () => {
  it('are shares of the stage before, where steps have an order', () => {
    expect(shares(stagesOf(sequence, { views: 80, people: counted }))).toEqual([
      ['view', 80, null, null],
      ['connect', 40, 'view', 0.5],
      ['start', 20, 'connect', 0.5],
      ['step:quiz', 10, 'start', 0.5],
      ['step:wrap', 8, 'step:quiz', 0.8],
      ['complete', 5, 'step:wrap', 0.625],
      ['final', 4, 'complete', 0.8],
    ])
  })

  it('are shares of those who started, where steps have none', () => {
    const byId = new Map(stagesOf(free, { views: 80, people: counted }).map((stage) => [stage.id, stage]))
    expect(byId.get('step:wrap')).toEqual({ id: 'step:wrap', count: 8, before: 'start', share: 0.4 })
    expect(byId.get('complete')).toEqual({ id: 'complete', count: 5, before: 'start', share: 0.25 })
  })

  it('say nothing where nobody knows, and divide by no zero', () => {
    const [view, connect, start, quiz] = stagesOf(free, { views: 0, people: people(0) }, ['view'])
    expect([view, connect, start, quiz].map((stage) => [stage?.count, stage?.share])).toEqual([
      [null, null],
      [0, null],
      [0, null],
      [0, null],
    ])
  })
})

describe('the groups of a funnel', () => {
  const count = fc.nat(50)
  const group = fc.record({ views: count, connected: count, started: count, completed: count, final: count, quiz: count, wrap: count })

  it('are the largest, and with what is left over they are the whole', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 80 }), fc.constantFrom('referrer', 'ref', 'wallet'), (all, by) => {
        const rows = all.map(({ views, quiz, wrap, ...one }, i) => ({
          key: i === 0 ? null : `k${i}`,
          views,
          count: { ...one, steps: { quiz, wrap } },
        }))
        const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0)
        const whole: PeopleCount = {
          connected: total((row) => row.count.connected),
          started: total((row) => row.count.started),
          completed: total((row) => row.count.completed),
          final: total((row) => row.count.final),
          steps: { quiz: total((row) => row.count.steps.quiz), wrap: total((row) => row.count.steps.wrap) },
        }
        const { groups, rest } = groupsOf(sequence, by as 'referrer', {
          views: { total: total((row) => row.views), groups: rows.map(({ key, views }) => ({ key, count: views })) },
          people: { total: whole, groups: rows },
        })
        expect(groups).toHaveLength(Math.min(rows.length, mostGroups))
        const parts = [...groups.map(({ stages }) => stages), ...(rest ? [rest] : [])]
        for (const stage of stagesOf(sequence, { views: total((row) => row.views), people: whole }, by === 'wallet' ? ['view'] : [])) {
          if (stage.count === null) continue
          // What is left over is said as soon as it holds a view or a member.
          const sum = parts.reduce((added, stages) => added + (stages.find(({ id }) => id === stage.id)?.count ?? 0), 0)
          if (stage.id === 'view' || stage.id === 'connect' || rest !== null || rows.length <= mostGroups) expect(sum).toBe(stage.count)
        }
        const sizes = groups.map(({ stages }) => stages[1]?.count ?? 0)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }),
    )
  })

  it('of days stand from the newest on, all of them, and those of chains say nothing of who has none', () => {
    const days = Array.from({ length: 90 }, (_, i) => ({
      key: `2026-0${1 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`,
      count: people(i),
    }))
    const byDay = groupsOf(free, 'day', { views: { total: 0, groups: [] }, people: { total: people(4005), groups: days } })
    expect(byDay.groups).toHaveLength(90)
    expect(byDay.groups.map(({ key }) => key)).toEqual(days.map(({ key }) => key).toReversed())
    expect(byDay.rest).toBeNull()
    const chains = { total: people(10), groups: [{ key: 'eip155:10', count: people(7, { completed: 3 }) }] }
    const byChain = groupsOf(free, 'chain', { views: { total: 99, groups: [] }, people: chains })
    expect(byChain.rest).toBeNull()
    expect(byChain.groups[0]?.stages.map(({ count }) => count)).toEqual([null, null, null, 0, 0, 3, 0])
  })
})
