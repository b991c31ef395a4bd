import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goLive } from '#server/compose/goLive.ts'
import { openNextPeriods } from '#server/quests/recurrence/openNextPeriods.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { type Answer, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, openedIn, stepResult } from '#tests/support/questFixture.ts'
import { approvedDraft, onDraft, type Staff, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'
import { accountOf, merge } from '#tests/support/walletSigning.ts'

let site: Site
let staff: Staff
let next = 0
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, 'quarry')
})
afterAll(() => site.drop())

const hourMs = 3_600_000
const row = async (slug: string) => (await site.pool.query('select * from quests where slug = $1', [slug])).rows[0]
/** Its leaf is in a sealed batch, as the sequencer makes it. */
async function seal(slug: string) {
  const { slot_index } = await row(slug)
  await openedIn(site, slug, { batch: slot_index + 1, feePerMint: '0' })
  await goLive(site.db, [slot_index])
}
async function launched(changes: object = wholeChanges(site)) {
  const draft = await approvedDraft(site, staff, `quest-${++next}`, changes)
  dataOf(await draft.launch(staff.reviewer))
  return draft
}
async function live(changes?: object) {
  const draft = await launched(changes)
  await seal(draft.name.slug)
  return draft
}
const member = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
const start = (accountId: string, slug: string) => site.members.quests.start({ accountId, slug })
const finish = (participationId: string) => site.members.follower.record(['quiz', 'wrap'].map((step) => stepResult(participationId, step)))
const progress = (accountId: string, slug: string) => site.members.quests.progress({ accountId, slug })
const words = (en: string) => ({ changes: { definition: { title: { en, ja: `${en}。` } } } })
/** Approves what was saved, and launches it. */
async function relaunch(draft: ReturnType<typeof onDraft>): Promise<Answer> {
  dataOf(await draft.submit(staff.editor))
  dataOf(await draft.approve(staff.reviewer))
  return draft.launch(staff.reviewer)
}

describe('a quest of the studio', () => {
  it('is scheduled, opens at its time, and gives its CUBE', async () => {
    const opensAt = new Date(site.clock.ms + hourMs).toISOString()
    const draft = await live(wholeChanges(site, {}, { opensAt }))
    const { slug } = draft.name
    expect(await draft.get(staff.analyst)).toMatchObject({ state: 'scheduled', stage: 'published', quest: { status: 'live', version: 1 } })
    const who = await member()
    await expect(start(who, slug)).rejects.toMatchObject({ code: 'quest.not-open' })
    site.clock.ms += hourMs
    expect(await draft.get(staff.analyst)).toMatchObject({ state: 'live' })
    await finish((await start(who, slug)).participationId)
    expect((await progress(who, slug)).completedAt).not.toBeNull()
  })

  it('gets its leaf by the way that every quest takes, with salts for its quizzes', async () => {
    const draft = await launched()
    const { slot_index } = await row(draft.name.slug)
    const { rows } = await site.pool.query(`select payload from rollup_txs where key = $1`, [`openQuest:${slot_index}`])
    const version = (
      await site.pool.query('select * from quest_versions v join quests q on q.id = v.quest_id where q.slug = $1', [draft.name.slug])
    ).rows[0]
    expect(rows[0].payload).toMatchObject({ questIndex: slot_index, supply: 100, rulesHash: version.rules_hash })
    const salt = version.definition.steps[0].rule.params.salt
    expect(salt).toMatch(/^[0-9a-f-]{36}$/)
    expect((await draft.get(staff.editor)).document.definition).toEqual(version.definition)
    // A clone has the same text and no salt: its own comes with its own launch.
    dataOf(await draft.clone(staff.editor, { as: 'cloned-quest' }))
    const clone = await onDraft(staff.space, 'cloned-quest').get(staff.editor)
    expect(clone).toMatchObject({ state: 'draft', revision: 1, quest: null, problems: [] })
    expect(JSON.stringify(clone.document)).not.toContain(salt)
    expect(clone.document.definition.title).toEqual(definition().title)
  })

  it('is launched once by two who click at once', async () => {
    const draft = await approvedDraft(site, staff, `quest-${++next}`)
    const revision = await draft.revision(staff.owner)
    const launch = (who: 'owner' | 'reviewer') => staff[who].browser.mutate('studio.quests.launch', { ...draft.name, revision })
    const answers = await Promise.all([launch('owner'), launch('reviewer')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await site.pool.query(`select 1 from quests where slug = $1`, [draft.name.slug])).rowCount).toBe(1)
  })
})

