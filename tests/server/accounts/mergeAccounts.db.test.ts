import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeQuest } from '#server/quests/completeQuest.ts'
import { Browser, evmWallet, type Site, solanaWallet, startSite } from '#tests/support/members.ts'
import { liveQuest, passSteps, stepResult } from '#tests/support/questFixture.ts'
import { accountOf, change, type Holder, link, merge, signUp, walletsOf } from '#tests/support/walletSigning.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite()
  owner = await signUp(site, evmWallet())
})
afterAll(() => site.drop())

const start = async (accountId: string, slug: string) => (await site.members.quests.start({ accountId, slug })).participationId
async function complete(accountId: string, slug: string) {
  const participationId = await start(accountId, slug)
  await site.members.follower.record(['quiz', 'wrap'].map((step) => stepResult(participationId, step)))
}
const first = ({ wallets: [wallet] }: Holder) => {
  if (!wallet) throw new Error('a wallet')
  return wallet
}
const pair = async () => ({ mine: await accountOf(site, 1), other: await accountOf(site, 2) })
const moveOther = ({ mine, other }: { mine: Holder; other: Holder }) =>
  merge(site, mine.accountId, { into: first(mine), from: other.wallets })
const slugsOf = async (name: string) =>
  (await site.members.accounts.person({ handle: name, viewerId: null })).credentials.map(({ quest }) => quest.slug).toSorted()

