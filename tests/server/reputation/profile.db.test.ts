import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/index.ts'
import type { CredentialView, Person, ScoreView, Standing } from '#server/api/types.ts'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import {
  addQuest,
  addSpace,
  newWorld,
  sealWorldBatch,
  takeWorldBack,
  type World,
  type WorldCredential,
  worldIssuer,
} from '#tests/support/xpWorld.ts'

type Page = { items: CredentialView[]; nextCursor: string | null }

let site: Site
let owner: Browser
let stranger: Browser
let me: string
let minted: WorldCredential[]
let world: World
const issued = Date.parse('2026-11-24T00:00:00Z') / 1000

beforeAll(async () => {
  site = await startSite({ deps: { platform: worldIssuer } })
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  ;[owner, stranger] = [new Browser(site), new Browser(site)]
  me = (await owner.signIn(evmWallet())).accountId
  await stranger.signIn(evmWallet())
  world = { ...newWorld(site.db), accounts: 100 }
  const space = await addSpace(world, me, 'north')
  minted = []
  // Eight quests, two weeks apart: together more than one space may bring.
  for (let index = 0; index < 8; index++) {
    const quest = await addQuest(world, { index, spaceId: space, points: 400 - index, category: index % 2 })
    const timestamp = issued - (7 - index) * 14 * 86_400
    minted.push(...(await sealWorldBatch(world, { number: index + 1, timestamp, mints: [{ account: me, quest }] })))
  }
  site.clock.ms = Date.parse('2026-11-28T12:00:00Z')
})
afterAll(() => site.drop())

const score = async (by: Browser, input: object = {}) => dataOf<ScoreView>(await by.query('reputation.score', { accountId: me, ...input }))
const standing = async (by: Browser) => dataOf<Standing>(await by.query('reputation.standing', { accountId: me }))
const timeline = async (by: Browser, input: object = {}) =>
  dataOf<Page>(await by.query('credentials.timeline', { accountId: me, ...input }))
const person = async (by: Browser) => dataOf<Person>(await by.query('people.byHandle', { handle: me }))
const hide = (by: Browser, id: unknown, hidden: unknown = true) => by.mutate('credentials.hide', { id, hidden })

describe('the score of a member', () => {
  it('sums line by line to the score, over pages, and says what a cap took', async () => {
    const whole = await score(stranger)
    expect(whole).toMatchObject({ version: 1, week: 151, weekFrom: '2026-11-23T00:00:00.000Z', lineCount: 8, carried: 0 })
    expect(whole.lines.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(whole.score)
    expect(whole.lines.at(-1)?.total).toBe(whole.score)
    // 2,000 points of one space: the sixth line gets what is left, the oldest two nothing.
    expect(whole.lines.map(({ caps }) => caps)).toEqual([[], [], [], [], [], ['project'], ['project'], ['project']])
    expect(whole.lines[0]).toMatchObject({ index: minted[7]?.index, quest: { slug: 'world-quest-7' }, space: { slug: 'north' }, age: 0 })
    expect(whole.lines[0]?.how.en).toBe('393 points × 1.0 × 1.0 (this week) = 393')
    const second = await score(stranger, { from: 3, limit: 2 })
    expect(second.lines).toEqual(whole.lines.slice(3, 5))
    expect(second.carried).toBe(whole.lines[2]?.total)
  })

  it('is another as soon as a credential is revoked, becomes final or a week has passed', async () => {
    const before = await score(stranger)
    expect(await score(stranger)).toEqual(before)
    const [quest] = minted
    await sealWorldBatch(world, { number: 9, timestamp: issued + 60, mints: [], revoked: minted.slice(0, 1) })
    expect((await score(stranger)).lines.at(-1)).toMatchObject({ index: quest?.index, reason: 'revoked', caps: [] })
    await site.pool.query(`update rollup_batches set status = 'voted' where number = 8`)
    expect(await score(stranger)).toMatchObject({ lineCount: 7 })
    await site.pool.query(`update rollup_batches set status = 'final' where number = 8`)
    await takeWorldBack(world, 9)
    expect(await score(stranger)).toEqual(before)
    site.clock.ms += 8 * 7 * 86_400_000
    expect((await score(stranger)).score).toBeLessThan(before.score)
    site.clock.ms -= 8 * 7 * 86_400_000
  })

  it('is 0 with an empty sum for who has nothing', async () => {
    const { accountId } = await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)
    expect(dataOf(await stranger.query('reputation.score', { accountId }))).toMatchObject({ score: 0, count: 0, lines: [], lineCount: 0 })
  })
})

