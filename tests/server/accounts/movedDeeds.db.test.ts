import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  apiKeys,
  auditEntries,
  connections,
  mutedNotices,
  notices,
  platformCases,
  platformReports,
  platformRoles,
  pushSubscriptions,
  questArrivals,
  questDrafts,
  questReviews,
  referralLinks,
  referralPayments,
  revocations,
  spaceMembers,
  spaceVaults,
  sybilClusters,
  sybilMembers,
  walletSends,
} from '#drizzle/schema/index.ts'
import { sealed } from '#server/compose/sealed.ts'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'
import { accountOf, type Holder, merge } from '#tests/support/walletSigning.ts'
import {
  addQuest,
  addSpace,
  hide,
  newWorld,
  sealWorldBatch,
  takeWorldBack,
  type World,
  type WorldCredential,
} from '#tests/support/xpWorld.ts'
import { decisions } from './mergedTables.ts'

/** One account with something in every table, moved into one that has some of it, too. */
let site: Site
let world: World
let mine: Holder
let other: Holder
let space: string
const minted: Record<'alone' | 'both' | 'kept' | 'mine', WorldCredential> = {} as never
const timestamp = Date.parse('2026-11-24T00:00:00Z') / 1000
const [from, into] = [() => other.accountId, () => mine.accountId]

beforeAll(async () => {
  site = await startSite()
  world = { ...newWorld(site.db), accounts: 100 }
  mine = await accountOf(site, 1)
  other = await accountOf(site, 2)
  space = await addSpace(world, other.accountId, 'moving')
  const quests = []
  for (let index = 0; index < 3; index++)
    quests.push(await addQuest(world, { index, spaceId: space, points: 100 + index, category: index }))
  const [alone, both, own] = quests
  if (!alone || !both || !own) throw new Error('three quests')
  const sealOne = async (number: number, account: string, quest: typeof alone) => {
    const [credential] = await sealWorldBatch(world, { number, timestamp: timestamp + number, mints: [{ account, quest }] })
    if (!credential) throw new Error('no credential')
    return credential
  }
  minted.alone = await sealOne(1, from(), alone)
  minted.both = await sealOne(2, from(), both)
  minted.kept = await sealOne(3, into(), both)
  minted.mine = await sealOne(4, into(), own)
  await hide(world, minted.alone.id)
  await hide(world, minted.both.id)
  await addMemberRows()
  await addAttempts()
  await merge(site, mine.accountId, { into: wallet(mine), from: other.wallets })
})
afterAll(() => site.drop())

const wallet = ({ wallets: [first] }: Holder) => {
  if (!first) throw new Error('a wallet')
  return first
}