describe('moving an account into another one', () => {
  it('brings its wallets, CUBEs, space and name; they sign in to the other one from then on', async () => {
    const both = await pair()
    const { mine, other } = both
    const { slug } = await liveQuest(site, { accountId: other.accountId })
    await complete(other.accountId, slug)
    await site.members.accounts.updateHandle({ accountId: other.accountId, handle: 'moved-name' })
    await moveOther(both)
    const [primary, ...others] = await walletsOf(site, mine.accountId)
    expect([primary, new Set(others)]).toEqual([first(mine).id, new Set(other.wallets.map(({ id }) => id))])
    for (const wallet of other.wallets) expect(await signUp(site, wallet)).toBe(mine.accountId)
    for (const name of ['moved-name', other.accountId, first(other).id]) expect(await slugsOf(name)).toEqual([slug])
    expect((await site.members.accounts.read(mine.accountId))?.handle).toBe('moved-name')
    const { rows } = await site.pool.query('select owner_id from spaces where slug = $1', [`m-${other.accountId}`])
    expect(rows).toEqual([{ owner_id: mine.accountId }])
    const kept = await site.pool.query('select wallet from account_merges where from_account = $1', [other.accountId])
    expect(kept.rows.map(({ wallet }) => wallet).toSorted()).toEqual([first(mine), ...other.wallets].map(({ id }) => id).toSorted())
  })

  it('counts a quest that both completed once, and shows both CUBEs as this member’s', async () => {
    const both = await pair()
    const { slug } = await liveQuest(site, { accountId: owner })
    const alone = await liveQuest(site, { accountId: owner })
    for (const { accountId } of [both.mine, both.other]) await complete(accountId, slug)
    await complete(both.other.accountId, alone.slug)
    const doubled = await site.members.explorer.credentialOf(both.other.accountId, slug)
    await moveOther(both)
    expect(await slugsOf(both.mine.accountId)).toEqual([slug, alone.slug].toSorted())
    expect((await site.members.explorer.credentialById(doubled?.id ?? '', null))?.holder.wallet).toBe(first(both.mine).id)
    // A repeated call answers the CUBE that there is.
    const participationId = await start(both.mine.accountId, alone.slug)
    expect(await completeQuest(site.members.questDeps, { participationId })).toMatchObject({ repeated: true })
  })

  it('goes on with a quest that one is on, and lets the finished one stand', async () => {
    const both = await pair()
    const [under, done] = [await liveQuest(site, { accountId: owner }), await liveQuest(site, { accountId: owner })]
    await start(both.other.accountId, under.slug)
    await start(both.mine.accountId, done.slug)
    await complete(both.other.accountId, done.slug)
    await moveOther(both)
    expect(await slugsOf(both.mine.accountId)).toEqual([done.slug])
    const open = (await site.members.follower.openSteps()).filter(({ context }) => context.accountId === both.mine.accountId)
    expect(new Set(open.map(({ questSlug }) => questSlug))).toEqual(new Set([under.slug]))
    expect(new Set(open[0]?.context.wallets)).toEqual(new Set([first(both.mine), ...both.other.wallets].map(({ id }) => id)))
  })

  it('ends the sessions of the account that went', async () => {
    const both = await pair()
    const [here, there] = [new Browser(site), new Browser(site)]
    await here.signIn(first(both.mine))
    await there.signIn(first(both.other))
    await moveOther(both)
    expect((await there.query('session.list')).status).toBe(401)
    expect((await here.query('session.list')).status).toBe(200)
    expect(await there.signIn(first(both.other))).toMatchObject({ accountId: both.mine.accountId })
  })

  it('needs every wallet of it, and none that came meanwhile', async () => {
    const { mine, other } = await pair()
    const [one, two] = other.wallets
    if (!one || !two) throw new Error('two wallets')
    await expect(merge(site, mine.accountId, { into: first(mine), from: [one] })).rejects.toMatchObject({ code: 'auth.refused' })
    await expect(merge(site, mine.accountId, { into: first(mine), from: [one, one] })).rejects.toMatchObject({ code: 'auth.refused' })
    const third = solanaWallet()
    await link(site, other.accountId, { from: one, to: third })
    await expect(merge(site, mine.accountId, { into: first(mine), from: [one, two] })).rejects.toMatchObject({ code: 'auth.refused' })
    expect(await walletsOf(site, other.accountId)).toHaveLength(3)
  })

  it('refuses a wallet without account, and one’s own', async () => {
    const { mine } = await pair()
    await expect(merge(site, mine.accountId, { into: first(mine), from: [evmWallet()] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(merge(site, mine.accountId, { into: first(mine), from: [first(mine)] })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('of two that are moved into each other at once moves one', async () => {
    const [a, b] = [await accountOf(site, 1), await accountOf(site, 1)]
    const outcomes = await Promise.allSettled([
      merge(site, a.accountId, { into: first(a), from: b.wallets }),
      merge(site, b.accountId, { into: first(b), from: a.wallets }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const counts = [await walletsOf(site, a.accountId), await walletsOf(site, b.accountId)].map(({ length }) => length)
    expect(counts.toSorted()).toEqual([0, 2])
  })

  it('follows accounts that were moved before', async () => {
    const [a, b, c] = [await accountOf(site, 1), await accountOf(site, 1), await accountOf(site, 1)]
    await merge(site, b.accountId, { into: first(b), from: a.wallets })
    await merge(site, c.accountId, { into: first(c), from: [first(b), first(a)] })
    expect((await site.members.accounts.person({ handle: a.accountId, viewerId: null })).id).toBe(c.accountId)
    await change(site, c.accountId, { signer: first(a), request: { kind: 'remove', wallet: first(a).id } })
    expect(await signUp(site, first(a))).not.toBe(c.accountId)
  })

  it('loses no completion that comes at the same moment', async () => {
    const both = await pair()
    const quests = await Promise.all(Array.from({ length: 8 }, () => liveQuest(site, { accountId: owner })))
    const under = await Promise.all(quests.map(({ slug }) => start(both.other.accountId, slug)))
    for (const id of under) await passSteps(site, id)
    const outcomes = await Promise.allSettled([
      moveOther(both),
      ...under.map((participationId) => completeQuest(site.members.questDeps, { participationId })),
    ])
    expect(outcomes[0]?.status).toBe('fulfilled')
    for (const participationId of under) await completeQuest(site.members.questDeps, { participationId })
    expect(await slugsOf(both.mine.accountId)).toEqual(quests.map(({ slug }) => slug).toSorted())
  })
})
