import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/index.ts'
import type { QuestClusters } from '#server/insights/clusters/readClusters.ts'
import type { Participant } from '#server/insights/people/participant.ts'
import type { ReasonView } from '#server/insights/reasons/readReasons.ts'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { keepClusters } from '#server/reputation/sybil/clusterStore.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, Browser, dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition, sealMints, stepResult } from '#tests/support/questFixture.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { addCrowd, idOf, type Member, newAccount, newColleague, newMember, newProject, type Project, questOf, see } from './insightWorld.ts'

type Page = { items: Participant[]; nextCursor: string | null }

let site: Site
let project: Project
let other: Project
let quest: string
let done: Member
let waiting: Member
let idle: { accountId: string; wallet: string }
beforeAll(async () => {
  site = await startSite()
  const slot = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(slot)
  project = await newProject(site, 'quarry')
  other = await newProject(site, 'scree')
  quest = (await questOf(site, project, { slug: 'counted' })).slug
  const begin = async (accountId: string) => (await site.members.quests.start({ accountId, slug: quest })).participationId
  ;[done, waiting, idle] = [await newMember(site), await newMember(site), await newAccount(site, 'solana')]
  await see(done.browser, { quest, referrer: 'https://one.example/', ref: '-1launch' })
  const first = await begin(done.accountId)
  await site.members.follower.record([stepResult(first, 'quiz'), stepResult(first, 'wrap')])
  await sealMints(site, 7, 'final')
  const second = await begin(waiting.accountId)
  const late = stepResult(second, 'wrap', 'pending')
  Object.assign(late.verdict.trace, {
    seen: [{ text: { en: 'seen in block 7', ja: 'ブロック 7' } }],
    next: { en: '12 of 32 confirmations', ja: '32 のうち 12' },
  })
  await site.members.follower.record([stepResult(second, 'quiz', 'fail'), late])
  await begin(idle.accountId)
  const days = ['2026-11-01T10:00:00Z', '2026-11-02T10:00:00.000001Z', '2026-11-02T10:00:00.000002Z']
  for (const [i, accountId] of [done.accountId, waiting.accountId, idle.accountId].entries())
    await site.pool.query(`update participations set started_at = $1 where account_id = $2`, [days[i], accountId])
})
afterAll(() => site.drop())

const ask = (input: object = {}, by: Member = project) =>
  by.browser.query('studio.insights.participants', { space: 'quarry', quest, ...input })
const list = async (input: object = {}) => dataOf<Page>(await ask(input))
const accounts = async (input: object) => (await list(input)).items.map(({ account }) => account.id)
const file = (name: string, query: string, by: Pick<Member, 'browser'> = project) => by.browser.send('csv', `/api/csv/${name}?${query}`)
const rowsOf = ({ body }: Answer) => {
  const [header, ...rows] = readCsv(String(body)).map(({ fields }) => fields)
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [header?.[i] ?? '', cell])))
}

