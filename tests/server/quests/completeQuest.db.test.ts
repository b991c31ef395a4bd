import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeQuest } from '#server/quests/completeQuest.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, passSteps, stepResult } from '#tests/support/questFixture.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite()
  owner = await newAccount()
})
afterAll(() => site.drop())

const newAccount = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
const start = (accountId: string, slug: string) => site.members.quests.start({ accountId, slug, requestId: 'request-of-the-click' })
const countOf = async (table: string, where = 'true') =>
  Number((await site.pool.query(`select count(*) from ${table} where ${where}`)).rows[0].count)
const idOf = async (slug: string) => (await site.pool.query('select id from quests where slug = $1', [slug])).rows[0].id as string

/** Members who passed every step, without the completion that follows. */
async function passed(slug: string, count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const { participationId } = await start(await newAccount(), slug)
      await passSteps(site, participationId)
      return participationId
    }),
  )
}

describe('completing a quest', () => {
  it('happens by itself with the last verdict, with credential, mint and request id', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const accountId = await newAccount()
    const { participationId } = await start(accountId, slug)
    await site.members.follower.record([stepResult(participationId, 'quiz')])
    expect((await site.members.quests.progress({ accountId, slug })).completedAt).toBeNull()
    await site.members.follower.record([stepResult(participationId, 'wrap')])
    expect((await site.members.quests.progress({ accountId, slug })).completedAt).not.toBeNull()
    const credential = await site.members.explorer.credentialOf(accountId, slug)
    expect(credential).toMatchObject({ state: 'accepted', index: null, quest: { slug, points: 50 } })
    const { rows } = await site.pool.query(
      `select payload, request_id from rollup_txs where kind = 'mint' and payload->>'accountId' = $1`,
      [accountId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ request_id: 'request-of-the-click', payload: { credentialId: credential?.id } })
    const { rows: kept } = await site.pool.query('select bundle from evidence where digest = $1', [rows[0].payload.evidenceDigest])
    expect(Object.keys(kept[0].bundle.steps).toSorted()).toEqual(['quiz', 'wrap'])
  })

  it('gives 10 places to 10 of 60 who come at once, and leaves no half of anything', async () => {
    const { slug } = await liveQuest(site, { accountId: owner, supply: 10 })
    const members = await passed(slug, 60)
    const outcomes = await Promise.allSettled(members.map((participationId) => completeQuest(site.members.questDeps, { participationId })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'quest.sold-out' })
    const quest = `quest_id = '${await idOf(slug)}'`
    expect(await countOf('completions', quest)).toBe(10)
    expect(await countOf('credentials', quest)).toBe(10)
    expect(await countOf('participations', `${quest} and completed_at is not null`)).toBe(10)
    expect(await countOf('quests', `slug = '${slug}' and completed = 10`)).toBe(1)
    expect(await countOf('rollup_txs', `key like 'mint:${await idOf(slug)}:%'`)).toBe(10)
  })

  it('takes back everything when the slot does not take the mint', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const [participationId = ''] = await passed(slug, 1)
    const failing = {
      ...site.members.questDeps,
      transact: <T>(work: Parameters<typeof site.members.questDeps.transact<T>>[0]) =>
        site.members.questDeps.transact((inner) =>
          work({ ...inner, slot: { ...inner.slot, submitMint: () => Promise.reject(new Error('cut')) } }),
        ),
    }
    await expect(completeQuest(failing, { participationId })).rejects.toThrow('cut')
    expect(await countOf('completions', `quest_id = '${await idOf(slug)}'`)).toBe(0)
    expect(await countOf('quests', `slug = '${slug}' and completed = 0`)).toBe(1)
    expect(await completeQuest(site.members.questDeps, { participationId })).toMatchObject({ repeated: false })
  })

  it.each([
    ['quest.incomplete', () => ({}), async (slug: string) => (await start(await newAccount(), slug)).participationId],
    ['quest.not-open', () => ({ closesAt: new Date(site.clock.ms + 1000) }), async (slug: string) => (await passed(slug, 1))[0] ?? ''],
  ])('refuses with %s', async (code, options, prepare) => {
    const { slug } = await liveQuest(site, { accountId: owner, ...options() })
    const participationId = await prepare(slug)
    const deps = { ...site.members.questDeps, now: () => site.clock.ms + 600_000 }
    await expect(completeQuest(deps, { participationId })).rejects.toMatchObject({ code })
    expect(await countOf('completions', `quest_id = '${await idOf(slug)}'`)).toBe(0)
  })

  it('refuses a start before the opening, after the closing, and of a draft', async () => {
    const hour = 3_600_000
    const later = await liveQuest(site, { accountId: owner, opensAt: new Date(site.clock.ms + hour) })
    await expect(start(await newAccount(), later.slug)).rejects.toMatchObject({ code: 'quest.not-open' })
    await site.members.quests.create({
      accountId: owner,
      slug: 'a-draft',
      definition: definition(),
      supply: 1,
      opensAt: new Date(),
      closesAt: new Date(Date.now() + hour),
    })
    await expect(start(owner, 'a-draft')).rejects.toMatchObject({ code: 'not-found' })
    await site.members.quests.publish({ accountId: owner, slug: 'a-draft' })
    await expect(start(owner, 'a-draft')).rejects.toMatchObject({ code: 'quest.not-published' })
  })
})

