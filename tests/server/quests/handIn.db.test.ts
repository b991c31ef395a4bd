import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Definition, Step } from '#server/quests/definition.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, stepResult } from '#tests/support/questFixture.ts'

let site: Site
let owner: Browser
let ownerId: string
beforeAll(async () => {
  site = await startSite()
  owner = new Browser(site)
  ownerId = (await owner.signIn(evmWallet())).accountId
})
afterAll(() => site.drop())

const both = (text: string) => ({ en: text, ja: `${text}。` })
const step = (id: string, rule: object): Step => ({ id, title: both(id), rule: parseRule(rule) })
const quest = async (steps: Step[], change: Partial<Definition> = {}) =>
  (await liveQuest(site, { accountId: ownerId, definition: definition({ steps, ...change }) })).slug
async function memberOn(slug: string) {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  const { participationId } = dataOf<{ participationId: string }>(await browser.mutate('quests.start', { slug }))
  return { browser, accountId, participationId }
}
const openStep = async (participationId: string, stepId: string) =>
  (await site.members.follower.openSteps()).find((open) => open.participationId === participationId && open.stepId === stepId)
type Shown = { stepList: { poll?: object; survey?: object; visit?: object; pasted?: string[] }[] }
const shown = async (browser: Browser, slug: string) => dataOf<Shown>(await browser.query('quests.bySlug', { slug })).stepList

const poll = step('poll', {
  kind: 'poll',
  params: { question: both('Which?'), choices: ['a', 'b', 'c'].map((id) => ({ id, text: both(id) })), most: 2 },
})
const survey = step('survey', {
  kind: 'survey',
  params: {
    questions: [
      { id: 'why', type: 'text', text: both('Why?'), minLength: 5 },
      { id: 'n', type: 'number', text: both('How many?'), optional: true },
    ],
  },
})
const visit = (dwellSeconds?: number) =>
  step('visit', { kind: 'visit', params: { url: 'https://docs.example.org/start', ...(dwellSeconds ? { dwellSeconds } : {}) } })

describe('a vote', () => {
  it('is taken once, kept for the judge, and counted for those who voted', async () => {
    const slug = await quest([poll])
    const one = await memberOn(slug)
    const other = await memberOn(slug)
    expect((await shown(one.browser, slug))[0]?.poll).toMatchObject({ voted: null, tally: null })
    expect(dataOf(await one.browser.mutate('quests.vote', { slug, stepId: 'poll', choices: ['a', 'c'] }))).toEqual({
      tally: { a: 1, c: 1 },
    })
    expect(errorOf(await one.browser.mutate('quests.vote', { slug, stepId: 'poll', choices: ['b'] })).data.code).toBe('conflict')
    expect(dataOf(await other.browser.mutate('quests.vote', { slug, stepId: 'poll', choices: ['a'] }))).toEqual({ tally: { a: 2, c: 1 } })
    expect((await shown(one.browser, slug))[0]?.poll).toMatchObject({ voted: ['a', 'c'], tally: { a: 2, c: 1 } })
    expect((await shown(new Browser(site), slug))[0]?.poll).toMatchObject({ voted: null, tally: null })
    expect((await openStep(one.participationId, 'poll'))?.offchain?.submission).toMatchObject({
      answers: { a: 'chosen', c: 'chosen' },
      attempt: 1,
    })
  })

  it('of twenty at once is one', async () => {
    const slug = await quest([poll])
    const { browser } = await memberOn(slug)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => browser.mutate('quests.vote', { slug, stepId: 'poll', choices: ['b'] })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await shown(browser, slug))[0]?.poll).toMatchObject({ tally: { b: 1 } })
  })

  it.each([
    ['no choice', { choices: [] }, 400],
    ['a stranger', { choices: ['d'] }, 400],
    ['one twice', { choices: ['a', 'a'] }, 400],
    ['too many', { choices: ['a', 'b', 'c'] }, 400],
    ['another step', { choices: ['a'], stepId: 'nothing' }, 404],
  ])('of %s is refused', async (_name, change, status) => {
    const slug = await quest([poll])
    const { browser } = await memberOn(slug)
    expect((await browser.mutate('quests.vote', { slug, stepId: 'poll', ...change })).status).toBe(status)
  })

  it('counts only on a quest that was started, and whose step it is', async () => {
    const slug = await quest([poll, survey], { order: 'sequence' })
    const stranger = new Browser(site)
    await stranger.signIn(evmWallet())
    expect(errorOf(await stranger.mutate('quests.vote', { slug, stepId: 'poll', choices: ['a'] })).data.code).toBe('quest.not-started')
    const { browser } = await memberOn(slug)
    expect((await browser.mutate('quests.vote', { slug, stepId: 'survey', choices: ['a'] })).status).toBe(409)
    expect((await browser.mutate('quests.answerSurvey', { slug, stepId: 'poll', answers: {} })).status).toBe(404)
  })
})