describe('participants', () => {
  it('are listed from the newest start on, with steps, credential, wallet and where they came from', async () => {
    const { items, nextCursor } = await list()
    expect(nextCursor).toBeNull()
    expect(items.map(({ account }) => account.id)).toEqual([idle.accountId, waiting.accountId, done.accountId])
    expect(items[2]).toMatchObject({
      account: { id: done.accountId, handle: null, wallet: done.wallet.id },
      startedAt: '2026-11-01T10:00:00.000Z',
      passed: ['quiz', 'wrap'],
      verdicts: { quiz: 'pass', wrap: 'pass' },
      reward: null,
      credential: { index: 7, state: 'final', revocation: null },
      from: { referrer: 'one.example', ref: '-1launch' },
      cluster: null,
    })
    expect(items[1]).toMatchObject({ passed: [], verdicts: { quiz: 'fail', wrap: 'pending' } })
    expect(items[0]).toMatchObject({ passed: [], verdicts: {}, completedAt: null, credential: null, from: { referrer: null, ref: null } })
  })

  it('go on page by page, to the microsecond', async () => {
    const found: string[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const page: Page = await list({ limit: 1, cursor })
      found.push(...page.items.map(({ account }) => account.id))
      cursor = page.nextCursor
      more = cursor !== null
    }
    expect(found).toEqual([idle.accountId, waiting.accountId, done.accountId])
  })

  it('are narrowed by state, step, wallet and day', async () => {
    expect(await accounts({ state: 'open' })).toEqual([idle.accountId, waiting.accountId])
    for (const state of ['completed', 'final']) expect(await accounts({ state })).toEqual([done.accountId])
    expect(await accounts({ state: 'revoked' })).toEqual([])
    expect(await accounts({ step: 'quiz' })).toEqual([done.accountId])
    expect(await accounts({ step: 'quiz', verdict: 'fail' })).toEqual([waiting.accountId])
    expect(await accounts({ step: 'wrap', verdict: 'pending' })).toEqual([waiting.accountId])
    expect(await accounts({ step: 'wrap', verdict: 'none' })).toEqual([idle.accountId])
    expect(await accounts({ day: '2026-11-02' })).toEqual([idle.accountId, waiting.accountId])
    expect(await accounts({ day: '2026-11-02', state: 'completed' })).toEqual([])
    const { address } = done.wallet
    expect(await accounts({ wallet: address })).toEqual([done.accountId])
    expect(await accounts({ wallet: address.slice(0, 12).toUpperCase().replace('0X', '0x') })).toEqual([done.accountId])
    expect(await accounts({ wallet: idle.wallet.slice('solana:'.length, 20) })).toEqual([idle.accountId])
    expect(await accounts({ wallet: '0x0000000000' })).toEqual([])
  })

  it('are not found by a wallet that is linked and not the primary one', async () => {
    const linked = `eip155:0x${'ab'.repeat(20)}`
    await site.pool.query(`insert into wallets (address, namespace, account_id) values ($1, 'eip155', $2)`, [linked, done.accountId])
    expect(await accounts({ wallet: `0x${'ab'.repeat(20)}` })).toEqual([])
    expect(JSON.stringify(await list())).not.toContain(linked)
  })
})

describe('the file of rewards', () => {
  it('says what each completion and prize set aside, and what became of it', async () => {
    const { slug } = await questOf(site, project)
    const [a, b] = [await newAccount(site), await newAccount(site)]
    await site.pool.query(`update quests set reward_per_mint = 12345678901234567890 where slug = $1`, [slug])
    for (const [i, { accountId }] of [a, b].entries()) {
      const { participationId } = await site.members.quests.start({ accountId, slug })
      await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
      if (i === 0) await sealMints(site, 8, 'final')
      // The file goes by time.
      site.clock.ms += 1000
    }
    const leaf = (flags: string, batch: number, more = {}) =>
      site.pool.query(`insert into rollup_leaves (tree, index, batch, fields) values ($1, 8, $2, $3)`, [
        treeIds.credentials,
        batch,
        JSON.stringify({ flags, ...more }),
      ])
    const read = async () => rowsOf(await file('rewards', `space=quarry&quest=${slug}`))
    await leaf('0', 8)
    const amount = '12345678901234567890'
    expect(await read()).toMatchObject([
      {
        quest: slug,
        prize_tier: '',
        account: a.accountId,
        minted_to: a.wallet,
        credential: '8',
        state: 'final',
        token: '0',
        amount,
        paid: 'reserved',
      },
      { account: b.accountId, wallet: b.wallet, credential: '', state: 'accepted', paid: 'coming' },
    ])
    await leaf('1', 9)
    expect((await read())[0]).toMatchObject({ paid: 'claimed' })
    expect((await list({ quest: slug })).items.map(({ reward }) => reward)).toEqual([
      { token: 0, amount, paid: 'coming' },
      { token: 0, amount, paid: 'claimed' },
    ])
    expect(await ask({ quest: slug })).toMatchObject({ body: { result: { data: { tokens: [{ id: 0, symbol: 'ETH', decimals: 18 }] } } } })
    await site.pool.query(`delete from rollup_leaves where batch = 9`)
    await leaf('0', 10, { revoked: '2' })
    expect((await read())[0]).toMatchObject({ paid: 'returned' })
  })

  it('has the prizes of a quest, by tier', async () => {
    const { slug } = await questOf(site, project)
    const { slug: prize } = await questOf(site, project)
    const winner = await newAccount(site)
    const { participationId } = await site.members.quests.start({ accountId: winner.accountId, slug: prize })
    await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
    await site.pool.query(`update quests set prize_of = $1, prize_tier = 1, reward_per_mint = 70 where slug = $2`, [
      await idOf(site, slug),
      prize,
    ])
    expect(rowsOf(await file('rewards', `space=quarry&quest=${slug}`))).toMatchObject([
      { quest: prize, prize_tier: '1', account: winner.accountId, amount: '70', paid: 'coming' },
    ])
    expect((await file('rewards', `space=quarry&quest=${prize}`)).status).toBe(404)
  })

  it('is a header for a quest that pays nothing', async () => {
    expect(rowsOf(await file('rewards', `space=quarry&quest=${quest}`))).toEqual([])
  })
})

