import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveDraft } from '#server/quests/drafts/saveDraft.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'
import { approvedDraft, type DraftSeen, onDraft, type Staff, signedIn, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'

let site: Site
let staff: Staff
let next = 0
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, 'quarry')
})
afterAll(() => site.drop())

const spaceId = async (slug = staff.space) => (await site.pool.query('select id from spaces where slug = $1', [slug])).rows[0].id as string
const log = async () =>
  (await createAuditStore(site.db).list(await spaceId(), null, 200)).map(({ action, subject }) => `${action} ${subject}`)
async function begun(changes: object = wholeChanges(site)) {
  const draft = onDraft(staff.space, `draft-${++next}`)
  dataOf(await draft.make(staff.editor))
  dataOf(await draft.save(staff.editor, { changes }))
  return draft
}
const weak = () => {
  const { steps } = JSON.parse(JSON.stringify(definition())) as { steps: { rule: object }[] }
  return wholeChanges(site, { steps: steps.map((step, i) => (i === 1 ? { ...step, rule: { ...step.rule, finality: 'latest' } } : step)) })
}

describe('a draft', () => {
  it('begins empty, is saved part by part, and says all that it lacks', async () => {
    const draft = onDraft(staff.space, 'first-words')
    expect(dataOf(await draft.make(staff.editor))).toEqual({ slug: 'first-words', revision: 1 })
    const empty = await draft.get(staff.editor)
    expect(empty).toMatchObject({ state: 'draft', revision: 1, quest: null })
    expect(empty.problems.length).toBeGreaterThan(5)
    expect(dataOf(await draft.save(staff.editor, { changes: { definition: { title: { en: 'One' } } } }))).toEqual({ revision: 2 })
    expect(dataOf(await draft.save(staff.editor, { changes: wholeChanges(site) }))).toEqual({ revision: 3 })
    expect(await draft.get(staff.analyst)).toMatchObject({ problems: [], acts: ['save', 'submit', 'archive'] })
    // Nothing changed: nothing is counted.
    expect(dataOf(await draft.save(staff.editor, { changes: wholeChanges(site) }))).toEqual({ revision: 3 })
  })

  it('keeps every character that JSON can hold, and is found by its title', async () => {
    const title = { en: 'Nul \u0000 and \ud800 Marble', ja: '大理石' }
    const draft = await begun({ definition: { title } })
    expect((await draft.get(staff.editor)).document.definition.title).toEqual(title)
    const found = async (search: string) =>
      dataOf<{ items: { slug: string }[] }>(await staff.editor.browser.query('studio.quests.list', { space: staff.space, search })).items
    for (const search of ['marble', '大理', draft.name.slug]) expect(await found(search)).toMatchObject([{ slug: draft.name.slug }])
    expect(await found('granite')).toEqual([])
  })

  it('of another space is not found, and neither is one that is not there', async () => {
    const draft = await begun()
    const other = await staffOf(site, 'other-quarry')
    for (const { name } of [onDraft(other.space, draft.name.slug), onDraft(staff.space, 'nothing-here')]) {
      const who = name.space === staff.space ? staff.owner : other.owner
      expect(errorOf(await who.browser.query('studio.quests.get', name)).data).toMatchObject({ code: 'not-found', field: 'slug' })
      expect(errorOf(await who.browser.mutate('studio.quests.save', { ...name, revision: 1, changes: {} })).data.code).toBe('not-found')
      expect(errorOf(await who.browser.mutate('studio.quests.pause', name)).data.code).toBe('not-found')
    }
    expect(errorOf(await (await signedIn(site)).browser.query('studio.quests.get', draft.name)).data.code).toBe('auth.forbidden')
  })

  it('has a slug that no quest has, and its own in its space', async () => {
    const draft = await begun()
    expect(errorOf(await draft.make(staff.owner)).data).toMatchObject({ code: 'conflict', field: 'slug' })
    const input = { ...wholeChanges(site), slug: draft.name.slug, space: staff.space }
    expect(errorOf(await staff.owner.browser.mutate('quests.create', input)).data).toMatchObject({ code: 'conflict', field: 'slug' })
    // Somebody else's quest takes it: said at once, not at the launch.
    const stranger = await signedIn(site)
    dataOf(await stranger.browser.mutate('quests.create', { ...wholeChanges(site), slug: draft.name.slug }))
    expect((await draft.get(staff.editor)).problems).toMatchObject([{ field: 'slug', found: draft.name.slug }])
    expect(errorOf(await onDraft(staff.space, draft.name.slug).make(staff.owner)).data.code).toBe('conflict')
  })
})

