import { afterAll, beforeAll, expect } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { approvedDraft, onDraft, type Staff, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'

let site: Site
let staff: Staff
let next = 0
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, 'quarry')
})
afterAll(() => site.drop())

const draftOf = async () => {
  const draft = onDraft(staff.space, `bad-${++next}`)
  dataOf(await draft.make(staff.editor))
  return draft
}

/** Saves on a fresh draft and leaves it as it was. */
async function save(input: object, field?: string | RegExp): Promise<Answer> {
  const draft = await draftOf()
  const answer = await draft.save(staff.editor, input)
  if (field !== undefined) expect(errorOf(answer).data.field).toMatch(field)
  if (answer.status !== 200) expect(await draft.get(staff.editor)).toMatchObject({ revision: 1, document: { definition: {} } })
  return answer
}
const define = (definition: object, field?: string | RegExp) => save({ changes: { definition } }, field)

/** Saves what any draft may hold, and hands it in: only that is refused. */
async function submit(change: object, field: string | RegExp, terms: object = {}): Promise<Answer> {
  const draft = await draftOf()
  dataOf(
    await draft.save(staff.editor, { changes: wholeChanges(site, change as Record<string, unknown>, terms as Record<string, unknown>) }),
  )
  dataOf(await draft.acknowledgeAll(staff.editor))
  const answer = await draft.submit(staff.editor)
  expect(errorOf(answer).data.field).toMatch(field)
  expect(await draft.get(staff.editor)).toMatchObject({ state: 'draft' })
  return answer
}

async function act(procedure: string, input: object, field?: string): Promise<Answer> {
  const draft = await draftOf()
  const answer = await staff.owner.browser.mutate(`studio.quests.${procedure}`, { ...draft.name, ...input })
  if (field !== undefined) expect(errorOf(answer).data.field).toBe(field)
  return answer
}
const make = (slug: unknown) => staff.editor.browser.mutate('studio.quests.make', { space: staff.space, slug })
const list = (input: object) => staff.editor.browser.query('studio.quests.list', { space: staff.space, ...input })
const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)