describe('the follower', () => {
  it('sees open steps with the wallets of the moment, and no step that is settled', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const { participationId } = await start(await newAccount(), slug)
    const mine = async () => (await site.members.follower.openSteps()).filter((step) => step.participationId === participationId)
    expect((await mine()).map(({ stepId }) => stepId)).toEqual(['quiz', 'wrap'])
    await site.members.follower.record([stepResult(participationId, 'wrap')])
    expect(await mine()).toMatchObject([{ stepId: 'quiz', questSlug: slug, context: { version: 1 } }])
  })

  it('completes what a crash left between the last verdict and the completion', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const [participationId = ''] = await passed(slug, 1)
    const left = (await site.members.follower.openSteps()).filter((step) => step.participationId === participationId)
    expect(left.map(({ stepId }) => stepId)).toEqual(['wrap'])
    await site.members.follower.record([stepResult(participationId, 'wrap')])
    expect(await countOf('completions', `quest_id = '${await idOf(slug)}'`)).toBe(1)
  })

  it('waits for the turn of a step where steps have an order', async () => {
    const { slug } = await liveQuest(site, { accountId: owner, definition: definition({ order: 'sequence' }) })
    const { participationId } = await start(await newAccount(), slug)
    const mine = async () =>
      (await site.members.follower.openSteps()).filter((step) => step.participationId === participationId).map(({ stepId }) => stepId)
    expect(await mine()).toEqual(['quiz'])
    await site.members.follower.record([stepResult(participationId, 'quiz')])
    expect(await mine()).toEqual(['wrap'])
  })

  it('publishes a verdict once, and again only when it says something else', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const accountId = await newAccount()
    const { participationId } = await start(accountId, slug)
    for (const status of ['fail', 'fail', 'pending'] as const)
      await site.members.follower.record([stepResult(participationId, 'wrap', status)])
    expect(await countOf('events', `topic = 'account:${accountId}' and kind = 'step.judged'`)).toBe(2)
  })

  it('keeps many verdicts at once, each told to its own member, and completes those that are done', async () => {
    const { slug } = await liveQuest(site, { accountId: owner, supply: 300 })
    const members = await Promise.all(
      Array.from({ length: 230 }, async () => {
        const accountId = await newAccount()
        return { accountId, ...(await start(accountId, slug)) }
      }),
    )
    await site.members.follower.record(
      members.flatMap(({ participationId }, n) => [
        stepResult(participationId, 'wrap'),
        stepResult(participationId, 'quiz', n % 2 ? 'pass' : 'fail'),
      ]),
    )
    const quest = `quest_id = '${await idOf(slug)}'`
    expect(await countOf('completions', quest)).toBe(115)
    const ids = members.map(({ participationId }) => `'${participationId}'`).join()
    expect(await countOf('step_verdicts', `participation_id in (${ids})`)).toBe(460)
    const topics = members.map(({ accountId }) => `'account:${accountId}'`).join()
    const { rows } = await site.pool.query(
      `select count(*)::int n from events where topic in (${topics}) and kind = 'step.judged' group by topic`,
    )
    expect(rows).toEqual(members.map(() => ({ n: 2 })))
  })

  it('says that a verdict cannot be kept, and keeps the others', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const ids = await Promise.all([1, 2].map(async () => (await start(await newAccount(), slug)).participationId))
    const record = [ids[0], 'no participation', ids[1]].flatMap((id = '') => [stepResult(id, 'quiz'), stepResult(id, 'wrap')])
    await expect(site.members.follower.record(record)).rejects.toThrow(/uuid/)
    expect(await countOf('completions', `quest_id = '${await idOf(slug)}'`)).toBe(2)
  })

  it.each([
    ['a zero character', 'a\u0000b'],
    ['half a character', '\ud800'],
  ])('keeps %s that a chain or a service told', async (_, told) => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const accountId = await newAccount()
    const { participationId } = await start(accountId, slug)
    const { bundle, verdict, ...result } = stepResult(participationId, 'wrap')
    const seen = [{ text: { en: told, ja: told } }]
    const leaves = [
      {
        path: '',
        items: [
          {
            query: { type: 'submission' as const },
            records: [{ answers: { told }, submittedAt: told, attempt: 1 }],
            complete: true,
            providers: [],
          },
        ],
        facts: [],
      },
    ]
    await site.members.follower.record([
      { ...result, bundle: { ...bundle, leaves }, verdict: { ...verdict, trace: { ...verdict.trace, seen }, captured: { memo: told } } },
    ])
    const { rows } = await site.pool.query(
      'select v.trace, v.captured, e.bundle from step_verdicts v join evidence e on e.digest = v.evidence_digest where participation_id = $1',
      [participationId],
    )
    expect(rows).toMatchObject([{ trace: { seen }, captured: { memo: told }, bundle: { leaves } }])
    const { steps } = await site.members.quests.progress({ accountId, slug })
    expect(JSON.stringify(steps)).toContain(JSON.stringify(told).slice(1, -1))
  })
})

