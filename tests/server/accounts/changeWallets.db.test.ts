import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, dataOf, evmWallet, type Site, solanaWallet, startSite } from '#tests/support/members.ts'
import { accountOf, age, change, day, link, merge, pass, signUp, walletsOf } from '#tests/support/walletSigning.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const remove = (wallet: { id: string }) => ({ kind: 'remove' as const, wallet: wallet.id })
const primary = (wallet: { id: string }) => ({ kind: 'primary' as const, wallet: wallet.id })
const word = (kind: 'agree' | 'object', { id }: { id: string }) => ({ kind, change: id })
const statusOf = async (accountId: string, id: string) =>
  (await site.members.wallets.changes(accountId)).find((one) => one.id === id)?.status

/** An account of three wallets of long standing. */
async function three() {
  const { accountId, wallets } = await accountOf(site, 3, 60)
  const [a, b, c] = wallets
  if (!a || !b || !c) throw new Error('three wallets')
  return { accountId, a, b, c }
}
async function two(days = 60) {
  const { accountId, wallets } = await accountOf(site, 2, days)
  const [a, b] = wallets
  if (!a || !b) throw new Error('two wallets')
  return { accountId, a, b }
}

describe('a wallet that leaves by its own will', () => {
  it('is gone at once, and opens an account of its own when it signs in again', async () => {
    const { accountId, a, b, c } = await three()
    const outcome = await change(site, accountId, { signer: b, request: remove(b) })
    expect(outcome.status).toBe('done')
    expect(await walletsOf(site, accountId)).toEqual([a.id, c.id])
    expect(await signUp(site, b)).not.toBe(accountId)
    const { rows } = await site.pool.query('select account_id from former_wallets where wallet = $1', [b.id])
    expect(rows).toEqual([{ account_id: accountId }])
  })

  it('leaves being primary to the one that is here longest', async () => {
    const { accountId, a, b, c } = await three()
    await age(site, [c], 5)
    await change(site, accountId, { signer: a, request: remove(a) })
    expect(await walletsOf(site, accountId)).toEqual([c.id, b.id])
  })

  it('keeps what was signed', async () => {
    const { accountId, b } = await three()
    const { id } = await change(site, accountId, { signer: b, request: remove(b) })
    const { rows } = await site.pool.query('select wallet, agrees, message from wallet_votes where change_id = $1', [id])
    expect(rows).toMatchObject([{ wallet: b.id, agrees: true }])
    expect(rows[0].message).toContain('Remove this wallet from its Cairn account. This takes effect at once.')
  })
})