describe('a pause', () => {
  it('takes nobody in; who is on the quest hands in and finishes', async () => {
    const draft = await live()
    const { slug } = draft.name
    const [early, other, late] = [await member(), await member(), await member()]
    const { participationId } = await start(early, slug)
    const second = await start(other, slug)
    expect(dataOf(await draft.pause(staff.reviewer))).toEqual({ slug, state: 'paused' })
    await expect(start(late, slug)).rejects.toMatchObject({ code: 'quest.not-published' })
    const answers = { q1: 'a', q2: 'b' }
    await site.members.quests.answerQuiz({ accountId: early, slug, stepId: 'quiz', answers })
    expect((await site.members.follower.openSteps([participationId])).map(({ stepId }) => stepId).toSorted()).toEqual(['quiz', 'wrap'])
    await finish(participationId)
    expect((await progress(early, slug)).completedAt).not.toBeNull()
    expect(errorOf(await draft.pause(staff.reviewer)).data).toMatchObject({ code: 'draft.state', found: expect.stringContaining('paused') })
    expect(dataOf(await draft.resume(staff.reviewer))).toEqual({ slug, state: 'live' })
    await start(late, slug)
    expect(dataOf(await draft.end(staff.reviewer))).toEqual({ slug, state: 'ended' })
    await expect(start(await member(), slug)).rejects.toMatchObject({ code: 'quest.not-published' })
    await finish(second.participationId)
    expect((await progress(other, slug)).completedAt).not.toBeNull()
    for (const act of ['pause', 'resume', 'end', 'save'] as const)
      expect(errorOf(await draft[act](staff.owner)).data.code).toBe('draft.state')
    expect((await progress(early, slug)).completedAt).not.toBeNull()
  })

  it('holds while the leaf is on its way: sealed meanwhile it opens at once when it goes on, else when it is sealed', async () => {
    const [sealed, waiting] = [await launched(), await launched()]
    for (const draft of [sealed, waiting]) dataOf(await draft.pause(staff.reviewer))
    await seal(sealed.name.slug)
    expect((await row(sealed.name.slug)).status).toBe('paused')
    for (const draft of [sealed, waiting]) dataOf(await draft.resume(staff.reviewer))
    expect([(await row(sealed.name.slug)).status, (await row(waiting.name.slug)).status]).toEqual(['live', 'publishing'])
    await seal(waiting.name.slug)
    expect((await row(waiting.name.slug)).status).toBe('live')
  })

  it('that ends while a batch is sealed waits for it: the quest would wait for its leaf for ever', async () => {
    const draft = await launched()
    const { slug } = draft.name
    dataOf(await draft.pause(staff.reviewer))
    const { slot_index } = await row(slug)
    let resumed: Promise<unknown> = Promise.resolve()
    await site.db.transaction(async (connection) => {
      await connection.execute(
        sql`insert into rollup_leaves (tree, index, batch, fields) values (${treeIds.quests}, ${slot_index}, ${slot_index + 1}, '{}')`,
      )
      await goLive(connection, [slot_index])
      resumed = draft.resume(staff.reviewer)
      // It comes as far as it can before the batch commits.
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    await resumed
    expect((await row(slug)).status).toBe('live')
  })

  it('of a recurring quest stops the next periods, and going on brings them back', async () => {
    const day = new Date(site.clock.ms + 86_400_000).toISOString().slice(0, 10)
    const recurrence = { every: 'day', periods: 30 }
    const draft = await live(wholeChanges(site, { recurrence }, { opensAt: `${day}T00:00:00.000Z`, closesAt: `${day}T23:00:00.000Z` }))
    const { slug } = draft.name
    const before = site.clock.ms
    try {
      site.clock.ms = Date.parse(`${day}T23:30:00Z`)
      // Between two periods it goes on.
      expect(await draft.get(staff.analyst)).toMatchObject({ state: 'live' })
      dataOf(await draft.pause(staff.reviewer))
      await openNextPeriods(site.members.questDeps)
      expect(await row(`${slug}-2`)).toBeUndefined()
      dataOf(await draft.resume(staff.reviewer))
      await openNextPeriods(site.members.questDeps)
      expect(await row(`${slug}-2`)).toMatchObject({ status: 'publishing', period: 1 })
      // A period whose leaf is on its way is paused with the others.
      dataOf(await draft.pause(staff.reviewer))
      await seal(`${slug}-2`)
      expect((await row(`${slug}-2`)).status).toBe('paused')
      dataOf(await draft.resume(staff.reviewer))
      expect((await row(`${slug}-2`)).status).toBe('live')
      dataOf(await draft.save(staff.editor, words('Every day anew')))
      expect(dataOf(await relaunch(draft))).toMatchObject({ version: 2 })
      expect([(await row(slug)).published_version, (await row(`${slug}-2`)).published_version]).toEqual([2, 2])
      dataOf(await draft.end(staff.reviewer))
      expect([(await row(slug)).status, (await row(`${slug}-2`)).status]).toEqual(['ended', 'ended'])
    } finally {
      site.clock.ms = before
    }
  })
})

describe('a next version', () => {
  it('changes words for everybody, and for nobody what they are judged by', async () => {
    const draft = await live()
    const { slug } = draft.name
    const [early, late] = [await member(), await member()]
    const first = await start(early, slug)
    const page = () => site.members.quests.bySlug({ slug, accountId: null })
    const { rulesHash } = await page()
    dataOf(await draft.save(staff.editor, words('Learn it better')))
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'live', stage: 'draft' })
    expect((await page()).title.en).toBe('Learn and wrap')
    expect(dataOf(await relaunch(draft))).toMatchObject({ version: 2, state: 'live' })
    expect(await page()).toMatchObject({ title: { en: 'Learn it better' }, rulesHash, version: 1 })
    const second = await start(late, slug)
    for (const { participationId } of [first, second]) await finish(participationId)
    for (const accountId of [early, late]) {
      const file = await site.members.quests.evidence({ accountId, slug })
      // The hash that the slot's leaf carries.
      expect(JSON.parse(file.text).completion).toMatchObject({ version: 1, rulesHash })
    }
    expect(dataOf<{ version: number }[]>(await draft.versions(staff.analyst))).toMatchObject([
      { version: 2, shown: true, judges: false },
      { version: 1, rulesHash, shown: false, judges: true },
    ])
    const found = await site.members.discover.list({ accountId: null, filter: { q: 'better' }, sort: 'newest', after: null, limit: 5 })
    expect(found.items).toMatchObject([{ slug, title: { en: 'Learn it better' } }])
    expect(dataOf(await draft.diff(staff.analyst, { from: 1, to: 2 }))).toMatchObject({
      rulesDiffer: false,
      texts: [{ path: 'title.en', before: 'Learn and wrap', after: 'Learn it better' }, { path: 'title.ja' }],
    })
  })

  it.each([
    ['other points', { definition: { points: 999 } }, 'definition.points'],
    ['an easier quest', { definition: { steps: [] as unknown[] } }, 'definition.steps'],
    ['more places', { supply: 101 }, 'supply'],
    ['more time', { closesAt: '2099-01-01T00:00:00Z' }, 'closesAt'],
  ])('with %s is not handed in', async (_, changes, field) => {
    const draft = await live()
    const steps = (await draft.get(staff.editor)).document.definition.steps as unknown[]
    const own = 'definition' in changes && 'steps' in (changes.definition ?? {}) ? { definition: { steps: steps.slice(0, 1) } } : changes
    dataOf(await draft.save(staff.editor, { changes: own }))
    expect((await draft.get(staff.editor)).problems.map((problem) => problem.field)).toEqual([field])
    expect(errorOf(await draft.submit(staff.editor)).data).toMatchObject({ code: 'quest.malformed', field })
  })

  it('without another word is none, and no version that was published can be written again', async () => {
    const draft = await live()
    dataOf(await draft.save(staff.editor, words('Once')))
    dataOf(await draft.save(staff.editor, { changes: { definition: { title: definition().title } } }))
    expect(errorOf(await relaunch(draft)).data).toMatchObject({ code: 'conflict' })
    expect(errorOf(await draft.diff(staff.editor, { from: 1, to: 2 })).data).toMatchObject({ code: 'not-found', field: 'to' })
    expect(dataOf(await draft.diff(staff.editor, { from: 1, to: 'draft' }))).toMatchObject({ texts: [], rules: [] })
  })
})

