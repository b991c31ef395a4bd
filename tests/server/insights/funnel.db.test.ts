import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Funnel } from '#server/insights/funnel/funnel.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, type Site, solanaWallet, startSite } from '#tests/support/members.ts'
import { sealMints, stepResult } from '#tests/support/questFixture.ts'
import { addCrowd, newAccount, newMember, newProject, type Project, questOf, see } from './insightWorld.ts'

let site: Site
let project: Project
let other: Project
const start = '2026-11-20T12:00:00Z'
beforeAll(async () => {
  site = await startSite()
  site.clock.ms = Date.parse(start)
  project = await newProject(site, 'quarry')
  other = await newProject(site, 'scree')
})
afterAll(() => site.drop())

const funnel = async (quest: string, input: object = {}, by = project) =>
  dataOf<Funnel>(await by.browser.query('studio.insights.funnel', { space: by.space, quest, ...input }))
const counts = (stages: Funnel['stages']) => Object.fromEntries(stages.map(({ id, count }) => [id, count]))
const groups = ({ groups: all }: Funnel) => Object.fromEntries(all.map(({ key, stages }) => [String(key), counts(stages)]))

/** Passes `steps` of a quest, as the follower says; a wrap is seen on a chain. */
async function pass(participationId: string, steps: string[]) {
  const results = steps.map((step) => stepResult(participationId, step))
  for (const { stepId, verdict } of results)
    if (stepId === 'wrap') Object.assign(verdict.trace, { seen: [{ text: { en: 'wrapped', ja: '包んだ' }, chain: 'eip155:31339' }] })
  await site.members.follower.record(results)
}