describe('two editors', () => {
  it('at once: one saves, the other is told what is there now', async () => {
    const draft = await begun()
    const revision = await draft.revision(staff.editor)
    await site.members.accounts.updateHandle({ accountId: staff.editor.accountId, handle: 'mason' })
    await site.members.accounts.updateHandle({ accountId: staff.admin.accountId, handle: 'carver' })
    const texts = ['from the editor', 'from the admin']
    const answers = await Promise.all(
      [staff.editor, staff.admin].map((who, i) =>
        draft.saveOn(who, { revision, changes: { definition: { summary: { en: texts[i], ja: 'x' } } } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const won = answers.findIndex(({ status }) => status === 200)
    const refused = answers[1 - won]
    if (!refused) throw new Error('one is refused')
    expect(errorOf(refused).data).toMatchObject({ code: 'draft.stale', field: 'revision', found: String(revision) })
    const { current } = errorOf(refused).data as unknown as { current: { revision: number; by: string; document: DraftSeen['document'] } }
    expect(current).toMatchObject({ revision: revision + 1, by: ['mason', 'carver'][won] })
    expect(current.document.definition.summary).toMatchObject({ en: texts[won] })
    expect((await draft.get(staff.owner)).document).toEqual(current.document)
  })

  it('twenty saves on one revision: one is kept, none is lost silently', async () => {
    const draft = await begun()
    const revision = await draft.revision(staff.editor)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => draft.saveOn(i % 2 ? staff.editor : staff.owner, { revision, changes: { supply: 200 + i } })),
    )
    const kept = answers.flatMap(({ status }, i) => (status === 200 ? [200 + i] : []))
    expect(kept).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    expect(await draft.get(staff.editor)).toMatchObject({ revision: revision + 1, document: { supply: kept[0] } })
  })

  it('and a reviewer: what was not read is neither approved nor launched', async () => {
    const draft = await begun()
    dataOf(await draft.acknowledgeAll(staff.editor))
    dataOf(await draft.submit(staff.editor))
    const seen = await draft.revision(staff.reviewer)
    for (const act of ['approve', 'sendBack', 'launch', 'submit'] as const)
      expect(
        errorOf(
          await staff.owner.browser.mutate(`studio.quests.${act}`, {
            ...draft.name,
            revision: seen - 1,
            ...(act === 'sendBack' ? { words: 'No' } : {}),
          }),
        ).data.code,
      ).toBe(act === 'launch' || act === 'submit' ? 'draft.state' : 'draft.stale')
    dataOf(await draft.approve(staff.reviewer))
    // A save takes the approval with it.
    dataOf(await draft.save(staff.editor, { changes: { supply: 9 } }))
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'draft' })
    expect(errorOf(await draft.launch(staff.reviewer)).data).toMatchObject({ code: 'draft.state', found: expect.stringContaining('draft') })
  })
})