describe('the file of participants', () => {
  it('has a row for each, narrowed as the list, and no formula', async () => {
    await site.pool.query(`update quest_arrivals set referrer = '=1+1.example', ref = '+cmd' where account_id = $1`, [done.accountId])
    const answer = await file('participants', `space=quarry&quest=${quest}`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="cairn-counted-participants-\d{4}-\d\d-\d\d\.csv"$/)
    const rows = rowsOf(answer)
    expect(rows.map(({ account }) => account)).toEqual([idle.accountId, waiting.accountId, done.accountId])
    expect(rows[2]).toMatchObject({
      ...{ wallet: done.wallet.id, passed_steps: 'quiz wrap', credential: '7', state: 'final', revocation: '', cluster: '' },
      ...{ referrer: "'=1+1.example", ref: "'+cmd", started_at: '2026-11-01T10:00:00.000Z' },
    })
    expect(rowsOf(await file('participants', `space=quarry&quest=${quest}&step=quiz&verdict=fail`)).map(({ account }) => account)).toEqual([
      waiting.accountId,
    ])
  })

  it('leaves a line in the space’s log', async () => {
    const { rows } = await site.pool.query(`select id from spaces where slug = 'quarry'`)
    const [entry] = await createAuditStore(site.db).list(rows[0].id, null, 1)
    expect(entry).toMatchObject({ action: 'participants.exported', subject: quest, after: { step: 'quiz', verdict: 'fail' } })
  })

  it('holds 3,000 in their order, over chunks', async () => {
    const { slug } = await questOf(site, project)
    await addCrowd(site, slug, { count: 3000, from: '2026-11-05T00:00:00Z' })
    // Many at the same microsecond: only ids tell them apart.
    await site.pool.query(
      `update participations set started_at = '2026-11-05T00:00:00.123456Z' where quest_id = $1 and started_at > '2026-11-06'`,
      [await idOf(site, slug)],
    )
    const rows = rowsOf(await file('participants', `space=quarry&quest=${slug}`))
    expect(rows).toHaveLength(3000)
    expect(new Set(rows.map(({ account }) => account)).size).toBe(3000)
    expect(rows.filter(({ state }) => state === 'final')).toHaveLength(375)
  })

  it('is refused before it is begun when it would be cut', async () => {
    const { slug } = await questOf(site, project)
    await site.pool.query(
      `with a as (insert into accounts (id) select gen_random_uuid() from generate_series(1, 100001) returning id)
       insert into participations (quest_id, account_id, version) select $1, id, 1 from a`,
      [await idOf(site, slug)],
    )
    const answer = await file('participants', `space=quarry&quest=${slug}`)
    expect(answer.status).toBe(413)
    expect(answer.body).toMatchObject({ error: { code: 'input.too-large', field: 'quest' } })
    expect((await file('participants', `space=quarry&quest=${slug}&state=completed`)).status).toBe(200)
  }, 60_000)
})