describe('a credential that its holder hides', () => {
  it('is on no page for others, and still counts', async () => {
    const before = { person: await person(stranger), standing: await standing(stranger), score: await score(stranger) }
    const [hidden] = minted.slice(-1)
    expect(dataOf(await hide(owner, hidden?.id))).toEqual({ id: hidden?.id, hidden: true })

    expect(await person(stranger)).toMatchObject({ count: 7, hidden: 1 })
    expect((await person(stranger)).credentials.map(({ id }) => id)).not.toContain(hidden?.id)
    expect((await timeline(stranger)).items.map(({ id }) => id)).not.toContain(hidden?.id)
    const shown = await score(stranger)
    expect(shown.score).toBe(before.score.score)
    expect(shown.lines.map(({ index }) => index)).not.toContain(hidden?.index)
    expect(shown.hidden).toEqual({ credentials: 1, contribution: 393 })
    expect((shown.lines.at(-1)?.total ?? 0) + shown.hidden.contribution).toBe(shown.score)
    const left = await standing(stranger)
    expect(left).toMatchObject({ xp: before.standing.xp, hidden: { xp: 393, credentials: 1 } })
    expect(left.categories.find(({ category }) => category === 'nft')?.credentials).toBe(3)
    expect(left.spaces).toMatchObject([{ slug: 'north', credentials: 7 }])
    expect(left.chains).toMatchObject([{ credentials: 7 }])
  })

  it('is there for the holder, marked, and comes back', async () => {
    const [hidden] = minted.slice(-1)
    expect(await person(owner)).toMatchObject({ count: 8, hidden: 1 })
    expect((await timeline(owner)).items.find(({ id }) => id === hidden?.id)).toMatchObject({ hidden: true })
    expect((await score(owner)).lines[0]).toMatchObject({ index: hidden?.index, hidden: true })
    expect((await standing(owner)).categories).toMatchObject([{ credentials: 4 }, { credentials: 4 }])
    dataOf(await hide(owner, hidden?.id, false))
    expect((await timeline(stranger)).items).toHaveLength(8)
  })
})

describe('the timeline', () => {
  it('is newest first, page by page, what is in no batch yet before all', async () => {
    await site.pool.query(`update credentials set slot_index = null, issued_at = null where id = $1`, [minted[2]?.id])
    const items: CredentialView[] = []
    for (let cursor: string | null = null, more = true; more; ) {
      const page: Page = await timeline(owner, { limit: 3, cursor })
      items.push(...page.items)
      cursor = page.nextCursor
      more = cursor !== null
    }
    const expected = [minted[2], ...minted.filter((_, i) => i !== 2).toReversed()]
    expect(items.map(({ id }) => id)).toEqual(expected.map((credential) => credential?.id))
    await site.pool.query(`update credentials set slot_index = $2, issued_at = to_timestamp($3) where id = $1`, [
      ...[minted[2]?.id, minted[2]?.index, minted[2]?.issuedAt],
    ])
  })

  it('is saved as CSV with batch, root and serial of each, hidden ones too', async () => {
    dataOf(await hide(owner, minted[0]?.id))
    const { status, headers, body } = await owner.send('csv', '/api/csv/credentials')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const [header = [], ...rows] = readCsv(String(body)).map(({ fields }) => fields)
    const records = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
    expect(records.map(({ credential }) => Number(credential))).toEqual(minted.map(({ index }) => index))
    expect(records[0]).toMatchObject({
      ...{ quest: 'world-quest-0', title_ja: 'クエスト 0', space: 'Space north', category: 'defi', state: 'final', hidden: 'true' },
      ...{ batch: '1', serial: '0', state_root: `0x${'1'.padStart(64, '0')}`, xp: '400' },
    })
    dataOf(await hide(owner, minted[0]?.id, false))
  })
})

runBadInputs('tests/server/reputation/profile.db.test.ts', {
  PR02: () => hide(stranger, minted[0]?.id),
  'PR02-anonymous': () => hide(new Browser(site), minted[0]?.id),
  'PR02-shape': () => hide(owner, 'not-a-uuid'),
  PR04: () => hide(owner, minted[0]?.id, 'true'),
  'PR04-null': () => hide(owner, minted[0]?.id, null),
  PR06: () => owner.query('reputation.score', { accountId: me, from: -1 }),
  'PR06-fraction': () => owner.query('reputation.score', { accountId: me, from: 0.5 }),
  'PR06-limit': () => owner.query('reputation.score', { accountId: me, limit: 201 }),
  PR08: () => owner.query('reputation.standing', { accountId: 'me' }),
  async PR10() {
    const { nextCursor } = await timeline(owner, { limit: 1 })
    const other = (await stranger.session()).accountId
    return owner.query('credentials.timeline', { accountId: other, cursor: nextCursor })
  },
  PR12: () => owner.query('credentials.timeline', { accountId: me, withHidden: true }),
})