describe('a change that is announced', () => {
  it('waits seven days, and is carried out once', async () => {
    const { accountId, a, b, c } = await three()
    const { id, status, effectiveAt } = await change(site, accountId, { signer: a, request: remove(b) })
    expect([status, Date.parse(effectiveAt)]).toEqual(['open', site.clock.ms + 7 * day])
    await pass(site, 6.99)
    expect(await walletsOf(site, accountId)).toContain(b.id)
    await pass(site, 0.02)
    expect(await walletsOf(site, accountId)).toEqual([a.id, c.id])
    expect(await statusOf(accountId, id)).toBe('done')
    expect(await pass(site)).toBe(0)
  })

  it('makes the one that announced it primary when the primary wallet goes', async () => {
    const { accountId, a, b, c } = await three()
    await change(site, accountId, { signer: c, request: remove(a) })
    await pass(site, 7)
    expect(await walletsOf(site, accountId)).toEqual([c.id, b.id])
  })

  it('is stopped by one objection, taken back by its author, and announced once at a time', async () => {
    const { accountId, a, b, c } = await three()
    const stopped = await change(site, accountId, { signer: a, request: remove(b) })
    await expect(change(site, accountId, { signer: c, request: remove(b) })).rejects.toMatchObject({ code: 'conflict' })
    await change(site, accountId, { signer: c, request: word('object', stopped) })
    await pass(site, 7)
    expect(await statusOf(accountId, stopped.id)).toBe('stopped')
    const back = await change(site, accountId, { signer: a, request: remove(b) })
    expect((await change(site, accountId, { signer: a, request: word('object', back) })).status).toBe('withdrawn')
    await expect(change(site, accountId, { signer: b, request: word('object', back) })).rejects.toMatchObject({ code: 'conflict' })
    expect(await walletsOf(site, accountId)).toHaveLength(3)
  })

  it('ends when the wallet has left meanwhile', async () => {
    const { accountId, a, b } = await three()
    const waiting = await change(site, accountId, { signer: a, request: remove(b) })
    await change(site, accountId, { signer: b, request: remove(b) })
    expect(await statusOf(accountId, waiting.id)).toBe('void')
  })

  it('gives the primary place away at once, and takes it only after seven days', async () => {
    const { accountId, a, b, c } = await three()
    expect((await change(site, accountId, { signer: a, request: primary(b) })).status).toBe('done')
    expect((await walletsOf(site, accountId))[0]).toBe(b.id)
    expect((await change(site, accountId, { signer: c, request: primary(c) })).status).toBe('open')
    await pass(site, 7)
    expect((await walletsOf(site, accountId))[0]).toBe(c.id)
  })

  it('is told to every session of the account, with its votes', async () => {
    const { accountId, a, b, c } = await three()
    const { id } = await change(site, accountId, { signer: a, request: remove(b) })
    await change(site, accountId, { signer: c, request: word('agree', { id }) })
    const [seen] = await site.members.wallets.changes(accountId)
    expect(seen).toMatchObject({ id, kind: 'remove', wallet: b.id, announcedBy: a.id, agree: 2, object: 0, carried: true })
    const { rows } = await site.pool.query(`select kind from events where topic = $1 and kind <> 'notice' order by id desc limit 2`, [
      `account:${accountId}`,
    ])
    expect(rows).toEqual([{ kind: 'wallet.agreed' }, { kind: 'wallet.announced' }])
    expect(await site.members.wallets.waiting(accountId)).toBe(1)
  })
})