describe('reasons', () => {
  it('are those of members who are not through, by step, status and code, with an example', async () => {
    const extra = await newAccount(site)
    const { participationId } = await site.members.quests.start({ accountId: extra.accountId, slug: quest })
    const same = stepResult(participationId, 'wrap', 'pending')
    Object.assign(same.verdict.trace, { next: { en: '3 of 32 confirmations', ja: '32 のうち 3' } })
    site.clock.ms += 1000
    await site.members.follower.record([same])
    const found = dataOf<{ reasons: ReasonView[] }>(await project.browser.query('studio.insights.reasons', { space: 'quarry', quest }))
    expect(found).toMatchObject({
      steps: [{ id: 'quiz' }, { id: 'wrap' }],
      reasons: [
        {
          step: 'wrap',
          status: 'pending',
          code: 'x-of-x-confirmations',
          members: 2,
          example: { en: '3 of 32 confirmations', ja: '32 のうち 3' },
        },
        { step: 'quiz', status: 'fail', code: 'it', members: 1, example: { en: 'it' } },
      ],
    })
  })

  it('change with the verdict', async () => {
    const { rows } = await site.pool.query(`select id from participations where account_id = $1`, [waiting.accountId])
    await site.members.follower.record([stepResult(rows[0].id, 'quiz')])
    const after = await site.pool.query(`select reason, chains from step_verdicts where participation_id = $1 and step_id = 'quiz'`, [
      rows[0].id,
    ])
    expect(after.rows).toEqual([{ reason: null, chains: [] }])
  })
})

describe('the health of a quest', () => {
  it('is that of the chains it reads, and of no other', async () => {
    await site.pool.query(
      `insert into chain_cursors (chain, height, hash, finalized_height, head_at, error) values ('eip155:31339', 5, '0x', 4, now(), 'away'), ('eip155:1', 5, '0x', 4, now(), null)`,
    )
    expect(dataOf(await project.browser.query('studio.insights.health', { space: 'quarry', quest }))).toMatchObject([
      { chain: 'eip155:31339', status: 'down', height: 5 },
    ])
    const [quiz] = definition().steps
    if (!quiz) throw new Error('a quiz')
    const { slug } = await questOf(site, project, { definition: definition({ steps: [quiz] }) })
    expect(dataOf(await project.browser.query('studio.insights.health', { space: 'quarry', quest: slug }))).toEqual([])
  })
})

describe('clusters', () => {
  const signal = (en: string) => ({ code: 'shared-funding' as const, strength: 45, text: { en, ja: en }, evidence: ['secret-ref'] })
  const read = async () => dataOf<QuestClusters>(await project.browser.query('studio.insights.clusters', { space: 'quarry', quest }))

  it('are those with participants of the quest, flagged first, with reasons and without what they rest on', async () => {
    const [elsewhere, also] = [await newAccount(site), await newAccount(site)]
    await keepClusters(site.db, {
      policyHash: '0x01',
      clusters: [
        {
          clusterId: '0xaa',
          flag: 'watch',
          accounts: [done.accountId, waiting.accountId, elsewhere.accountId],
          signals: [signal('Same source.')],
        },
        { clusterId: '0xbb', flag: 'flagged', accounts: [idle.accountId], signals: [signal('Again.')] },
        { clusterId: '0xcc', flag: 'flagged', accounts: [also.accountId], signals: [signal('Elsewhere.')] },
      ],
    })
    const { completions, clusters: found } = await read()
    expect(completions).toBe(1)
    expect(found).toMatchObject([
      {
        id: '0xbb',
        flag: 'flagged',
        accounts: 1,
        here: 1,
        participants: [{ account: idle.accountId, wallet: idle.wallet, completed: false }],
      },
      {
        ...{
          id: '0xaa',
          flag: 'watch',
          accounts: 3,
          here: 2,
          completed: 1,
          reasons: [{ code: 'shared-funding', strength: 45, text: { en: 'Same source.' } }],
        },
        participants: [
          { account: done.accountId, completed: true },
          { account: waiting.accountId, completed: false },
        ],
      },
    ])
    expect(JSON.stringify(found)).not.toMatch(/secret-ref|Elsewhere/)
    expect(found[1]?.participants).toHaveLength(2)
    expect((await list()).items.find(({ account }) => account.id === idle.accountId)).toMatchObject({ cluster: 'flagged' })
  })
})

