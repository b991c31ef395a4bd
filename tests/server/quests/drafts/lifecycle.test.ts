import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Act,
  acts,
  actsFrom,
  type Life,
  lifeAfter,
  rightOf,
  runAt,
  runs,
  stages,
  stateAt,
  stateOf,
} from '#server/quests/drafts/lifecycle.ts'
import { mayIn, roles } from '#server/spaces/role.ts'

const fresh: Life = { stage: 'draft', run: 'none', archived: false }
const act = fc.constantFrom(...acts)
const life = fc.record({ stage: fc.constantFrom(...stages), run: fc.constantFrom(...runs), archived: fc.boolean() })

/** Said again by hand: who may do what. o owner, a admin, e editor, r reviewer, n analyst. */
const people: Record<Act, string> = {
  save: 'oae',
  submit: 'oae',
  approve: 'oar',
  sendBack: 'oar',
  launch: 'oar',
  pause: 'oar',
  resume: 'oar',
  end: 'oar',
  archive: 'oae',
  restore: 'oae',
}
const letters = { owner: 'o', admin: 'a', editor: 'e', reviewer: 'r', analyst: 'n' } as const

/** Every life that acts lead to from a fresh draft. */
function reached(): Life[] {
  const seen = new Map([[JSON.stringify(fresh), fresh]])
  for (const from of seen.values())
    for (const one of acts) {
      const next = lifeAfter(from, one)
      if (next) seen.set(JSON.stringify(next), next)
    }
  return [...seen.values()]
}

describe('the life of a quest', () => {
  it.each(acts)('lets those of the table %s and nobody else', (one) => {
    expect(roles.filter((role) => mayIn(role, rightOf(one))).map((role) => letters[role])).toEqual([...people[one]])
  })

  it('leads from the first word to the archive', () => {
    const way: [Act, string][] = [
      ['save', 'draft'],
      ['submit', 'review'],
      ['sendBack', 'draft'],
      ['submit', 'review'],
      ['approve', 'approved'],
      ['launch', 'scheduled'],
      ['pause', 'paused'],
      ['resume', 'live'],
      ['end', 'ended'],
      ['archive', 'ended'],
    ]
    let at = fresh
    for (const [one, state] of way) {
      const next = lifeAfter(at, one)
      if (!next) throw new Error(`${one} from ${stateOf(at)}`)
      at = next
      expect([one, stateOf(at)]).toEqual([one, state])
    }
    expect(at.archived).toBe(true)
    expect(actsFrom(at)).toEqual(['restore'])
  })

  it('launches nothing that was not approved since it was last written', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (tried) => {
        let [at, approved] = [fresh, false]
        for (const one of tried) {
          const next = lifeAfter(at, one)
          if (!next) continue
          if (one === 'launch') expect(approved).toBe(true)
          if (one === 'approve') approved = true
          if (one === 'save' || one === 'sendBack' || one === 'launch') approved = false
          at = next
        }
      }),
    )
  })

  it('never goes back: from ended nowhere, and never again to before the launch', () => {
    fc.assert(
      fc.property(life, act, (from, one) => {
        const next = lifeAfter(from, one)
        if (!next) return
        if (from.run === 'ended') expect(next.run).toBe('ended')
        if (from.run !== 'none') expect(next.run).not.toBe('none')
        if (from.run === 'none' && one !== 'launch') expect(next.run).toBe('none')
        // What runs is changed by the acts that say so; a next version changes nothing of it.
        if (!['pause', 'resume', 'end'].includes(one) && from.run !== 'none') expect(next.run).toBe(from.run)
      }),
    )
  })

  it('leaves archived quests alone, and lets every quest that can be reached be ended or put away', () => {
    for (const from of reached()) {
      if (from.archived) expect(actsFrom(from)).toEqual(['restore'])
      else expect(actsFrom(from).some((one) => one === 'archive' || one === 'end')).toBe(true)
      // Published is what is launched, so it runs.
      if (from.stage === 'published') expect(from.run).not.toBe('none')
    }
    expect(reached().length).toBeGreaterThan(20)
  })
})

describe('the clock', () => {
  const at = (ms: number) => new Date(ms)
  const quest = (status: NonNullable<Parameters<typeof runAt>[0]>['status']) => ({ status, opensAt: at(100), endsAt: at(200) })

  it.each([
    ['draft', 150, 'none'],
    ['publishing', 50, 'scheduled'],
    ['live', 99, 'scheduled'],
    ['live', 100, 'live'],
    ['publishing', 150, 'live'],
    ['live', 199, 'live'],
    ['live', 200, 'ended'],
    ['paused', 50, 'paused'],
    ['paused', 200, 'ended'],
    ['ended', 50, 'ended'],
  ] as const)('makes a quest that is %s at %i %s', (status, now, run) => {
    expect(runAt(quest(status), now)).toBe(run)
  })

  it('shows a quest that runs as scheduled until it opens', () => {
    expect([99, 100].map((now) => stateAt({ stage: 'published', run: 'live' }, at(100), now))).toEqual(['scheduled', 'live'])
    expect(stateAt({ stage: 'draft', run: 'paused' }, at(100), 50)).toBe('paused')
  })
})