describe('a survey', () => {
  it('is taken once; an answer that does not fit names its question', async () => {
    const slug = await quest([survey])
    const { browser, participationId } = await memberOn(slug)
    const send = (answers: Record<string, unknown>) => browser.mutate('quests.answerSurvey', { slug, stepId: 'survey', answers })
    expect(errorOf(await send({ why: 'no' })).data).toMatchObject({ code: 'input.invalid', field: 'answers.why' })
    expect(errorOf(await send({ why: 'because', n: 'x' })).data).toMatchObject({ field: 'answers.n' })
    expect((await send({ why: 'a\u0000bcdef' })).status).toBe(400)
    expect((await send({ why: 7 })).status).toBe(400)
    expect(dataOf(await send({ why: 'because', n: '3' }))).toEqual({ answered: true })
    expect(errorOf(await send({ why: 'because' })).data.code).toBe('conflict')
    expect((await shown(browser, slug))[0]?.survey).toMatchObject({ answered: true })
    expect((await openStep(participationId, 'survey'))?.offchain?.submission?.answers).toEqual({ why: 'because', n: '3' })
  })
})

describe('a visit', () => {
  const link = async (browser: Browser, slug: string) =>
    dataOf<{ href: string }>(await browser.query('quests.visitLink', { slug, stepId: 'visit' })).href

  it('counts when its link is opened by its member, once', async () => {
    const slug = await quest([visit()])
    const { browser, participationId } = await memberOn(slug)
    const href = await link(browser, slug)
    const opened = await browser.send('visit', href)
    expect([opened.status, opened.headers.get('location'), opened.headers.get('referrer-policy')]).toEqual([
      303,
      'https://docs.example.org/start',
      'no-referrer',
    ])
    expect((await browser.send('visit', href)).status).toBe(303)
    expect((await openStep(participationId, 'visit'))?.offchain?.submission).toMatchObject({ attempt: 1 })
    expect((await shown(browser, slug))[0]?.visit).toMatchObject({ host: 'docs.example.org', finished: true })
  })

  it('is refused without a session, to another member, when changed, of another use, and when old', async () => {
    const slug = await quest([visit()])
    const { browser, participationId } = await memberOn(slug)
    const href = await link(browser, slug)
    const other = await memberOn(slug)
    const code = (answer: Awaited<ReturnType<Browser['send']>>) => (answer.body as { error: { code: string } }).error.code
    expect(code(await new Browser(site).send('visit', href))).toBe('auth.required')
    expect(code(await other.browser.send('visit', href))).toBe('auth.forbidden')
    expect(code(await browser.send('visit', `${href.slice(0, -1)}${href.endsWith('A') ? 'B' : 'A'}`))).toBe('input.invalid')
    expect(code(await browser.send('visit', `/api/visit/${site.api.cursors.seal('quests', { participationId })}`))).toBe('input.invalid')
    site.clock.ms += 3_600_001
    expect(code(await browser.send('visit', href))).toBe('input.invalid')
    site.clock.ms -= 3_600_001
    expect(await openStep(participationId, 'visit')).toMatchObject({ stepId: 'visit' })
    expect((await openStep(participationId, 'visit'))?.offchain).toBeUndefined()
  })

  it('with a time is finished by coming back late enough', async () => {
    const slug = await quest([visit(30)])
    const { browser, participationId } = await memberOn(slug)
    const finish = async () => browser.mutate('quests.finishVisit', { slug, stepId: 'visit' })
    expect(errorOf(await finish()).data.code).toBe('conflict')
    await browser.send('visit', await link(browser, slug))
    site.clock.ms += 12_000
    expect(dataOf(await finish())).toEqual({ secondsLeft: 18 })
    expect((await openStep(participationId, 'visit'))?.offchain?.submission?.answers.seconds).toBeUndefined()
    site.clock.ms += 18_000
    expect(dataOf(await finish())).toEqual({ secondsLeft: 0 })
    expect(dataOf(await finish())).toEqual({ secondsLeft: 0 })
    expect((await openStep(participationId, 'visit'))?.offchain?.submission).toMatchObject({ answers: { seconds: '30' }, attempt: 2 })
  })
})

