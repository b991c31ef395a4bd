import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safetyKinds } from '#server/news/newsViews.ts'
import { createNoticeStore } from '#server/news/noticeStore.ts'
import { createPushStore } from '#server/news/push/pushStore.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { accountOf, change, type Holder, link, merge, pass } from '#tests/support/walletSigning.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const told = async ({ accountId }: Pick<Holder, 'accountId'>) =>
  (await createNoticeStore(site.db).list(accountId, null, 50))
    .filter(({ kind }) => kind !== 'wallet.linked')
    .map(({ kind, facts }) => ({ kind, facts }))

/** An account of wallets that have been together for a month. */
async function three() {
  const holder = await accountOf(site, 3, 40)
  const [first, second, third] = holder.wallets
  if (!first || !second || !third) throw new Error('three wallets')
  return { holder, accountId: holder.accountId, first, second, third }
}

describe('the owner of an account', () => {
  it('is told of a wallet that left, and of another primary one', async () => {
    const { accountId, first, second, third } = await three()
    await change(site, accountId, { signer: third, request: { kind: 'remove', wallet: third.id } })
    expect(await told({ accountId })).toMatchObject([{ kind: 'wallet.removed', facts: { wallet: third.id, by: third.id } }])
    await change(site, accountId, { signer: first, request: { kind: 'primary', wallet: second.id } })
    await pass(site, 8)
    expect((await told({ accountId })).map(({ kind }) => kind)).toContain('wallet.primary')
  })

  it('is told of a change that was announced, and when it happened', async () => {
    const { accountId, second, third } = await three()
    const { effectiveAt } = await change(site, accountId, { signer: second, request: { kind: 'remove', wallet: third.id } })
    const facts = { wallet: third.id, by: second.id, change: 'remove', effectiveAt }
    expect(await told({ accountId })).toEqual([{ kind: 'wallet.announced', facts }])
    await pass(site, 8)
    expect((await told({ accountId })).map(({ kind }) => kind)).toEqual(['wallet.removed', 'wallet.announced'])
  })

  it('is told when it will not happen, and why', async () => {
    const { accountId, first, second, third } = await three()
    const request = { kind: 'remove', wallet: third.id } as const
    const back = await change(site, accountId, { signer: second, request })
    await change(site, accountId, { signer: second, request: { kind: 'object', change: back.id } })
    expect((await told({ accountId }))[0]).toMatchObject({ kind: 'wallet.stopped', facts: { wallet: third.id, reason: 'withdrawn' } })
    const { id } = await change(site, accountId, { signer: second, request })
    for (const signer of [first, third]) await change(site, accountId, { signer, request: { kind: 'object', change: id } })
    await pass(site, 8)
    expect((await told({ accountId }))[0]).toMatchObject({ kind: 'wallet.stopped', facts: { reason: 'stopped' } })
    expect(await told({ accountId })).toHaveLength(4)
  })

  it('is told of an account that became part of this one', async () => {
    const [mine, other] = [await accountOf(site, 1), await accountOf(site, 1)]
    const [into, from] = [mine.wallets[0], other.wallets[0]]
    if (!into || !from) throw new Error('a wallet each')
    await merge(site, mine.accountId, { into, from: [from] })
    expect(await told(mine)).toEqual([{ kind: 'account.merged', facts: { wallet: from.id } }])
  })

  it('is told again of a wallet that comes back', async () => {
    const { accountId, first } = await three()
    const wallet = evmWallet()
    await link(site, accountId, { from: first, to: wallet })
    await change(site, accountId, { signer: wallet, request: { kind: 'remove', wallet: wallet.id } })
    site.clock.ms += 1000
    await link(site, accountId, { from: first, to: wallet })
    const linked = (await createNoticeStore(site.db).list(accountId, null, 50)).filter(({ facts }) => facts.wallet === wallet.id)
    expect(linked.map(({ kind }) => kind)).toEqual(['wallet.linked', 'wallet.removed', 'wallet.linked'])
  })

  it('is told of all this whatever is muted, in the inbox and by push', async () => {
    const { accountId, second, third } = await three()
    for (const kind of safetyKinds) {
      await expect(site.members.news.changeSetting({ accountId, kind, wanted: false })).rejects.toMatchObject({ code: 'input.invalid' })
      await createNoticeStore(site.db).mute(accountId, kind)
    }
    const push = createPushStore(site.db)
    while ((await push.take(1000)).length > 0);
    await change(site, accountId, { signer: second, request: { kind: 'remove', wallet: third.id } })
    expect(await told({ accountId })).toMatchObject([{ kind: 'wallet.announced' }])
    expect(await push.take(10)).toMatchObject([{ accountId, kind: 'wallet.announced' }])
  })
})
