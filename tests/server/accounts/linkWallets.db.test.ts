import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, dataOf, errorOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

type Challenge = { from: { wallet: string; message: string }; to: { wallet: string; message: string } }

async function link(browser: Browser, from: TestWallet, to: TestWallet) {
  const challenge = dataOf<Challenge>(await browser.mutate('wallets.challenge', { wallet: to.id }))
  expect(challenge.from.message).toContain(to.address)
  expect(challenge.to.message).toContain(from.address)
  return browser.mutate('wallets.link', {
    from: { ...challenge.from, signature: await from.sign(challenge.from.message) },
    to: { ...challenge.to, signature: await to.sign(challenge.to.message) },
  })
}

describe('linking wallets', () => {
  it.each([
    ['EVM to Solana', evmWallet(), solanaWallet()],
    ['Solana to EVM', solanaWallet(), evmWallet()],
    ['EVM to EVM', evmWallet(), evmWallet()],
  ])('%s makes both sign in to one account, and keeps what was signed', async (_name, from, to) => {
    const browser = new Browser(site)
    const { accountId } = await browser.signIn(from)
    expect((await link(browser, from, to)).status).toBe(200)
    expect(await new Browser(site).signIn(to)).toMatchObject({ accountId, wallet: to.id })
    const { rows } = await site.pool.query('select * from wallet_links where account_id = $1', [accountId])
    expect(rows).toMatchObject([{ from: from.id, to: to.id }])
    expect(rows[0].to_signature).not.toBe('')
  })

  it('gives a wallet that two accounts want at once to one of them', async () => {
    const wanted = solanaWallet()
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const wallet = evmWallet()
        const browser = new Browser(site)
        await browser.signIn(wallet)
        return { wallet, browser }
      }),
    )
    const statuses = await Promise.all(pairs.map(async ({ browser, wallet }) => (await link(browser, wallet, wanted)).status))
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('refuses a wallet of another account already at the challenge', async () => {
    const taken = solanaWallet()
    await new Browser(site).signIn(taken)
    const browser = new Browser(site)
    await browser.signIn(evmWallet())
    const answer = await browser.mutate('wallets.challenge', { wallet: taken.id })
    expect(answer.status).toBe(409)
    expect(errorOf(answer).data).toMatchObject({ code: 'wallet.taken', field: 'wallet' })
  })

  it('has the open steps judged with the new wallet', async () => {
    const [from, to] = [evmWallet(), solanaWallet()]
    const browser = new Browser(site)
    const { accountId } = await browser.signIn(from)
    const { slug } = await liveQuest(site, { accountId })
    await browser.mutate('quests.start', { slug })
    await link(browser, from, to)
    const [step] = (await site.members.follower.openSteps()).filter(({ questSlug }) => questSlug === slug)
    expect(step?.context.wallets).toEqual([from.id, to.id])
  })
})