describe('the archive', () => {
  it('keeps a quest out of lists and search, and its page for those who earned it', async () => {
    const title = { en: 'Obsidian path', ja: '黒曜石の道' }
    const draft = await live(wholeChanges(site, { title }))
    const { slug } = draft.name
    const who = await member()
    await finish((await start(who, slug)).participationId)
    expect(errorOf(await draft.archive(staff.editor)).data).toMatchObject({ code: 'draft.state' })
    dataOf(await draft.end(staff.reviewer))
    const listed = async () =>
      (await site.members.discover.list({ accountId: null, filter: { q: 'obsidian' }, sort: 'newest', after: null, limit: 5 })).items.map(
        (item) => item.slug,
      )
    const found = async () => JSON.stringify(await site.members.search({ q: 'obsidian', limit: 5, viewerId: null }))
    expect([await listed(), (await found()).includes(slug)]).toEqual([[slug], true])
    dataOf(await draft.archive(staff.editor))
    expect([await listed(), (await found()).includes(slug)]).toEqual([[], false])
    expect(await site.members.quests.bySlug({ slug, accountId: who })).toMatchObject({ slug, status: 'ended', my: 'completed' })
    dataOf(await draft.archive(staff.editor, { archived: false }))
    expect(await listed()).toEqual([slug])
  })
})