describe('a funnel', () => {
  let slug: string
  beforeAll(async () => {
    slug = (
      await questOf(site, project, { opensAt: new Date(site.clock.ms - 86_400_000), closesAt: new Date(site.clock.ms + 9 * 86_400_000) })
    ).slug
    const begin = async (accountId: string) => (await site.members.quests.start({ accountId, slug })).participationId
    const [a, b, c] = [await newMember(site), await newMember(site, solanaWallet()), await newMember(site)]
    // Two strangers, and three members who came from two places; the last one only looked.
    await see(new Browser(site), { quest: slug, ref: 'x' }, { 'x-forwarded-for': '192.0.2.1' })
    await see(new Browser(site), { quest: slug }, { 'x-forwarded-for': '192.0.2.2' })
    await see(a.browser, { quest: slug, referrer: 'https://one.example/', ref: 'x' }, { 'x-forwarded-for': '192.0.2.3' })
    await see(b.browser, { quest: slug, referrer: 'https://two.example/' }, { 'x-forwarded-for': '192.0.2.4' })
    await see(c.browser, { quest: slug, referrer: 'https://one.example/' }, { 'x-forwarded-for': '192.0.2.5' })
    // Nobody saw this one come: a beacon can be blocked.
    const d = await newAccount(site)
    await pass(await begin(a.accountId), ['quiz', 'wrap'])
    await sealMints(site, 1, 'final')
    await pass(await begin(b.accountId), ['quiz', 'wrap'])
    await pass(await begin(d.accountId), ['quiz'])
    await site.pool.query(`update participations set started_at = $1`, [start])
  })

  it('counts visitors, members, starts, steps, completions and what is final', async () => {
    const found = await funnel(slug)
    expect(counts(found.stages)).toEqual({ view: 5, connect: 4, start: 3, 'step:quiz': 3, 'step:wrap': 2, complete: 2, final: 1 })
    expect(found).toMatchObject({ from: '2026-10-22', to: '2026-11-20', order: 'any', by: null, groups: [], rest: null })
    expect(found.steps.map(({ id }) => id)).toEqual(['quiz', 'wrap'])
    expect(found.stages.find(({ id }) => id === 'step:wrap')).toMatchObject({ before: 'start', share: 0.6667 })
  })

  it('is split by kind of wallet', async () => {
    const found = groups(await funnel(slug, { by: 'wallet' }))
    expect(found).toEqual({
      eip155: { view: null, connect: 3, start: 2, 'step:quiz': 2, 'step:wrap': 1, complete: 1, final: 1 },
      solana: { view: null, connect: 1, start: 1, 'step:quiz': 1, 'step:wrap': 1, complete: 1, final: 0 },
    })
  })

  it('is split by referrer and by ref, visitors beside members', async () => {
    const byReferrer = groups(await funnel(slug, { by: 'referrer' }))
    expect(byReferrer['one.example']).toMatchObject({ view: 2, connect: 2, start: 1, complete: 1, final: 1 })
    expect(byReferrer['two.example']).toMatchObject({ view: 1, connect: 1, start: 1, complete: 1, final: 0 })
    expect(byReferrer.null).toMatchObject({ view: 2, connect: 1, start: 1, complete: 0 })
    const byRef = groups(await funnel(slug, { by: 'ref' }))
    expect(byRef.x).toMatchObject({ view: 2, connect: 1, complete: 1 })
    expect(byRef.null).toMatchObject({ view: 3, connect: 3, complete: 1 })
  })

  it('is split by the chain that passes were seen on, without those who have none', async () => {
    expect(groups(await funnel(slug, { by: 'chain' }))).toEqual({
      'eip155:31339': { view: null, connect: null, start: null, 'step:quiz': 2, 'step:wrap': 2, complete: 2, final: 1 },
    })
  })

  it('is narrowed to those of a wallet, a referrer, a ref and a chain, and says what nobody knows of them', async () => {
    const narrowed = async (filter: object) => counts((await funnel(slug, filter)).stages)
    expect(await narrowed({ wallet: 'solana' })).toMatchObject({ view: null, connect: 1, start: 1, complete: 1, final: 0 })
    expect(await narrowed({ referrer: 'one.example' })).toMatchObject({ view: 2, connect: 2, start: 1, complete: 1, final: 1 })
    expect(await narrowed({ referrer: '(none)' })).toMatchObject({ view: 2, connect: 1, start: 1, complete: 0 })
    expect(await narrowed({ ref: 'x', wallet: 'eip155' })).toMatchObject({ view: null, connect: 1, start: 1, final: 1 })
    expect(await narrowed({ chain: 'eip155:31339' })).toMatchObject({ view: null, connect: null, start: null, 'step:wrap': 2, final: 1 })
    expect(await narrowed({ chain: 'eip155:1' })).toMatchObject({ 'step:wrap': 0, complete: 0 })
    const both = await funnel(slug, { referrer: 'one.example', by: 'wallet' })
    expect(groups(both)).toEqual({ eip155: { view: null, connect: 2, start: 1, 'step:quiz': 1, 'step:wrap': 1, complete: 1, final: 1 } })
    expect(both.rest).toBeNull()
  })

  it('says what it can be narrowed to', async () => {
    const answer = await project.browser.query('studio.insights.sources', { space: 'quarry', quest: slug })
    expect(dataOf(answer)).toEqual({ chains: ['eip155:31339'], referrers: ['one.example', 'two.example'], refs: ['x'] })
  })

  it('is split by the day members came, and holds the days that are asked for only', async () => {
    await site.pool.query(`update participations set started_at = '2026-11-18T23:59:59.9Z' where completed_at is null`)
    const found = await funnel(slug, { by: 'day' })
    expect(found.groups.map(({ key }) => key)).toEqual(['2026-11-20', '2026-11-18'])
    expect(groups(found)).toMatchObject({
      '2026-11-20': { view: 5, connect: 3, start: 2 },
      '2026-11-18': { view: 0, connect: 1, start: 1 },
    })
    expect(counts((await funnel(slug, { from: '2026-11-18', to: '2026-11-18' })).stages)).toMatchObject({ view: 0, connect: 1, start: 1 })
    expect(counts((await funnel(slug, { from: '2026-11-19', to: '2026-11-19' })).stages)).toMatchObject({ view: 0, connect: 0, final: 0 })
  })
})

