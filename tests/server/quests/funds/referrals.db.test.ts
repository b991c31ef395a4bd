import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeQuest } from '#server/quests/completeQuest.ts'
import type { ReferralView } from '#server/quests/funds/referrals.ts'
import { emptyQuest, toFields } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { type Answer, dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, passSteps, sealMints } from '#tests/support/questFixture.ts'
import { type Staff, signedIn, staffOf, type Worker } from '#tests/support/studioSpace.ts'

const space = 'sharing'
const fee = 1000n
let site: Site
let staff: Staff
let batch = 0
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, space)
})
afterAll(() => site.drop())

const refusal = (answer: Answer) => errorOf(answer).data
const sql = async (text: string, ...values: unknown[]) => (await site.pool.query(text, values)).rows

/** A live quest of the space whose fee is shared. */
async function sharedQuest(split = { creator: 0, publisher: 2000, referrer: 1000 }) {
  const { slug } = await liveQuest(site, { accountId: staff.owner.accountId, space, definition: definition({ split }) })
  await sql('update quests set fee_per_mint = $1 where slug = $2', String(fee), slug)
  return slug
}

const linkOf = async (who: Worker, slug: string) =>
  dataOf<{ code: string; each: string } | null>(await who.browser.mutate('quests.referralLink', { slug }))
const referrals = async () => dataOf<ReferralView[]>(await staff.owner.browser.query('studio.funds.referrals', { space }))
const start = ({ browser }: Worker, slug: string, ref?: string) =>
  browser.mutate('quests.start', { slug, ...(ref === undefined ? {} : { ref }) })

async function complete(slug: string, ref?: string) {
  const who = await signedIn(site)
  const { participationId } = dataOf<{ participationId: string }>(await start(who, slug, ref))
  await passSteps(site, participationId)
  await completeQuest(site.members.questDeps, { participationId })
  await sealMints(site, ++batch, 'final')
  return { who, participationId }
}
const kept = async (participationId: string) =>
  (await sql('select referral from participations where id = $1', participationId))[0].referral

describe('a link that brings members', () => {
  it('is each member’s own, one for the space, where referrers have a share', async () => {
    const [slug, other, plain] = [await sharedQuest(), await sharedQuest(), await sharedQuest({ creator: 0, publisher: 0, referrer: 0 })]
    const [ada, bob] = [await signedIn(site), await signedIn(site)]
    const link = await linkOf(ada, slug)
    expect(link).toEqual({ code: expect.stringMatching(/^[a-z2-7]{10}$/), each: '100' })
    expect((await linkOf(ada, other))?.code).toBe(link?.code)
    expect((await linkOf(bob, slug))?.code).not.toBe(link?.code)
    expect(await linkOf(ada, plain)).toBeNull()
    expect(refusal(await ada.browser.mutate('quests.referralLink', { slug: 'no-such-quest' })).code).toBe('not-found')
  })

  it('is kept with the start: the first one, never one’s own, never another space’s', async () => {
    const slug = await sharedQuest()
    const [ada, bob] = [await signedIn(site), await signedIn(site)]
    const [mine, theirs] = [(await linkOf(ada, slug))?.code ?? '', (await linkOf(bob, slug))?.code ?? '']
    const own = dataOf<{ participationId: string }>(await start(ada, slug, mine))
    expect(await kept(own.participationId)).toBeNull()
    const cleo = await signedIn(site)
    const first = dataOf<{ participationId: string }>(await start(cleo, slug, mine))
    const again = dataOf<{ participationId: string }>(await start(cleo, slug, theirs))
    expect(again.participationId).toBe(first.participationId)
    expect(await kept(first.participationId)).toBe(mine)
    const { slug: elsewhere } = await liveQuest(site, { accountId: staff.editor.accountId, definition: definition() })
    for (const ref of [mine, 'nonsense', `${mine}'; drop table quests`, '', 'x'.repeat(200)]) {
      const dan = await signedIn(site)
      const begun = dataOf<{ participationId: string }>(await start(dan, elsewhere, ref))
      expect(await kept(begun.participationId)).toBeNull()
    }
    expect(refusal(await start(await signedIn(site), slug, 'x'.repeat(201)))).toMatchObject({ code: 'input.invalid', field: 'ref' })
  })

  it('brings its share for every credential that stands, and nothing for those that were taken back', async () => {
    const slug = await sharedQuest()
    const ada = await signedIn(site)
    const code = (await linkOf(ada, slug))?.code ?? ''
    await complete(slug, code)
    await complete(slug, code)
    await complete(slug)
    dataOf(await start(await signedIn(site), slug, code))
    const mine = async () => (await referrals()).find((one) => one.code === code)
    expect(await mine()).toMatchObject({
      role: 'referrer',
      began: 3,
      earned: 2,
      earnedAmount: '200',
      paid: '0',
      due: '200',
      slotAccount: null,
    })
    await sql(
      `insert into revocations (credential_id, space_id, account_id, reason, words) select c.id, s.id, $1, 'fraud', 'no'
       from credentials c join quests q on q.id = c.quest_id join spaces s on s.id = q.space_id
       where q.slug = $2 and c.account_id in (select account_id from participations where referral = $3) limit 1`,
      staff.owner.accountId,
      slug,
      code,
    )
    expect(await mine()).toMatchObject({ began: 3, earned: 1, due: '100' })
  })

  it('is given to publishers by who may move the space’s money', async () => {
    const slug = await sharedQuest()
    const publisher = await signedIn(site)
    const [{ address }] = await sql('select address from wallets where account_id = $1', publisher.accountId)
    const add = ({ browser }: Worker, name: string) => browser.mutate('studio.funds.addPublisher', { space, name })
    const { code } = dataOf<{ code: string }>(await add(staff.admin, address))
    expect(dataOf<{ code: string }>(await add(staff.owner, address)).code).toBe(code)
    await complete(slug, code)
    expect((await referrals()).find((one) => one.code === code)).toMatchObject({ role: 'publisher', earned: 1, due: '200' })
    expect(refusal(await add(staff.editor, address)).code).toBe('auth.forbidden')
    expect(refusal(await add(staff.owner, 'nobody-of-that-name'))).toMatchObject({ code: 'not-found', field: 'name' })
    const log = await sql(`select subject from audit_entries where action = 'funds.publisher-added'`)
    expect(log).toEqual([{ subject: publisher.accountId }])
  })
})