async function addMemberRows() {
  const notice = (accountId: string, key: string) => ({ accountId, kind: 'quest.ending' as const, key, facts: {} })
  await site.db.insert(notices).values([notice(from(), 'told both'), notice(into(), 'told both'), notice(from(), 'told one')])
  await site.db.insert(mutedNotices).values({ accountId: from(), kind: 'quest.ending' })
  const browser = { publicKey: '', secret: '', locale: 'ja' as const }
  await site.db.insert(pushSubscriptions).values([
    { endpoint: 'https://push.test/a', accountId: from(), ...browser },
    { endpoint: 'https://push.test/b', accountId: into(), ...browser },
  ])
  const connected = (accountId: string, service: 'github' | 'discord') => ({
    accountId,
    service,
    userId: randomUUID(),
    handle: service,
    sealedTokens: '',
  })
  await site.db.insert(connections).values([connected(from(), 'github'), connected(into(), 'github'), connected(from(), 'discord')])
  const send = (accountId: string, hash: string) => ({ accountId, hash, kind: 'deposit' as const, token: 0, amount: 5n })
  await site.db.insert(walletSends).values([send(from(), '0x1'), send(into(), '0x1'), send(from(), '0x2')])
  const [shared, lower] = [await addSpace(world, from(), 'shared'), await addSpace(world, into(), 'lower')]
  await site.db.insert(spaceMembers).values([
    { spaceId: shared, accountId: into(), role: 'analyst' },
    { spaceId: lower, accountId: from(), role: 'editor' },
  ])
  await site.db.insert(auditEntries).values([
    { spaceId: shared, accountId: from(), action: 'space.made', subject: 'shared' },
    { spaceId: shared, accountId: into(), action: 'space.made', subject: 'shared' },
  ])
  const at = new Date(0)
  const key = { name: 'a program', prefix: 'cairn_live_', hash: 'hash', scopes: ['quests:read' as const], createdAt: at, expiresAt: at }
  await site.db.insert(apiKeys).values({ spaceId: shared, accountId: from(), ...key })
  await site.db.insert(spaceVaults).values({ spaceId: shared, accountId: from(), slotAccount: 1 })
  const link = (code: string, spaceId: string, accountId: string) => ({ code, spaceId, accountId, role: 'referrer' as const })
  await site.db.insert(referralLinks).values([link('theirs', shared, from()), link('mine', shared, into()), link('alone', lower, from())])
  await site.db.insert(referralPayments).values({ spaceId: shared, accountId: from(), amount: 5n, tx: '0xpaid', createdAt: at })
  const text = { spaceId: shared, document: {}, acknowledged: [], found: '', editedAt: at, createdAt: at }
  const drafts = await site.db
    .insert(questDrafts)
    .values([
      { ...text, slug: 'written', editedBy: from(), submittedBy: from() },
      { ...text, slug: 'read', editedBy: into(), submittedBy: into() },
    ])
    .returning()
  const spoken = { revision: 1, act: 'submitted' as const, at }
  await site.db
    .insert(questReviews)
    .values(drafts.flatMap(({ id, submittedBy }) => (submittedBy ? [{ ...spoken, draftId: id, accountId: submittedBy }] : [])))
  const arrival = (accountId: string, { quest }: WorldCredential, referrer: string, hour: number) => ({
    ...{ accountId, questId: quest.id, referrer, ref: null, at: new Date(Date.UTC(2026, 10, 1, hour)) },
  })
  await site.db
    .insert(questArrivals)
    .values([
      arrival(from(), minted.both, 'earlier.example', 1),
      arrival(into(), minted.both, 'later.example', 2),
      arrival(from(), minted.mine, 'later.example', 4),
      arrival(into(), minted.mine, 'earlier.example', 3),
      arrival(from(), minted.alone, 'only.example', 5),
    ])
  const why = { spaceId: shared, reason: 'mistake', words: 'By mistake.' }
  await site.db.insert(revocations).values([
    { ...why, credentialId: minted.both.id, accountId: from() },
    { ...why, credentialId: minted.kept.id, accountId: into() },
  ])
  await site.db.insert(platformRoles).values([
    { accountId: from(), role: 'admin' },
    { accountId: into(), role: 'moderator' },
  ])
  const opened = (spaceId: string) => ({
    spaceId,
    kind: 'report' as const,
    openedAt: new Date(),
    takenBy: from(),
    status: 'taken' as const,
  })
  const [twice, once] = await site.db
    .insert(platformCases)
    .values([opened(shared), opened(lower)])
    .returning()
  const said = (accountId: string, caseId = '', words = '') => ({ caseId, accountId, reason: 'spam', words, createdAt: new Date() })
  await site.db
    .insert(platformReports)
    .values([said(from(), twice?.id, 'first'), said(into(), twice?.id, 'second'), said(from(), once?.id, 'alone')])
  await site.db.insert(sybilClusters).values({ id: 'cluster', flag: 'watch', policyHash: '', signals: [] })
  await site.db.insert(sybilMembers).values({ accountId: from(), cluster: 'cluster' })
}

