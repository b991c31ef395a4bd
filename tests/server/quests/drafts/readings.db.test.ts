import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'
import { approvedDraft, onDraft, type Staff, signedIn, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'

let site: Site
let staff: Staff
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, 'quarry')
  await site.members.accounts.updateHandle({ accountId: staff.editor.accountId, handle: 'mason' })
})
afterAll(() => site.drop())

type View = { may: string[]; mayInsist: boolean; waitsForOther: boolean; acts: string[]; readAt: string; editedBy: string | null }
const view = async (who: Staff[keyof Staff], name: { space: string; slug: string }) =>
  dataOf<View>(await (who as Staff['owner']).browser.query('studio.quests.get', name))
let next = 0
async function begun(changes: object = wholeChanges(site)) {
  const draft = onDraft('quarry', `read-${++next}`)
  dataOf(await draft.make(staff.editor))
  dataOf(await draft.save(staff.editor, { changes }))
  return draft
}

describe('what a reader of a draft may do', () => {
  it('is what their role can do from here, and an owner may insist', async () => {
    const draft = await begun()
    expect(await view(staff.editor, draft.name)).toMatchObject({ may: ['save', 'submit', 'archive'], mayInsist: false })
    expect(await view(staff.analyst, draft.name)).toMatchObject({ may: [], acts: ['save', 'submit', 'archive'] })
    expect(await view(staff.owner, draft.name)).toMatchObject({ may: ['save', 'submit', 'archive'], mayInsist: true })
    dataOf(await draft.acknowledgeAll(staff.editor))
    dataOf(await draft.submit(staff.editor))
    expect(await view(staff.reviewer, draft.name)).toMatchObject({ may: ['approve', 'sendBack'], waitsForOther: false })
    expect((await view(staff.reviewer, draft.name)).readAt).toBe(new Date(site.clock.ms).toISOString())
  })

  it('is not to approve what they handed in, and says that it waits for somebody else', async () => {
    const draft = await begun()
    dataOf(await draft.acknowledgeAll(staff.admin))
    dataOf(await draft.submit(staff.admin))
    const seen = await view(staff.admin, draft.name)
    expect(seen).toMatchObject({ waitsForOther: true })
    expect(seen.may).not.toContain('approve')
    expect(seen.may).toContain('sendBack')
    const own = await begun()
    dataOf(await own.acknowledgeAll(staff.owner))
    dataOf(await own.submit(staff.owner))
    expect(await view(staff.owner, own.name)).toMatchObject({ waitsForOther: false, may: expect.arrayContaining(['approve']) })
  })
})

it('an acknowledged warning is open again when its author takes it back', async () => {
  const draft = await begun()
  const open = async () => (await draft.get(staff.editor)).warnings.filter(({ acknowledged }) => !acknowledged).length
  const { warnings } = await draft.get(staff.editor)
  expect(warnings.length).toBeGreaterThan(0)
  dataOf(await draft.acknowledgeAll(staff.editor))
  expect(await open()).toBe(0)
  const [first] = warnings
  dataOf(await draft.save(staff.editor, { takeBack: [{ code: first?.code, path: first?.path }] }))
  expect(await open()).toBe(1)
  expect(errorOf(await draft.submit(staff.editor)).data.code).toBe('draft.unacknowledged')
})

it('people are called by their handles, else by a wallet: in the list, in reviews and at versions', async () => {
  const draft = await approvedDraft(site, staff, 'named-quest')
  dataOf(await draft.launch(staff.reviewer))
  const { items } = dataOf<{ items: { slug: string; editedBy: string | null }[] }>(
    await staff.analyst.browser.query('studio.quests.list', { space: 'quarry', search: 'named' }),
  )
  expect(items).toMatchObject([{ slug: 'named-quest', editedBy: 'mason' }])
  expect(await view(staff.analyst, draft.name)).toMatchObject({ editedBy: 'mason' })
  const wallet = expect.stringMatching(/^eip155:0x[0-9a-f]{40}$/)
  const { reviews } = (await draft.get(staff.editor)) as unknown as { reviews: { act: string; by: string }[] }
  expect(reviews.map(({ act, by }) => [act, by])).toEqual([
    ['launched', wallet],
    ['approved', wallet],
    ['submitted', 'mason'],
  ])
  expect(dataOf(await draft.versions(staff.analyst))).toMatchObject([{ version: 1, by: wallet }])
})