describe('a quest whose money runs out', () => {
  /** Its leaf as a project opened it. */
  const leaf = (slug: string, pools: object) =>
    sql(
      `insert into rollup_leaves (tree, index, batch, fields) select $1, slot_index, $2, $3 from quests where slug = $4`,
      treeIds.quests,
      1_000_000 + ++batch,
      JSON.stringify(toFields({ ...emptyQuest, rewardPerMint: 10n, ...pools })),
      slug,
    )

  it('says so before anybody starts, and goes on once there is more', async () => {
    const slug = `short-${randomUUID().slice(0, 8)}`
    await liveQuest(site, { accountId: staff.owner.accountId, space, slug, supply: 30 })
    await sql('update quests set slot_owner = 7, reward_per_mint = 10 where slug = $1', slug)
    // The newest batch is the one that state rows tell of.
    const latest = () =>
      sql('insert into rollup_leaves (tree, index, batch, fields) values (0, 0, $1, $2) on conflict do nothing', 2_000_000, '{}')
    await latest()
    await leaf(slug, { pool: 40n })
    const page = () => site.members.quests.bySlug({ slug, accountId: null })
    expect((await page()).paidPlaces).toBe(4)
    for (let i = 0; i < 4; i++) await complete(slug)
    expect(refusal(await start(await signedIn(site), slug))).toMatchObject({ code: 'quest.unfunded', field: 'funds', found: '4' })
    const told = await sql(
      `select n.account_id, n.facts from notices n join quests q on q.id = n.quest_id where q.slug = $1 and n.kind = 'quest.poolLow' order by n.id`,
      slug,
    )
    // At three places left, which is a tenth of all, and at none: the owner and the admin each time, nobody else.
    const team = [staff.owner.accountId, staff.admin.accountId].toSorted()
    expect(
      told
        .filter(({ facts }) => facts.left === 3)
        .map(({ account_id }) => account_id)
        .toSorted(),
    ).toEqual(team)
    expect(
      told
        .filter(({ facts }) => facts.left === 0)
        .map(({ account_id }) => account_id)
        .toSorted(),
    ).toEqual(team)
    expect(told).toHaveLength(4)
    await leaf(slug, { pool: 100n, minted: 4n })
    expect((await start(await signedIn(site), slug)).status).toBe(200)
    expect((await page()).paidPlaces).toBe(14)
  })
})