describe('a review', () => {
  it('begins with a whole text, and goes back with words', async () => {
    const draft = await begun({ definition: { title: { en: 'Half', ja: '半分' } } })
    expect(errorOf(await draft.submit(staff.editor)).data).toMatchObject({ code: 'quest.malformed' })
    dataOf(await draft.save(staff.editor, { changes: wholeChanges(site) }))
    dataOf(await draft.acknowledgeAll(staff.editor))
    dataOf(await draft.submit(staff.editor))
    expect(errorOf(await draft.sendBack(staff.reviewer, { words: ' ' })).data).toMatchObject({ code: 'input.invalid', field: 'words' })
    dataOf(await draft.sendBack(staff.reviewer, { words: 'The quiz\nis too hard.' }))
    expect(await draft.get(staff.editor)).toMatchObject({
      state: 'draft',
      reviews: [{ act: 'sent-back', words: 'The quiz\nis too hard.' }, { act: 'submitted' }],
    })
  })

  it('takes somebody else than who handed it in, but an owner may be alone', async () => {
    const draft = await begun()
    dataOf(await draft.acknowledgeAll(staff.admin))
    dataOf(await draft.submit(staff.admin))
    expect(errorOf(await draft.approve(staff.admin)).data.code).toBe('draft.own')
    expect(errorOf(await draft.approve(staff.editor)).data.code).toBe('auth.forbidden')
    dataOf(await draft.approve(staff.reviewer))
    const alone = await begun()
    dataOf(await alone.acknowledgeAll(staff.owner))
    dataOf(await alone.submit(staff.owner))
    dataOf(await alone.approve(staff.owner))
    expect(dataOf(await alone.launch(staff.owner))).toMatchObject({ version: 1, state: 'live' })
  })

  it('asks for every warning to be acknowledged, for that very text', async () => {
    const draft = await begun(weak())
    const refused = errorOf(await draft.submit(staff.editor)).data
    expect(refused).toMatchObject({ code: 'draft.unacknowledged', field: expect.stringMatching(/^definition\.steps\.\d\.rule/) })
    dataOf(await draft.acknowledgeAll(staff.editor))
    const steps = (await draft.get(staff.editor)).document.definition.steps as { rule: { params: object } }[]
    const other = steps.map((step, i) =>
      i === 1 ? { ...step, rule: { ...step.rule, params: { ...step.rule.params, where: [{ arg: 'wad', op: 'gte', value: '7' }] } } } : step,
    )
    dataOf(await draft.save(staff.editor, { changes: { definition: { steps: other } } }))
    const open = (await draft.get(staff.editor)).warnings
    expect(open.map(({ code, acknowledged }) => [code, acknowledged])).toEqual(expect.arrayContaining([['not-final', false]]))
    expect(errorOf(await draft.submit(staff.editor)).data).toMatchObject({ code: 'draft.unacknowledged', found: open[0]?.code })
    dataOf(await draft.acknowledgeAll(staff.editor))
    dataOf(await draft.submit(staff.editor))
    dataOf(await draft.approve(staff.reviewer))
    // Asked again at the launch: an acknowledgement that is gone stops it.
    await site.pool.query(`update quest_drafts set acknowledged = '[]' where slug = $1`, [draft.name.slug])
    expect(errorOf(await draft.launch(staff.reviewer)).data).toMatchObject({ code: 'draft.unacknowledged', found: open[0]?.code })
  })
})

