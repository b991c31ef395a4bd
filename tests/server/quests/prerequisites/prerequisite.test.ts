import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#server/quests/definition.ts'
import { rulesHashOf } from '#server/quests/evidenceFile.ts'
import { judgePrerequisites, type Prerequisite, requiredQuests, type Standing } from '#server/quests/prerequisites/prerequisite.ts'
import { type RequirementStore, refuseCycle, refuseUnpublished } from '#server/quests/prerequisites/refuseCycle.ts'
import type { CubeRecord } from '#server/verify/query.ts'
import { definition } from '#tests/support/questFixture.ts'

const now = Date.parse('2026-06-01T00:00:00Z')
const nobody: Standing = { completed: new Set(), cubes: new Map(), score: null, now }
const cube = (change: Partial<CubeRecord> = {}): CubeRecord => ({
  credentialId: 'c',
  quest: 'first',
  category: 'learn',
  issuedAt: '2026-05-01T00:00:00Z',
  expiresAt: null,
  revoked: false,
  final: true,
  at: '2026-06-01T00:00:00Z',
  ...change,
})
const stateWith = (records: CubeRecord[], completed: string[] = []) =>
  judgePrerequisites([{ kind: 'credential', quest: 'first' }], {
    ...nobody,
    cubes: new Map([['first', records]]),
    completed: new Set(completed),
  })[0]

describe('a prerequisite', () => {
  it.each([
    ['held', true, [cube()], []],
    ['held', true, [cube({ revoked: true }), cube({ expiresAt: '2026-06-01T00:00:01Z' })], []],
    ['settling', false, [cube({ final: false })], []],
    ['settling', false, [], ['first']],
    ['expired', false, [cube({ expiresAt: '2026-06-01T00:00:00Z' })], ['first']],
    ['revoked', false, [cube({ revoked: true })], ['first']],
    ['none', false, [], []],
  ] as const)('of a CUBE is %s', (found, met, records, completed) => {
    expect(stateWith([...records], [...completed])).toEqual({ kind: 'credential', met, found })
  })

  it('of a quest holds once it is completed, of a score from its bound on', () => {
    const all: Prerequisite[] = [
      { kind: 'quest', quest: 'first' },
      { kind: 'score', min: 120 },
    ]
    expect(judgePrerequisites(all, nobody)).toEqual([
      { kind: 'quest', met: false, found: 'none' },
      { kind: 'score', met: false, found: '0' },
    ])
    expect(judgePrerequisites(all, { ...nobody, completed: new Set(['first']), score: 119n })[1]).toMatchObject({
      met: false,
      found: '119',
    })
    expect(judgePrerequisites(all, { ...nobody, completed: new Set(['first']), score: 120n }).every(({ met }) => met)).toBe(true)
  })
})

describe('a definition', () => {
  it('without prerequisites keeps its hash, and with them has another', () => {
    const plain = parseDefinition(definition())
    expect(rulesHashOf(plain)).toBe('0x0e89d9aeca0e6310c3ff202c92c397537539897ecf15974ff9831df78910a7')
    const asking = parseDefinition(definition({ prerequisites: [{ kind: 'score', min: 1 }] }))
    expect(rulesHashOf(asking)).not.toBe(rulesHashOf(plain))
  })
})

const slugs = ['aa0', 'bb1', 'cc2', 'dd3', 'ee4', 'ff5']
const graphs = fc.array(fc.subarray(slugs, { maxLength: 3 }), { minLength: slugs.length, maxLength: slugs.length })
const storeOf = (required: ReadonlyMap<string, string[]>): RequirementStore => ({
  requirements: async (asked) => new Map(asked.flatMap((slug) => (required.has(slug) ? [[slug, required.get(slug) ?? []] as const] : []))),
  unpublished: async (asked) => asked.filter((slug) => !required.has(slug)),
})
const asking = (quests: readonly string[]) => definition({ prerequisites: quests.map((quest) => ({ kind: 'quest', quest })) })

/** Whether a quest is among all that it requires, directly or by others: by closing the relation, unlike the search under test. */
function requiresItself(required: ReadonlyMap<string, string[]>, slug: string): boolean {
  const closed = new Set(required.get(slug))
  for (let before = -1; before < closed.size; ) {
    before = closed.size
    for (const one of [...closed]) for (const next of required.get(one) ?? []) closed.add(next)
  }
  return closed.has(slug)
}

describe('a cycle', () => {
  it('is found exactly where a quest requires itself, and named with the way back', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.constantFrom(...slugs), async (edges, slug) => {
        const required = new Map(slugs.map((name, i) => [name, edges[i] ?? []]))
        const own = required.get(slug) ?? []
        if (own.length === 0) return
        const refused = refuseCycle(storeOf(required), { slug, definition: asking(own) })
        if (!requiresItself(required, slug)) return void (await refused)
        const error = await refused.then(
          () => null,
          (cause: { code: string; meta: { field: string; found: string } }) => cause,
        )
        expect(error?.code).toBe('quest.malformed')
        expect(error?.meta.field).toMatch(/^definition\.prerequisites\.\d\.quest$/)
        const way = error?.meta.found.split(' → ') ?? []
        expect([way[0], way.at(-1)]).toEqual([slug, slug])
        for (const [i, name] of way.slice(1).entries()) expect(required.get(way[i] ?? '')).toContain(name)
      }),
    )
  })

  it('may not hide behind a quest that is not there yet; publishing asks for all of them', async () => {
    const store = storeOf(new Map([['aa0', ['zz9']]]))
    await refuseCycle(store, { slug: 'bb1', definition: asking(['aa0']) })
    await refuseUnpublished(store, asking(['aa0']))
    await expect(refuseUnpublished(store, asking(['aa0', 'zz9']))).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { field: 'definition.prerequisites.1.quest', found: 'zz9' },
    })
  })
})

it('asks for each quest once', () => {
  expect(
    requiredQuests([
      { kind: 'quest', quest: 'aa0' },
      { kind: 'score', min: 1 },
      { kind: 'credential', quest: 'aa0' },
    ]),
  ).toEqual(['aa0'])
})