describe('a preview', () => {
  type Page = { title: { en: string }; stepList: { title: { en: string }; describe: { en: string }; quiz?: object }[]; rulesHash: string }
  const preview = async (name: { space: string; slug: string }) =>
    dataOf<{ page: Page; missing: number }>(await staff.analyst.browser.query('studio.quests.preview', name))

  it('of a whole draft is what its page will be, without the answers of its quiz', async () => {
    const draft = await approvedDraft(site, staff, 'previewed-quest')
    const { page, missing } = await preview(draft.name)
    expect(missing).toBe(0)
    expect(page).toMatchObject({ title: definition().title, supply: 100, version: 1, space: { slug: 'quarry' } })
    expect(page.stepList.map(({ title }) => title.en)).toEqual(['Answer', 'Wrap'])
    expect(JSON.stringify(page.stepList[0]?.quiz)).not.toMatch(/answer/i)
    dataOf(await draft.launch(staff.reviewer))
    const { rows } = await site.pool.query(
      `select v.rules_hash from quest_versions v join quests q on q.id = v.quest_id where q.slug = 'previewed-quest'`,
    )
    // A quiz gets its salt at the launch: from then on the preview has the hash that members see.
    expect((await preview(draft.name)).page.rulesHash).toBe(rows[0].rules_hash)
  })

  it('of what is begun or broken shows what there is, and how much is missing', async () => {
    const steps = [
      { title: { en: 'Only a title' } },
      7,
      { title: { en: 'Broken', ja: '壊れた' }, rule: { kind: 'nothing' }, link: 'javascript:alert(1)' },
    ]
    const draft = await begun({ definition: { title: { en: 'Begun' }, steps, category: 'nonsense' } })
    const { page, missing } = await preview(draft.name)
    expect(missing).toBeGreaterThan(3)
    expect(page).toMatchObject({ title: { en: 'Begun', ja: '…' }, summary: { en: '…' }, category: 'infrastructure', rulesHash: '' })
    expect(page.stepList.map(({ title }) => title.en)).toEqual(['Only a title', '…', 'Broken'])
    expect(page.stepList[2]?.describe.en).toBe('This step has no rule yet.')
    expect(JSON.stringify(page)).not.toContain('javascript')
    const empty = onDraft('quarry', 'empty-preview')
    dataOf(await empty.make(staff.editor))
    expect((await preview(empty.name)).page.stepList).toEqual([])
  })

  it('says what each completion brings, and what it costs', async () => {
    const draft = await begun({ ...wholeChanges(site), rewardPerMint: '1000', feePerMint: '7' })
    expect((await preview(draft.name)).page).toMatchObject({ reward: '1000', feePerMint: '7' })
    dataOf(await draft.save(staff.editor, { changes: { rewardPerMint: 'much' } }))
    expect((await preview(draft.name)).page).toMatchObject({ reward: null })
  })

  it('is for those of the space', async () => {
    const draft = await begun()
    const stranger = await signedIn(site)
    expect(errorOf(await stranger.browser.query('studio.quests.preview', draft.name)).data.code).toBe('auth.forbidden')
    expect(errorOf(await staff.editor.browser.query('studio.quests.preview', { space: 'quarry', slug: 'nowhere' })).data.code).toBe(
      'not-found',
    )
  })
})

it('a member’s spaces count what the studio lists: drafts, and no archive', async () => {
  const other = await staffOf(site, 'second-quarry')
  const count = async () =>
    dataOf<{ slug: string; quests: number }[]>(await other.owner.browser.query('studio.spaces.list')).find(
      ({ slug }) => slug === 'second-quarry',
    )?.quests
  expect(await count()).toBe(0)
  const draft = onDraft('second-quarry', 'counted-draft')
  dataOf(await draft.make(other.editor))
  expect(await count()).toBe(1)
  const made = await approvedDraft(site, other, 'counted-quest')
  dataOf(await made.launch(other.reviewer))
  // Made without the studio: listed there, too.
  dataOf(await other.owner.browser.mutate('quests.create', { ...wholeChanges(site), slug: 'counted-api', space: 'second-quarry' }))
  expect(await count()).toBe(3)
  const listed = async () =>
    dataOf<{ items: object[] }>(await other.owner.browser.query('studio.quests.list', { space: 'second-quarry' })).items.length
  expect(await listed()).toBe(3)
  expect(await count()).toBe(3)
  dataOf(await draft.archive(other.editor))
  expect(await count()).toBe(2)
  expect(await listed()).toBe(2)
})