const wrap = (id: string, more: object = {}, params: object = {}) =>
  step(id, {
    kind: 'evm.event',
    chain: 'eip155:31339',
    params: {
      addresses: [`0x${'c0'.repeat(20)}`],
      event: 'event Deposit(address indexed dst, uint256 wad)',
      claimant: 'dst',
      where: [{ arg: 'wad', op: 'gte', value: '1' }],
      ...params,
    },
    ...more,
  })
const transaction = step('tx', { kind: 'evm.transaction', chain: 'eip155:31339', params: { to: [`0x${'c0'.repeat(20)}`] } })

describe('pasted transactions', () => {
  it('are kept in order, ten of a step, in one spelling, and given to the judge', async () => {
    const slug = await quest([transaction, poll])
    const { browser, participationId } = await memberOn(slug)
    const paste = (hash: string, stepId = 'tx') => browser.mutate('quests.pasteTransaction', { slug, stepId, hash })
    const hash = (n: number) => `0x${n.toString(16).toUpperCase().padStart(64, 'A')}`
    for (let n = 0; n < 10; n++) expect((await paste(hash(n))).status).toBe(200)
    expect(dataOf<{ pasted: string[] }>(await paste(` ${hash(3)} `)).pasted).toHaveLength(10)
    expect(errorOf(await paste(hash(11))).data.code).toBe('conflict')
    for (const wrong of ['0x12', `${hash(1)}0`, '5'.repeat(88), 'x'])
      expect(errorOf(await paste(wrong)).data).toMatchObject({ code: 'input.invalid', field: 'hash' })
    expect((await paste(hash(1), 'poll')).status).toBe(400)
    const pasted = Array.from({ length: 10 }, (_, n) => hash(n).toLowerCase())
    expect(new Set((await openStep(participationId, 'tx'))?.context.hashes)).toEqual(new Set(pasted))
    expect((await openStep(participationId, 'poll'))?.context.hashes).toBeUndefined()
    const [first, second] = await shown(browser, slug)
    // The box is shown where the kind looks pasted transactions up.
    const open = await openStep(participationId, 'tx')
    const queries = open ? planRule(open.rule, open.context).flatMap((leaf) => leaf.queries) : []
    expect(first?.pasted?.length).toBe(queries.some((query) => 'hashes' in query) ? 10 : undefined)
    expect(second?.pasted).toBeUndefined()
  })
})

describe('captured values', () => {
  const reading = (name = 'amount') => wrap('later', {}, { where: [{ arg: 'wad', op: 'eq', value: `$prev.${name}` }] })

  it('of a pass are kept and handed to later steps', async () => {
    const slug = await quest([wrap('first', { capture: { amount: 'wad' } }), reading(), poll])
    const { participationId } = await memberOn(slug)
    expect((await openStep(participationId, 'later'))?.context.captured).toBeUndefined()
    const result = stepResult(participationId, 'first')
    await site.members.follower.record([{ ...result, verdict: { ...result.verdict, captured: { amount: '42' } } }])
    expect((await openStep(participationId, 'later'))?.context.captured).toEqual({ amount: '42' })
    expect((await openStep(participationId, 'poll'))?.context.captured).toEqual({ amount: '42' })
    const { rows } = await site.pool.query('select captured from step_verdicts where participation_id = $1', [participationId])
    expect(rows).toEqual([{ captured: { amount: '42' } }])
  })

  const capture = { capture: { amount: 'wad' } }
  it.each<[string, Step[]]>([
    ['captured by a later step', [reading(), wrap('first', capture)]],
    ['captured by nobody', [wrap('first'), reading()]],
    ['of its own', [{ ...reading(), rule: { ...(reading().rule as Extract<Rule, { kind: 'evm.event' }>), ...capture } }]],
    [
      'of two steps that read each other',
      [
        wrap('one', { capture: { a: 'wad' } }, { where: [{ arg: 'wad', op: 'eq', value: '$prev.b' }] }),
        wrap('two', { capture: { b: 'wad' } }, { where: [{ arg: 'wad', op: 'eq', value: '$prev.a' }] }),
      ],
    ],
    ['captured twice', [wrap('first', capture), wrap('second', capture), reading()]],
  ])('%s are refused', async (_name, steps) => {
    await expect(quest(steps)).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { expected: expect.stringContaining('capture-order') },
    })
  })
})

describe('one form a step', () => {
  it('is the most', async () => {
    const two = { ...poll, rule: { all: [poll.rule, survey.rule] } }
    await expect(quest([two])).rejects.toMatchObject({ code: 'quest.malformed' })
  })
})
