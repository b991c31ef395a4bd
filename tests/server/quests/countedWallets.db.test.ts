import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeQuest } from '#server/quests/completeQuest.ts'
import { evmWallet, type Site, startSite, type TestWallet } from '#tests/support/members.ts'
import { liveQuest, passSteps, stepResult } from '#tests/support/questFixture.ts'
import { accountOf, change, link, merge, signUp } from '#tests/support/walletSigning.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite()
  owner = await signUp(site, evmWallet())
})
afterAll(() => site.drop())

/** On the quest with every step passed, without the completion that follows. */
async function passed(accountId: string, slug: string): Promise<string> {
  const { participationId } = await site.members.quests.start({ accountId, slug })
  await passSteps(site, participationId)
  return participationId
}
const complete = (participationId: string) => completeQuest(site.members.questDeps, { participationId })
const leave = (accountId: string, wallet: TestWallet) =>
  change(site, accountId, { signer: wallet, request: { kind: 'remove', wallet: wallet.id } })
const quest = async () => (await liveQuest(site, { accountId: owner })).slug

async function couple() {
  const { accountId, wallets } = await accountOf(site, 2)
  const [stays, leaves] = wallets
  if (!stays || !leaves) throw new Error('two wallets')
  return { accountId, stays, leaves }
}
const refused = { code: 'wallet.counted' }

describe('T9: a wallet that left an account', () => {
  it('does not earn again what that account completed, alone or linked to another', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    await complete(await passed(accountId, slug))
    await leave(accountId, leaves)
    const alone = await passed(await signUp(site, leaves), slug)
    await expect(complete(alone)).rejects.toMatchObject({ ...refused, meta: { field: 'wallet', found: leaves.id } })
    const { rows } = await site.pool.query(
      'select count(*)::int as n from completions c join quests q on q.id = c.quest_id where q.slug = $1',
      [slug],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('is refused by the follower without an error of ours', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    await complete(await passed(accountId, slug))
    await leave(accountId, leaves)
    const alone = await passed(await signUp(site, leaves), slug)
    await site.members.follower.record([stepResult(alone, 'quiz')])
  })

  it('earns what that account began after it had left', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    await leave(accountId, leaves)
    await complete(await passed(accountId, slug))
    expect(await complete(await passed(await signUp(site, leaves), slug))).toMatchObject({ repeated: false })
  })

  it('earns other quests', async () => {
    const [one, other] = [await quest(), await quest()]
    const { accountId, leaves } = await couple()
    await complete(await passed(accountId, one))
    await leave(accountId, leaves)
    expect(await complete(await passed(await signUp(site, leaves), other))).toMatchObject({ repeated: false })
  })

  it('keeps the account that it left from earning what it earns first, when that one had begun with it', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    const begun = await passed(accountId, slug)
    await leave(accountId, leaves)
    await complete(await passed(await signUp(site, leaves), slug))
    await expect(complete(begun)).rejects.toMatchObject(refused)
  })

  it('is not washed clean by going through a third account, or by moving one into another', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    await complete(await passed(accountId, slug))
    await leave(accountId, leaves)
    const between = await couple()
    const own = await signUp(site, leaves)
    await merge(site, between.accountId, { into: between.stays, from: [leaves] })
    expect(own).not.toBe(between.accountId)
    await expect(complete(await passed(between.accountId, slug))).rejects.toMatchObject(refused)
    await leave(between.accountId, leaves)
    await expect(complete(await passed(await signUp(site, leaves), slug))).rejects.toMatchObject(refused)
  })

  it('counts for an account that was moved, too', async () => {
    const slug = await quest()
    const { accountId, stays, leaves } = await couple()
    await complete(await passed(accountId, slug))
    const into = await couple()
    await complete(await passed(into.accountId, slug))
    await merge(site, into.accountId, { into: into.stays, from: [stays, leaves] })
    await leave(into.accountId, leaves)
    await expect(complete(await passed(await signUp(site, leaves), slug))).rejects.toMatchObject(refused)
  })

  it('gives one place when both finish at the same moment, fifty times', async () => {
    const slug = await quest()
    const rounds = await Promise.all(
      Array.from({ length: 25 }, async () => {
        const { accountId, leaves } = await couple()
        const begun = await passed(accountId, slug)
        await leave(accountId, leaves)
        return [begun, await passed(await signUp(site, leaves), slug)]
      }),
    )
    const outcomes = await Promise.all(rounds.map((ids) => Promise.allSettled(ids.map(complete))))
    for (const outcome of outcomes) {
      expect(outcome.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(outcome.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused })
    }
  })

  it('leaves while its account completes: never two', async () => {
    const slug = await quest()
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { accountId, leaves } = await couple()
        const begun = await passed(accountId, slug)
        const [first] = await Promise.allSettled([
          complete(begun),
          leave(accountId, leaves).then(async () => complete(await passed(await signUp(site, leaves), slug))),
        ])
        const { rows } = await site.pool.query(
          'select account_id from completions c join quests q on q.id = c.quest_id where q.slug = $1 and account_id = any($2)',
          [slug, [accountId, await signUp(site, leaves)]],
        )
        expect(rows).toHaveLength(1)
        expect(rows[0].account_id === accountId).toBe(first?.status === 'fulfilled')
      }),
    )
  })

  it('links to another account: that one is refused as well', async () => {
    const slug = await quest()
    const { accountId, leaves } = await couple()
    await complete(await passed(accountId, slug))
    await leave(accountId, leaves)
    const next = evmWallet()
    const other = await signUp(site, next)
    await link(site, other, { from: next, to: leaves })
    await expect(complete(await passed(other, slug))).rejects.toMatchObject(refused)
  })
})