runBadInputs('tests/server/quests/drafts/badDrafts.db.test.ts', {
  QL01: () => make('../me'),
  'QL01-short': () => make('ab'),
  'QL01-upper': () => make('Upper'),
  'QL01-number': () => make(7),
  'QL01-twice': async () => make((await draftOf()).name.slug),
  QL02: () => save({ revision: 2, changes: { supply: 1 } }, 'revision'),
  'QL02-zero': () => save({ revision: 0, changes: {} }, 'revision'),
  'QL02-part': () => save({ revision: 1.5, changes: {} }, 'revision'),
  'QL02-approve': async () => {
    const draft = await draftOf()
    dataOf(await draft.save(staff.editor, { changes: wholeChanges(site) }))
    dataOf(await draft.acknowledgeAll(staff.editor))
    dataOf(await draft.submit(staff.editor))
    return staff.reviewer.browser.mutate('studio.quests.approve', { ...draft.name, revision: 1 })
  },
  QL03: () => define({ reward: 5 }, /reward$/),
  'QL03-top': () => save({ changes: { slug: 'other' } }, 'changes.slug'),
  async 'QL03-prototype'() {
    const draft = await draftOf()
    const answer = await draft.save(staff.editor, { changes: { definition: JSON.parse('{"__proto__":{"points":1}}') } })
    expect(await draft.get(staff.editor)).toMatchObject({ revision: 1, document: { definition: {} } })
    return answer
  },
  QL04: () => define({ description: { en: 'a'.repeat(70_000), ja: 'a' } }, 'changes'),
  'QL04-values': () => define({ steps: Array.from({ length: 6000 }, () => 0) }, 'changes'),
  'QL04-deep': () => define({ steps: deep(1000) }, 'changes'),
  'QL04-names': () => define({ title: { ['n'.repeat(120_000)]: 'a' } }, 'changes'),
  async 'QL04-sum'() {
    const draft = await draftOf()
    const half = { en: 'a'.repeat(40_000), ja: 'a' }
    dataOf(await draft.save(staff.editor, { changes: { definition: { description: half } } }))
    return draft.save(staff.editor, { changes: { definition: { summary: half } } })
  },
  QL05: () => save({ changes: { opensAt: 5 } }, 'changes.opensAt'),
  'QL05-local': () => submit({}, 'opensAt', { opensAt: '2030-01-01T00:00:00' }),
  'QL05-past': () => submit({}, 'closesAt', { closesAt: new Date(site.clock.ms - 1000).toISOString() }),
  'QL05-supply': () => submit({}, 'supply', { supply: 0.5 }),
  QL06: () => submit({ title: { en: '', ja: '題' } }, 'definition.title.en'),
  'QL06-nul': () => submit({ title: { en: 'a\u0000b', ja: '題' } }, 'definition.title.en'),
  'QL06-language': () => submit({ summary: { en: 'Only English' } }, 'definition.summary.ja'),
  'QL06-rule': () =>
    submit({ steps: [{ id: 'a', title: { en: 'a', ja: 'a' }, rule: { kind: 'nothing' } }] }, /^definition\.steps\.0\.rule/),
  async 'QL06-prize'() {
    const prize = { mode: 'raffle', winners: 1, token: 0, perWinner: '1' }
    const draft = await approvedDraft(site, staff, `bad-${++next}`, wholeChanges(site, { prize }))
    const answer = await draft.launch(staff.reviewer)
    expect(errorOf(answer).data.code).toBe('quest.funds-short')
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'approved', quest: null })
    return answer
  },
  'QL06-list': () =>
    submit(
      {
        steps: [
          {
            id: 'a',
            title: { en: 'a', ja: 'a' },
            rule: { kind: 'list', params: { list: 'c0ffee00-0000-4000-8000-000000000000', digest: `0x${'0'.repeat(62)}`, by: 'evm' } },
          },
        ],
      },
      'definition.steps.0.rule',
    ),
  'QL06-required': () => submit({ prerequisites: [{ kind: 'quest', quest: 'nowhere-at-all' }] }, 'definition.prerequisites.0.quest'),
  QL07: () => save({ changes: {}, acknowledge: Array.from({ length: 101 }, () => ({ code: 'a', path: 'b' })) }, 'acknowledge'),
  // What no warning is about is not kept.
  async 'QL07-unknown'() {
    const draft = await draftOf()
    const answer = await draft.save(staff.editor, { acknowledge: [{ code: 'not-final', path: 'definition.steps.0.rule' }] })
    expect(await draft.revision(staff.editor)).toBe(1)
    return answer
  },
  QL08: () => act('approve', { revision: 1 }, 'state'),
  'QL08-launch': () => act('launch', { revision: 1 }, 'state'),
  'QL08-pause': () => act('pause', {}, 'state'),
  'QL08-restore': () => act('archive', { archived: false }, 'state'),
  QL09: async () => {
    const draft = await approvedDraft(site, staff, `bad-${++next}`)
    return draft.sendBack(staff.reviewer, { words: 'a\u202eb' })
  },
  'QL09-long': () => act('sendBack', { revision: 1, words: 'a'.repeat(2001) }, 'words'),
  QL10: () => act('saveAddress', { should: 'pass', wallet: 'eip155:0x12' }, 'wallet'),
  'QL10-should': () => act('saveAddress', { should: 'maybe', wallet: evmWallet().id }, 'should'),
  'QL10-step': () => act('try', { step: 24, wallets: [evmWallet().id] }, 'step'),
  'QL10-none': () => act('try', { step: 0, wallets: [evmWallet().id] }, 'step'),
  QL11: () => list({ cursor: 'made-up' }),
  'QL11-state': () => list({ state: 'deleted' }),
  'QL11-search': () => list({ search: 'a'.repeat(101) }),
  // Letters that a pattern would read: looked for as they are.
  'QL11-pattern': () => list({ search: "%_\\'" }),
  'QL11-nul': () => list({ search: 'a\u0000' }),
  QL12: () => act('tryAll', { wallet: 'eip155:0x12' }, 'wallet'),
  'QL12-many': () => act('tryAll', { wallet: [evmWallet().id] }, 'wallet'),
  async 'QL12-half'() {
    const draft = await draftOf()
    dataOf(await draft.save(staff.editor, { changes: { definition: { steps: [{ id: 'a' }] } } }))
    const answer = await draft.runSaved(staff.editor)
    expect(errorOf(answer).data.field).toBe('definition.steps.0.rule')
    return answer
  },
  'QL12-back': () => save({ changes: {}, takeBack: Array.from({ length: 101 }, () => ({ code: 'a', path: 'b' })) }, 'takeBack'),
  async 'QL12-hostile'() {
    const draft = await draftOf()
    const steps = [7, null, { title: { en: { en: 'a' } }, link: 'javascript:alert(1)', cards: [5], hint: [] }]
    dataOf(
      await draft.save(staff.editor, {
        changes: { definition: { title: { en: 5, ja: [] }, steps, prize: [], split: 'all', minutes: 1e300 } },
      }),
    )
    const answer = await staff.analyst.browser.query('studio.quests.preview', draft.name)
    const { page } = dataOf<{ page: { title: object; minutes: number; stepList: object[] } }>(answer)
    expect(page).toMatchObject({ title: { en: '…', ja: '…' }, minutes: 1 })
    expect(page.stepList).toHaveLength(3)
    expect(JSON.stringify(page)).not.toContain('javascript')
    return answer
  },
})