describe('who may see what', () => {
  it('is by role: counts for all, people for some', async () => {
    for (const [role, people] of [
      ['admin', true],
      ['analyst', true],
      ['editor', false],
      ['reviewer', false],
    ] as const) {
      const who = await newColleague(site, 'quarry', role)
      for (const name of ['quest', 'sources', 'funnel', 'reasons', 'health'])
        expect((await who.browser.query(`studio.insights.${name}`, { space: 'quarry', quest })).status).toBe(200)
      for (const name of ['participants', 'clusters'])
        expect((await who.browser.query(`studio.insights.${name}`, { space: 'quarry', quest })).status).toBe(people ? 200 : 403)
      expect((await file('rewards', `space=quarry&quest=${quest}`, who)).status).toBe(people ? 200 : 403)
    }
  })

  it('is nothing of another space’s quests', async () => {
    const { slug } = await questOf(site, other)
    for (const name of ['quest', 'sources', 'funnel', 'reasons', 'health', 'participants', 'clusters', 'revocations'])
      expect(errorOf(await project.browser.query(`studio.insights.${name}`, { space: 'quarry', quest: slug })).data).toMatchObject({
        code: 'not-found',
        field: 'quest',
      })
  })
})

const cursorOf = async (input: object = {}) => String((await list({ limit: 1, ...input })).nextCursor)

runBadInputs('tests/server/insights/people.db.test.ts', {
  UQ16: () => ask({ cursor: Buffer.from('{"at":"2026-01-01","id":"x"}').toString('base64url') }),
  async 'UQ16-edited'() {
    const cursor = await cursorOf()
    expect((await ask({ limit: 1, cursor })).status).toBe(200)
    return ask({ limit: 1, cursor: `${cursor.slice(0, 4)}${cursor[4] === 'a' ? 'b' : 'a'}${cursor.slice(5)}` })
  },
  async 'UQ16-other'() {
    const { slug } = await questOf(site, project)
    return ask({ quest: slug, cursor: await cursorOf() })
  },
  'UQ16-filter': async () => ask({ state: 'open', cursor: await cursorOf() }),
  async UQ18() {
    const answer = await ask({ step: 'nowhere' })
    expect(errorOf(answer).data).toMatchObject({ field: 'step', expected: 'quiz, wrap' })
    return answer
  },
  'UQ18-wallet': () => ask({ wallet: "0x%' or 1=1" }),
  'UQ18-bidi': () => ask({ wallet: '\u202e0xab' }),
  'UQ18-day': () => ask({ day: '2026-13-01' }),
  'UQ18-state': () => ask({ state: 'admin' }),
  UQ20: async () => ask({ quest: (await questOf(site, other)).slug }),
  'UQ20-file': async () => file('participants', `space=quarry&quest=${(await questOf(site, other)).slug}`),
  'UQ20-stranger': () => file('participants', `space=quarry&quest=${quest}`, other),
  'UQ20-editor': async () => file('participants', `space=quarry&quest=${quest}`, await newColleague(site, 'quarry', 'editor')),
  'UQ20-anonymous': () => file('participants', `space=quarry&quest=${quest}`, { browser: new Browser(site) }),
  'UQ20-fields': () => file('participants', `space=quarry&quest=${quest}&columns=secret`),
})