describe('a thief with one wallet of the account', () => {
  it('T1: cannot remove the owner’s, even in an account of two', async () => {
    const { accountId, a: thief, b: owner } = await two()
    const announced = await change(site, accountId, { signer: thief, request: remove(owner) })
    await change(site, accountId, { signer: owner, request: word('object', announced) })
    await pass(site, 30)
    expect(await walletsOf(site, accountId)).toEqual([thief.id, owner.id])
  })

  it('T2: cannot become primary', async () => {
    const { accountId, a: owner, b: thief } = await two()
    const announced = await change(site, accountId, { signer: thief, request: primary(thief) })
    await change(site, accountId, { signer: owner, request: word('object', announced) })
    await pass(site, 30)
    expect((await walletsOf(site, accountId))[0]).toBe(owner.id)
  })

  it('T3: cannot outvote the owner with wallets that he adds, now or ever', async () => {
    const { accountId, a: thief, b: owner } = await two()
    const added = [evmWallet(), solanaWallet(), evmWallet()]
    for (const to of added) await link(site, accountId, { from: thief, to })
    const attack = async () => {
      const announced = await change(site, accountId, { signer: thief, request: remove(owner) })
      await change(site, accountId, { signer: owner, request: word('object', announced) })
      for (const signer of added) await change(site, accountId, { signer, request: word('agree', announced) })
      await pass(site, 7)
      expect(await walletsOf(site, accountId)).toContain(owner.id)
    }
    await attack()
    // The owner asks for their removal; the thief objects, so they stay, but they never count.
    for (const wallet of added) {
      const asked = await change(site, accountId, { signer: owner, request: remove(wallet) })
      await change(site, accountId, { signer: thief, request: word('object', asked) })
    }
    await pass(site, 60)
    await attack()
  })

  it('T4: cannot move the account into his own', async () => {
    const { wallets } = await accountOf(site, 2, 60)
    const [stolen] = wallets
    const own = evmWallet()
    const accountId = await signUp(site, own)
    if (!stolen) throw new Error('a wallet')
    await expect(merge(site, accountId, { into: own, from: [stolen] })).rejects.toMatchObject({ code: 'auth.refused' })
  })

  it('T5: brings no votes along with an account of his', async () => {
    const { accountId, a: thief, b: owner } = await two()
    const his = await accountOf(site, 3, 90)
    await merge(site, accountId, { into: thief, from: his.wallets })
    const announced = await change(site, accountId, { signer: thief, request: remove(owner) })
    for (const signer of his.wallets) await change(site, accountId, { signer, request: word('agree', announced) })
    await change(site, accountId, { signer: owner, request: word('object', announced) })
    await pass(site, 7)
    expect(await walletsOf(site, accountId)).toContain(owner.id)
  })

  it('T6: cannot stay against two of the owner’s, and stays against one', async () => {
    const { accountId, a: thief, b, c } = await three()
    const announced = await change(site, accountId, { signer: b, request: remove(thief) })
    await change(site, accountId, { signer: thief, request: word('object', announced) })
    await change(site, accountId, { signer: c, request: word('agree', announced) })
    await pass(site, 7)
    expect(await walletsOf(site, accountId)).toEqual([b.id, c.id])
    const pair = await two()
    const contested = await change(site, pair.accountId, { signer: pair.b, request: remove(pair.a) })
    await change(site, pair.accountId, { signer: pair.a, request: word('object', contested) })
    await pass(site, 7)
    expect(await walletsOf(site, pair.accountId)).toEqual([pair.a.id, pair.b.id])
  })

  it('T8: loses every session with the wallet, also one that was made at that moment', async () => {
    const { accountId, a, b } = await two()
    const [thief, owner] = [new Browser(site), new Browser(site)]
    await thief.signIn(b)
    await owner.signIn(a)
    await change(site, accountId, { signer: b, request: remove(b) })
    expect((await thief.query('session.list')).status).toBe(401)
    expect((await owner.query('session.list')).status).toBe(200)
    // As a sign-in leaves it that had found the account just before.
    const [id] = (await site.pool.query('select gen_random_uuid() as id')).rows
    await site.members.sessions.create({ id: id.id, accountId, wallet: b.id, userAgent: '', expiresAt: new Date(site.clock.ms + day) })
    expect(await site.members.sessionLives(id.id)).toBe(false)
  })

  it('T10: cannot leave the account without a wallet', async () => {
    const { accountId, a, b } = await two()
    await change(site, accountId, { signer: b, request: remove(b) })
    await expect(change(site, accountId, { signer: a, request: remove(a) })).rejects.toMatchObject({ code: 'wallet.last' })
  })
})

describe('fifty at once', () => {
  it('leave of three wallets: one stays, whatever the order', async () => {
    const { accountId, a, b, c } = await three()
    const attempts = Array.from({ length: 50 }, (_, i) => [a, b, c][i % 3] ?? a)
    const outcomes = await Promise.allSettled(attempts.map((signer) => change(site, accountId, { signer, request: remove(signer) })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const left = await site.members.accounts.wallets(accountId)
    expect(left).toMatchObject([{ primary: true }])
  })

  it('announce the same removal: one does', async () => {
    const { accountId, a, b, c } = await three()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => change(site, accountId, { signer: i % 2 ? a : c, request: remove(b) })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await site.members.wallets.waiting(accountId)).toBe(1)
  })

  it('processes carry out a change: once', async () => {
    const { accountId, a, b } = await three()
    const { id } = await change(site, accountId, { signer: a, request: remove(b) })
    site.clock.ms += 7 * day
    await Promise.all(Array.from({ length: 20 }, () => pass(site)))
    const { rows } = await site.pool.query(
      `select count(*)::int as n from events where kind = 'wallet.removed' and payload->>'change' = $1`,
      [id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('sessions', () => {
  it('end everywhere but here', async () => {
    const wallet = evmWallet()
    const [here, there, elsewhere] = [new Browser(site), new Browser(site), new Browser(site)]
    for (const browser of [here, there, elsewhere]) await browser.signIn(wallet)
    expect(dataOf(await here.mutate('session.revokeOthers'))).toEqual({ ended: 2 })
    expect((await here.query('session.list')).status).toBe(200)
    for (const browser of [there, elsewhere]) expect((await browser.query('session.list')).status).toBe(401)
  })
})