/** A quest that both are on: each handed in something on each step. */
let attempts: { mine: string; other: string }
async function addAttempts() {
  const owner = await accountOf(site, 1)
  const { slug } = await liveQuest(site, { accountId: owner.accountId, definition: definition() })
  const start = async (accountId: string) => (await site.members.quests.start({ accountId, slug })).participationId
  attempts = { mine: await start(into()), other: await start(from()) }
  const handIn = (participation: string, step: string, answers: object) =>
    site.pool.query(`insert into submissions (participation_id, step_id, answers) values ($1, $2, $3)`, [
      participation,
      step,
      JSON.stringify(answers),
    ])
  await handIn(attempts.mine, 'poll', { yes: '1' })
  await handIn(attempts.other, 'poll', { no: '1' })
  await handIn(attempts.other, 'quiz', { q1: 'a' })
  await handIn(attempts.mine, 'cubes', { 'urn:cube:1': '{}' })
  await handIn(attempts.other, 'cubes', { 'urn:cube:1': '{}' })
  await handIn(attempts.other, 'cubes', { 'urn:cube:2': '{}' })
  const paste = (participation: string, hash: string) =>
    site.pool.query(`insert into pasted_transactions (participation_id, step_id, hash) values ($1, 'wrap', $2)`, [participation, hash])
  for (const [participation, hash] of [
    [attempts.mine, '0xa'],
    [attempts.other, '0xa'],
    [attempts.other, '0xb'],
  ] as const)
    await paste(participation, hash)
}

const rowsOf = async (text: string, ...values: unknown[]) => (await site.pool.query(text, values)).rows

/** XP of an account on every board. */
const boardsOf = async (accountId: string) =>
  Object.fromEntries(
    (
      await rowsOf(
        `select b.period || ' ' || b.facet as board, t.xp::integer, t.credentials from board_totals t join boards b on b.id = t.board where t.account_id = $1`,
        accountId,
      )
    ).map(({ board, xp, credentials }) => [board, { xp, credentials }]),
  )