describe('a role', () => {
  it('that is taken away during a session counts no more from the next save on', async () => {
    const draft = await begun()
    const leaving = await signedIn(site)
    await staff.setRole(leaving, 'editor')
    dataOf(await draft.save(leaving, { changes: { supply: 41 } }))
    const revision = await draft.revision(staff.owner)
    await staff.setRole(leaving, null)
    expect(errorOf(await draft.saveOn(leaving, { revision, changes: { supply: 42 } })).data).toMatchObject({
      code: 'auth.forbidden',
      found: 'no role',
    })
    // In the use case, too: also one who had entered before is asked again where it is written.
    const name = { accountId: leaving.accountId, spaceId: await spaceId(), slug: draft.name.slug }
    await expect(saveDraft(site.members.questDeps, { ...name, revision, changes: { supply: 42 } })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    expect((await draft.get(staff.owner)).document.supply).toBe(41)
  })

  it('that is lowered between approval and launch stops the launch', async () => {
    const draft = await approvedDraft(site, staff, `draft-${++next}`)
    const admin = await signedIn(site)
    await staff.setRole(admin, 'admin')
    await staff.setRole(admin, 'editor')
    expect(errorOf(await draft.launch(admin)).data).toMatchObject({ code: 'auth.forbidden', found: 'editor' })
    expect((await site.pool.query('select 1 from quests where slug = $1', [draft.name.slug])).rowCount).toBe(0)
  })
})

describe('the log', () => {
  it('has every act, and one entry for ten minutes of saves', async () => {
    const draft = await approvedDraft(site, staff, 'logged-quest')
    dataOf(await draft.launch(staff.reviewer))
    dataOf(await draft.pause(staff.reviewer))
    dataOf(await draft.resume(staff.reviewer))
    dataOf(await draft.end(staff.reviewer))
    dataOf(await draft.archive(staff.editor, {}))
    dataOf(await draft.archive(staff.editor, { archived: false }))
    const own = (await log()).filter((entry) => entry.endsWith(' logged-quest')).map((entry) => entry.split(' ')[0])
    expect(own.toReversed()).toEqual([
      'draft.made',
      'draft.saved',
      'draft.submitted',
      'draft.approved',
      'quest.launched',
      'quest.paused',
      'quest.resumed',
      'quest.ended',
      'quest.archived',
      'quest.restored',
    ])
    const busy = await begun()
    const saves = async () => (await log()).filter((entry) => entry === `draft.saved ${busy.name.slug}`).length
    for (let i = 0; i < 5; i++) dataOf(await busy.save(staff.editor, { changes: { supply: 300 + i } }))
    expect(await saves()).toBe(1)
    dataOf(await busy.save(staff.admin, { changes: { supply: 1 } }))
    expect(await saves()).toBe(2)
  })
})

describe('a list', () => {
  it('has every quest of the space by its state, page by page, archived ones apart', async () => {
    const own = await staffOf(site, 'listed')
    const drafts = []
    for (let i = 0; i < 5; i++) {
      drafts.push(onDraft(own.space, `listed-${i}`))
      dataOf((await drafts[i]?.make(own.editor)) as never)
      site.clock.ms += 1000
    }
    const list = async (input: object = {}) =>
      dataOf<{ items: { slug: string; state: string; places: object | null }[]; nextCursor: string | null }>(
        await own.analyst.browser.query('studio.quests.list', { space: own.space, ...input }),
      )
    const slugs: string[] = []
    for (let cursor: string | null = null, pages = 0; pages < 3; pages++) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor ? { cursor } : {}) })
      slugs.push(...page.items.map(({ slug }) => slug))
      cursor = page.nextCursor
      if (pages === 2) expect(cursor).toBeNull()
    }
    expect(slugs).toEqual([4, 3, 2, 1, 0].map((i) => `listed-${i}`))
    dataOf(await onDraft(own.space, 'listed-0').archive(own.editor))
    expect((await list()).items.map(({ slug }) => slug)).not.toContain('listed-0')
    expect((await list({ archived: true })).items.map(({ slug }) => slug)).toEqual(['listed-0'])
    const live = await approvedDraft(site, own, 'listed-live')
    dataOf(await live.launch(own.reviewer))
    site.clock.ms += 1000
    const later = await approvedDraft(
      site,
      own,
      'listed-later',
      wholeChanges(site, {}, { opensAt: new Date(site.clock.ms + 3_600_000).toISOString() }),
    )
    expect(dataOf(await later.launch(own.reviewer))).toMatchObject({ state: 'scheduled' })
    const inState = async (state: string) => (await list({ state })).items.map(({ slug }) => slug)
    expect([await inState('live'), await inState('scheduled'), await inState('paused')]).toEqual([['listed-live'], ['listed-later'], []])
    expect((await list({ state: 'live' })).items).toMatchObject([{ places: { completed: 0, supply: 100 } }])
    site.clock.ms += 3_600_000
    expect(await inState('live')).toEqual(['listed-later', 'listed-live'])
    dataOf(await live.pause(own.reviewer))
    dataOf(await later.end(own.reviewer))
    expect([await inState('live'), await inState('paused'), await inState('ended')]).toEqual([[], ['listed-live'], ['listed-later']])
    const cursor = (await list({ limit: 1 })).nextCursor
    expect(errorOf(await staff.owner.browser.query('studio.quests.list', { space: staff.space, cursor })).data).toMatchObject({
      code: 'input.invalid',
      field: 'cursor',
    })
  })
})