describe('a quiz', () => {
  it('counts attempts, waits between them, hands the last answers to the follower, and keeps its answers', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const accountId = await newAccount()
    const { participationId } = await start(accountId, slug)
    const answer = (answers: Record<string, string>) => site.members.quests.answerQuiz({ accountId, slug, stepId: 'quiz', answers })
    expect(await answer({ q1: 'b', q2: 'b' })).toMatchObject({ correct: 1, passed: false, attemptsLeft: 2 })
    await expect(answer({ q1: 'a', q2: 'b' })).rejects.toMatchObject({ code: 'quiz.cool-down' })
    await expect(answer({ q1: 'a' })).rejects.toMatchObject({ code: 'quiz.cool-down' })
    site.clock.ms += 61_000
    await expect(answer({ q1: 'a' })).rejects.toMatchObject({ code: 'input.invalid', meta: { field: 'answers.q2' } })
    await expect(answer({ q1: 'a', q2: 'b', q3: 'a' })).rejects.toMatchObject({ code: 'input.invalid' })
    const both = await Promise.allSettled([answer({ q1: 'a', q2: 'b' }), answer({ q1: 'a', q2: 'b' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [step] = (await site.members.follower.openSteps()).filter(
      (open) => open.participationId === participationId && open.stepId === 'quiz',
    )
    expect(step?.offchain?.submission).toMatchObject({ answers: { q1: 'a', q2: 'b' }, attempt: 2 })
    const page = JSON.stringify(await site.members.quests.bySlug({ slug, accountId }))
    expect(page).toContain('"attemptsLeft":1')
    expect(page).not.toMatch(/"answer"|"salt"/)
  })
})

runBadInputs('tests/server/quests/completeQuest.db.test.ts', {
  async TR30() {
    const { slug } = await liveQuest(site, { accountId: owner })
    const [participationId = ''] = await passed(slug, 1)
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => completeQuest(site.members.questDeps, { participationId })))
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(outcomes.map(({ credentialId }) => credentialId)).size).toBe(1)
    expect(await countOf('credentials', `quest_id = '${await idOf(slug)}'`)).toBe(1)
    return 200
  },
})