describe('an account that is moved into another one', () => {
  it.each(Object.entries(decisions))('has its rows of %s as decided', async (column, decision) => {
    const [table = '', name = ''] = column.split('.')
    const left = await rowsOf(`select 1 from ${table} where ${name} = $1`, from())
    if (decision.is === 'moved') expect(left).toEqual([])
    if (decision.is !== 'left') expect(await rowsOf(`select 1 from ${table} where ${name} = $1`, into())).not.toEqual([])
  })

  it('brings its XP to every board, that of a quest that both completed once', async () => {
    const expected: Record<string, { xp: number; credentials: number }> = {}
    for (const { quest, issuedAt } of [minted.alone, minted.kept, minted.mine]) {
      for (const period of periodKeysAt(issuedAt))
        for (const facet of ['all', `category:${quest.category}`, `space:${space}`]) {
          const { xp = 0, credentials = 0 } = expected[`${period} ${facet}`] ?? {}
          expected[`${period} ${facet}`] = { xp: xp + quest.points, credentials: credentials + 1 }
        }
    }
    expect(await boardsOf(into())).toEqual(expected)
    expect(await boardsOf(from())).toEqual({})
    const { entries } = await site.members.reputation.leaderboard(await site.members.reputation.findBoard({ period: 'all' }), {
      ...{ after: null, limit: 50, accountId: null },
    })
    expect(entries.map(({ account, credentials }) => [account.id, credentials])).toEqual([[into(), 3]])
  })

  it('brings its CUBEs; what either hid of a quest is hidden', async () => {
    const shown = await site.members.accounts.person({ handle: into(), viewerId: null })
    expect(shown.credentials.map(({ id }) => id)).toEqual([minted.mine.id])
    const own = await site.members.accounts.person({ handle: into(), viewerId: into() })
    expect(own.credentials.map(({ id }) => id)).toEqual([minted.mine, minted.kept, minted.alone].map(({ id }) => id))
    for (const { id } of [minted.both, minted.kept]) {
      expect(await site.members.explorer.credentialById(id, null)).toBeNull()
      expect(await site.members.explorer.credentialById(id, into())).toMatchObject({ hidden: true })
    }
    await site.members.credentials.hide({ accountId: into(), id: minted.kept.id, hidden: false })
    expect(await site.members.explorer.credentialById(minted.both.id, null)).not.toBeNull()
    await site.members.credentials.hide({ accountId: into(), id: minted.kept.id, hidden: true })
    expect(await site.members.explorer.credentialById(minted.both.id, null)).toBeNull()
  })

  it('brings its notices and browsers; what both were told is there once', async () => {
    expect(
      (await rowsOf(`select key from notices where account_id = $1 and kind = 'quest.ending'`, into())).map(({ key }) => key).toSorted(),
    ).toEqual(['told both', 'told one'])
    expect((await rowsOf('select endpoint from push_subscriptions where account_id = $1', into())).length).toBe(2)
    expect(await rowsOf('select 1 from muted_notices where account_id = $1', into())).toEqual([])
  })

  it('brings what it handed in on a quest that both are on: a vote once, each CUBE and transaction once', async () => {
    expect(await rowsOf('select 1 from participations where id = $1', attempts.other)).toEqual([])
    const handed = await rowsOf(`select step_id, answers from submissions where participation_id = $1`, attempts.mine)
    expect(handed.map(({ step_id, answers }) => `${step_id} ${Object.keys(answers)[0]}`).toSorted()).toEqual([
      'cubes urn:cube:1',
      'cubes urn:cube:2',
      'poll yes',
      'quiz q1',
    ])
    const pasted = await rowsOf(`select hash from pasted_transactions where participation_id = $1`, attempts.mine)
    expect(pasted.map(({ hash }) => hash).toSorted()).toEqual(['0xa', '0xb'])
  })

  it('keeps the earlier of two arrivals at a quest, with where it came from', async () => {
    const arrivals = await rowsOf(
      `select q.slug, o.referrer from quest_arrivals o join quests q on q.id = o.quest_id where o.account_id = $1`,
      into(),
    )
    const expected = [minted.both, minted.mine].map(({ quest }) => ({ slug: quest.slug, referrer: 'earlier.example' }))
    expect(arrivals.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual(
      [...expected, { slug: minted.alone.quest.slug, referrer: 'only.example' }].toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    )
  })

  it('works for the spaces that either worked for, each in the higher role', async () => {
    const places = await rowsOf(
      `select s.slug || ' ' || m.role as place from space_members m join spaces s on s.id = m.space_id where m.account_id = $1 order by 1`,
      into(),
    )
    expect(places.map(({ place }) => place)).toEqual(['lower owner', 'moving owner', 'shared owner'])
  })

  it('does what either did for the platform: in the higher role, with one report in each case', async () => {
    expect(await rowsOf('select account_id, role from platform_roles')).toEqual([{ account_id: into(), role: 'admin' }])
    expect((await rowsOf('select account_id, words from platform_reports order by words')).map(({ words }) => words)).toEqual([
      'alone',
      'second',
    ])
  })

  it('counts services and transactions that both have once', async () => {
    expect(
      (await rowsOf('select service from connections where account_id = $1 order by service', into())).map(({ service }) => service),
    ).toEqual(['discord', 'github'])
    expect((await rowsOf('select hash from wallet_sends where account_id = $1 order by hash', into())).map(({ hash }) => hash)).toEqual([
      '0x1',
      '0x2',
    ])
  })

  it('gives its doubled CUBE no XP when its batch is sealed anew', async () => {
    await takeWorldBack(world, 1)
    expect([await boardsOf(into()), await boardsOf(from())]).toEqual([{}, {}])
    const again = [minted.both, minted.mine].map(({ id, account, index, issuedAt }, position) => ({
      ...{ credentialId: id, accountId: account, account: -1, index, serial: index, issuedAt },
      ...{ evidenceRoot: '0x00' as const, position },
    }))
    await site.db.transaction((tx) =>
      sealed.sealed(tx, { number: 1, accounts: [], questsOpened: [], openingTxs: [], revoked: [], mints: again }),
    )
    expect((await boardsOf(into()))['all all']).toEqual({ xp: minted.mine.quest.points, credentials: 1 })
    expect(await boardsOf(from())).toEqual({})
  })
})