describe('a funnel of 20,000 members', () => {
  let slug: string
  const asked = { from: '2026-11-01', to: '2026-11-30' }
  beforeAll(async () => {
    slug = (await questOf(site, project)).slug
    await addCrowd(site, slug, { count: 20_000, from: '2026-11-05T00:00:00Z' })
  }, 120_000)

  /** What was asked of the database while `work` ran. */
  async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; texts: string[] }> {
    const texts: string[] = []
    const original = site.pool.query
    site.pool.query = ((query: string | { text: string }, ...rest: []) => {
      texts.push(typeof query === 'string' ? query : query.text)
      return (original as (...args: unknown[]) => unknown).call(site.pool, query, ...rest)
    }) as typeof original
    try {
      return { result: await work(), texts }
    } finally {
      site.pool.query = original
    }
  }

  const spaceId = async () => (await site.pool.query(`select id from spaces where slug = 'quarry'`)).rows[0].id as string
  const read = async (by?: 'wallet' | 'referrer' | 'chain' | 'day') => {
    const input = { spaceId: await spaceId(), quest: slug, ...asked, by }
    return statementsOf(() => site.members.studio.insights.funnel(input))
  }

  it('is three statements, four by chain, and right', async () => {
    const { result, texts } = await read()
    expect(texts).toHaveLength(3)
    expect(counts(result.stages)).toEqual({
      ...{ view: 0, connect: 20_000, start: 20_000, 'step:quiz': 10_000, 'step:wrap': 5000, complete: 5000, final: 2500 },
    })
    for (const by of ['wallet', 'referrer', 'day'] as const) expect((await read(by)).texts).toHaveLength(3)
    const byChain = await read('chain')
    expect(byChain.texts).toHaveLength(4)
    expect(groups(byChain.result)).toMatchObject({ 'eip155:31339': { 'step:wrap': 5000, final: 2500 } })
    expect(groups((await read('wallet')).result)).toMatchObject({ solana: { connect: 4000 }, eip155: { connect: 16_000 } })
    const days = (await read('day')).result.groups
    expect(days.reduce((sum, { stages }) => sum + (stages[1]?.count ?? 0), 0)).toBe(20_000)
  })

  it('finds another quest’s few members by indexes, beside all of those', async () => {
    const { slug: small } = await questOf(site, project)
    const { accountId } = await newAccount(site)
    await site.members.quests.start({ accountId, slug: small })
    const input = { spaceId: await spaceId(), quest: small, ...asked }
    const { texts } = await statementsOf(() => site.members.studio.insights.funnel(input))
    const people = texts.find((text) => text.includes('full join')) ?? ''
    const { rows: ids } = await site.pool.query(`select id from quests where slug = $1`, [small])
    // The same statement with its parameters: quest ids, two steps and two days.
    const values = [...people.matchAll(/\$(\d+)(::text|::date)?/g)].map(([, , cast]) => cast)
    let step = 0
    let day = 0
    const parameters = values.map((cast) =>
      cast === '::text' ? ['quiz', 'wrap'][step++] : cast === '::date' ? ['2026-11-01', '2026-11-30'][day++] : ids[0].id,
    )
    // The last one is the limit.
    parameters[parameters.length - 1] = 1001
    const { rows } = await site.pool.query(`explain (format json) ${people}`, parameters)
    const plan = JSON.stringify(rows)
    expect(plan).toContain('quest_arrivals_quest_id_account_id_pk')
    const scanned = [...plan.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(([, table]) => table)
    for (const table of ['participations', 'step_verdicts', 'credentials', 'rollup_txs', 'quest_arrivals', 'wallets'])
      expect(scanned).not.toContain(table)
  })
})

const ask = (input: object) => project.browser.query('studio.insights.funnel', { space: 'quarry', ...input })

runBadInputs('tests/server/insights/funnel.db.test.ts', {
  UQ12: async () => ask({ quest: (await questOf(site, project)).slug, from: '2026-02-30' }),
  'UQ12-reversed': async () => ask({ quest: (await questOf(site, project)).slug, from: '2026-11-02', to: '2026-11-01' }),
  'UQ12-long': async () => ask({ quest: (await questOf(site, project)).slug, from: '2025-11-01', to: '2026-11-20' }),
  'UQ12-year': async () => ask({ quest: (await questOf(site, project)).slug, from: '0000-01-01', to: '0000-01-02' }),
  'UQ12-split': async () => ask({ quest: (await questOf(site, project)).slug, by: 'wallet; drop table quests' }),
  UQ14: async () => ask({ quest: (await questOf(site, other)).slug }),
  'UQ12-referrer': async () => ask({ quest: (await questOf(site, project)).slug, referrer: "a' or 1=1" }),
  'UQ12-ref': async () => ask({ quest: (await questOf(site, project)).slug, ref: '\u202ex' }),
  'UQ12-chain': async () => ask({ quest: (await questOf(site, project)).slug, chain: 'mainnet' }),
  'UQ14-draft-slug': () => ask({ quest: "x' or 1=1" }),
})
