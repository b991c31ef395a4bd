import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, dataOf, evmWallet, type Site, solanaWallet, startSite } from '#tests/support/members.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

describe('signing in', () => {
  it.each([
    ['SIWE', evmWallet()],
    ['SIWS', solanaWallet()],
  ])('%s makes a session that the API knows, and the same account the next time', async (_name, wallet) => {
    const browser = new Browser(site)
    const session = await browser.signIn(wallet)
    expect(session).toMatchObject({ wallet: wallet.id })
    const me = dataOf<{ accountId: string; wallet: string; wallets: unknown[] }>(await browser.query('session.me'))
    expect(me).toMatchObject({ accountId: session.accountId, wallet: wallet.id, wallets: [{ address: wallet.id, primary: true }] })
    expect(await new Browser(site).signIn(wallet)).toMatchObject({ accountId: session.accountId })
  })

  it('makes one account when one wallet arrives fifty times at once', async () => {
    const wallet = evmWallet()
    const accounts = await Promise.all(
      Array.from({ length: 50 }, () => site.members.accounts.signInWith(wallet.id as `eip155:0x${string}`)),
    )
    expect(new Set(accounts.map(({ accountId }) => accountId)).size).toBe(1)
  })

  it('ends with sign-out, at once and for every copy of the cookie', async () => {
    const browser = new Browser(site)
    await browser.signIn(evmWallet())
    const thief = new Browser(site)
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    const csrfToken = await browser.csrf()
    await browser.send('auth', '/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
    })
    expect((await thief.query('session.list')).status).toBe(401)
    expect(await thief.session()).toEqual({})
  })

  it('lists the sessions of the account and revokes one or all', async () => {
    const wallet = solanaWallet()
    const [one, two] = [new Browser(site), new Browser(site)]
    await one.signIn(wallet)
    await two.signIn(wallet)
    const sessions = dataOf<{ id: string; current: boolean }[]>(await one.query('session.list'))
    expect(sessions).toHaveLength(2)
    const other = sessions.find(({ current }) => !current)
    expect((await one.mutate('session.revoke', { id: other?.id })).status).toBe(200)
    expect((await two.query('session.list')).status).toBe(401)
    expect((await one.mutate('session.revoke', { id: other?.id })).status).toBe(404)
    expect(dataOf(await one.mutate('session.revokeAll'))).toEqual({ ended: 1 })
    expect((await one.query('session.list')).status).toBe(401)
  })
})