describe('a quest that was made without the studio', () => {
  const made = async (slug: string) =>
    dataOf(await staff.owner.browser.mutate('quests.create', { ...wholeChanges(site), slug, space: staff.space }))

  it('is found in it, and is launched from it with other words and terms', async () => {
    await made('made-elsewhere')
    const draft = onDraft(staff.space, 'made-elsewhere')
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'draft', revision: 1, problems: [], quest: null })
    dataOf(await draft.save(staff.editor, { changes: { supply: 7, definition: { title: { en: 'Other', ja: '別' } } } }))
    dataOf(await draft.acknowledgeAll(staff.editor))
    expect(dataOf(await relaunch(draft))).toMatchObject({ version: 2, state: 'live' })
    expect(await row('made-elsewhere')).toMatchObject({ supply: 7, status: 'publishing', published_version: 2, rules_version: 2 })
    await seal('made-elsewhere')
    expect(await site.members.quests.bySlug({ slug: 'made-elsewhere', accountId: null })).toMatchObject({
      title: { en: 'Other' },
      supply: 7,
      version: 2,
    })
  })

  it('and is published without it, too, runs in it', async () => {
    await made('run-elsewhere')
    const draft = onDraft(staff.space, 'run-elsewhere')
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'draft' })
    dataOf(await staff.reviewer.browser.mutate('quests.publish', { slug: 'run-elsewhere' }))
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'live', stage: 'published' })
    // Words that were written in it are not lost: they are those of the next version.
    await made('written-in-it')
    const written = onDraft(staff.space, 'written-in-it')
    dataOf(await written.save(staff.editor, words('Mine')))
    dataOf(await staff.reviewer.browser.mutate('quests.publish', { slug: 'written-in-it' }))
    expect(await written.get(staff.editor)).toMatchObject({
      ...{ state: 'live', stage: 'draft', problems: [] },
      document: { definition: { title: { en: 'Mine' } } },
    })
    await made('never-looked-at')
    dataOf(await staff.reviewer.browser.mutate('quests.publish', { slug: 'never-looked-at' }))
    expect(dataOf(await onDraft(staff.space, 'never-looked-at').pause(staff.reviewer))).toMatchObject({ state: 'paused' })
  })
})

describe('an author whose account moves', () => {
  it('does not approve what the account that moved handed in', async () => {
    const both = { mine: await accountOf(site, 1), other: await accountOf(site, 1) }
    for (const { accountId } of [both.mine, both.other]) await staff.setRole({ accountId } as never, 'admin')
    const name = {
      spaceId: (await site.pool.query(`select id from spaces where slug = 'quarry'`)).rows[0].id as string,
      slug: `quest-${++next}`,
    }
    const draft = onDraft(staff.space, name.slug)
    dataOf(await draft.make(staff.editor))
    dataOf(await draft.save(staff.editor, { changes: wholeChanges(site) }))
    dataOf(await draft.acknowledgeAll(staff.editor))
    const { quests } = site.members.studio
    const revision = await draft.revision(staff.editor)
    await quests.submit({ ...name, accountId: both.other.accountId, revision })
    const [into] = both.mine.wallets
    if (!into) throw new Error('a wallet')
    await merge(site, both.mine.accountId, { into, from: both.other.wallets })
    await expect(quests.approve({ ...name, accountId: both.mine.accountId, revision })).rejects.toMatchObject({ code: 'draft.own' })
  })
})
