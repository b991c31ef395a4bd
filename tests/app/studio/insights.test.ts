import { describe, expect, it } from 'vitest'
import { cohortsOf } from '#app/_ui/insights/cohorts.ts'
import { daysFit, funnelHref, readFunnelQuery } from '#app/(creator)/studio/[space]/quests/[quest]/insights/_parts/funnelQuery.ts'
import { peopleHref, readPeopleQuery } from '#app/(creator)/studio/[space]/quests/[quest]/insights/_parts/peopleQuery.ts'

describe('the address of a funnel', () => {
  it('says who is counted and comes back as it was', () => {
    const view = readFunnelQuery({ from: '2026-11-01', referrer: '(none)', wallet: 'solana', by: 'chain', ref: '' })
    expect(view).toEqual({ filter: { from: '2026-11-01', referrer: '(none)', wallet: 'solana' }, by: 'chain' })
    const href = funnelHref('/x', view)
    expect(readFunnelQuery(Object.fromEntries(new URL(href, 'https://a.example').searchParams))).toEqual(view)
    expect(funnelHref('/x', view, { wallet: null, referrer: 'a.example' })).toBe('/x?from=2026-11-01&referrer=a.example&by=chain')
    expect(funnelHref('/x', { filter: {}, by: 'referrer' })).toBe('/x')
  })

  it('leaves out what nobody can mean, and takes the first of several', () => {
    expect(readFunnelQuery({ wallet: 'bitcoin', by: 'moon', to: ['2026-11-02', '2026-11-03'] })).toEqual({
      filter: { to: '2026-11-02' },
      by: 'referrer',
    })
  })

  it('knows days the wrong way round', () => {
    expect(daysFit({ from: '2026-11-02', to: '2026-11-01' })).toBe(false)
    expect(daysFit({ from: '2026-11-01', to: '2026-11-01' })).toBe(true)
    expect(daysFit({ from: '2026-11-01' })).toBe(true)
  })
})

describe('the address of a list of participants', () => {
  it('has a verdict with its step only, and a cursor beside the filter', () => {
    expect(readPeopleQuery({ verdict: 'fail', state: 'open', cursor: 'c' })).toEqual({ filter: { state: 'open' }, cursor: 'c' })
    expect(readPeopleQuery({ step: 'quiz', verdict: 'none', wallet: ' 0xab ' })).toEqual({
      filter: { step: 'quiz', verdict: 'none', wallet: '0xab' },
      cursor: null,
    })
    expect(peopleHref('/x', { step: 'quiz', verdict: 'fail' }, 'c/1')).toBe('/x?step=quiz&verdict=fail&cursor=c%2F1')
  })
})

describe('cohorts', () => {
  const stages = (came: number | null, started = 0, completed = 0) =>
    Object.entries({ view: 9, connect: came, start: started, complete: completed, final: 0 }).map(([id, count]) => ({
      id,
      count,
      before: null,
      share: null,
    }))

  it('are every day between the ends, quiet ones too', () => {
    const days = cohortsOf({ from: '2026-10-31', to: '2026-11-02', groups: [{ key: '2026-11-02', stages: stages(3, 2, 1) }] })
    expect(days).toEqual([
      { day: '2026-10-31', came: 0, started: 0, completed: 0, final: 0 },
      { day: '2026-11-01', came: 0, started: 0, completed: 0, final: 0 },
      { day: '2026-11-02', came: 3, started: 2, completed: 1, final: 0 },
    ])
  })

  it('are unknown where nobody knows who came', () => {
    expect(cohortsOf({ from: '2026-11-01', to: '2026-11-01', groups: [{ key: '2026-11-01', stages: stages(null) }] })).toBeNull()
  })
})
