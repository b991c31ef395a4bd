import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SpaceRole } from '#server/spaces/role.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { link, merge } from '#tests/support/walletSigning.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

type Who = { browser: Browser; accountId: string; wallet: TestWallet }
async function member(wallet: TestWallet = evmWallet()): Promise<Who> {
  const browser = new Browser(site)
  return { browser, wallet, accountId: (await browser.signIn(wallet)).accountId }
}
const errorIn = (answer: Awaited<ReturnType<Browser['query']>>) => errorOf(answer).data
const dayMs = 86_400_000
let made = 0

/** A space with one member in each role named. */
async function spaceWith<R extends SpaceRole>(...roles: R[]): Promise<{ space: string; owner: Who } & Record<R, Who>> {
  const owner = await member()
  const space = `team-${++made}`
  dataOf(await owner.browser.mutate('studio.spaces.make', { slug: space, name: `Team ${made}` }))
  const others: [string, Who][] = []
  for (const role of roles) others.push([role, await joined(owner, { space, role })])
  return { ...(Object.fromEntries(others) as Record<R, Who>), space, owner }
}
async function joined(owner: Who, { space, role }: { space: string; role: SpaceRole }): Promise<Who> {
  const who = await member()
  const { id } = dataOf<{ id: string }>(await owner.browser.mutate('studio.team.invite', { space, wallet: who.wallet.address, role }))
  dataOf(await who.browser.mutate('studio.invitations.answer', { id, accept: true }))
  return who
}
const team = async ({ browser }: Who, space: string) =>
  dataOf<{ accountId: string; role: string; me: boolean }[]>(await browser.query('studio.team.list', { space }))
const rolesIn = async (who: Who, space: string) => (await team(who, space)).map(({ role }) => role)
const log = async ({ browser }: Who, space: string) =>
  dataOf<{ items: { action: string; subject: string; before: unknown; after: unknown }[] }>(
    await browser.query('studio.audit.list', { space }),
  ).items

describe('an invitation', () => {
  it.each([
    ['an EVM address', evmWallet(), (wallet: TestWallet) => wallet.address],
    ['a Solana address', solanaWallet(), (wallet: TestWallet) => wallet.address],
    ['a wallet id', evmWallet(), (wallet: TestWallet) => wallet.id],
    ['a CAIP-10 id of any chain', evmWallet(), (wallet: TestWallet) => `eip155:10:${wallet.address}`],
  ])('by %s reaches whoever signs in with that wallet', async (_, wallet, written) => {
    const { space, owner } = await spaceWith()
    dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet: written(wallet), role: 'reviewer' }))
    const stranger = await member()
    expect(dataOf(await stranger.browser.query('studio.invitations.mine'))).toEqual([])
    const invited = await member(wallet)
    const mine = dataOf<{ id: string }[]>(await invited.browser.query('studio.invitations.mine'))
    expect(mine).toMatchObject([{ wallet: wallet.id, role: 'reviewer', space: { slug: space } }])
    const id = mine[0]?.id
    expect(errorIn(await stranger.browser.mutate('studio.invitations.answer', { id, accept: true }))).toMatchObject({ code: 'not-found' })
    expect(dataOf(await invited.browser.mutate('studio.invitations.answer', { id, accept: true }))).toMatchObject({ role: 'reviewer' })
    expect(await team(invited, space)).toMatchObject([{ role: 'owner' }, { role: 'reviewer', accountId: invited.accountId, me: true }])
    expect(dataOf(await invited.browser.query('studio.invitations.mine'))).toEqual([])
    expect((await log(owner, space)).map(({ action }) => action)).toEqual(['invitation.accepted', 'invitation.made', 'space.made'])
  })

  it('reaches a member by a wallet that is linked later, and leaves with a wallet', async () => {
    const { space, owner } = await spaceWith()
    const [second, who] = [solanaWallet(), await member()]
    dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet: second.address, role: 'editor' }))
    await link(site, who.accountId, { from: who.wallet, to: second })
    expect(dataOf(await who.browser.query('studio.invitations.mine'))).toMatchObject([{ role: 'editor' }])
  })

  it('is declined, revoked or runs out once, and can then be made again', async () => {
    const { space, owner } = await spaceWith()
    const who = await member()
    const invite = async () =>
      dataOf<{ id: string }>(await owner.browser.mutate('studio.team.invite', { space, wallet: who.wallet.address, role: 'analyst' })).id
    const answer = (id: string, accept: boolean) => who.browser.mutate('studio.invitations.answer', { id, accept })
    const declined = await invite()
    dataOf(await answer(declined, false))
    expect(errorIn(await answer(declined, true))).toMatchObject({ code: 'not-found' })
    const revoked = await invite()
    dataOf(await owner.browser.mutate('studio.team.revokeInvitation', { space, id: revoked }))
    expect(errorIn(await answer(revoked, true))).toMatchObject({ code: 'not-found' })
    expect(errorIn(await owner.browser.mutate('studio.team.revokeInvitation', { space, id: revoked }))).toMatchObject({ code: 'not-found' })
    const late = await invite()
    site.clock.ms += 14 * dayMs + 1000
    expect(dataOf(await who.browser.query('studio.invitations.mine'))).toEqual([])
    expect(errorIn(await answer(late, true))).toMatchObject({ code: 'conflict', field: 'id' })
    expect(dataOf(await owner.browser.query('studio.team.invitations', { space }))).toEqual([])
    dataOf(await answer(await invite(), true))
    expect(await rolesIn(owner, space)).toEqual(['owner', 'analyst'])
  })

  it('of one space is no business of another one', async () => {
    const [one, other] = [await spaceWith(), await spaceWith()]
    const { id } = dataOf<{ id: string }>(
      await one.owner.browser.mutate('studio.team.invite', { space: one.space, wallet: evmWallet().address, role: 'editor' }),
    )
    expect(errorIn(await other.owner.browser.mutate('studio.team.revokeInvitation', { space: other.space, id }))).toMatchObject({
      code: 'not-found',
    })
  })

  it('gives one place when it is taken many times at once', async () => {
    const { space, owner } = await spaceWith()
    const who = await member()
    const { id } = dataOf<{ id: string }>(
      await owner.browser.mutate('studio.team.invite', { space, wallet: who.wallet.address, role: 'editor' }),
    )
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => who.browser.mutate('studio.invitations.answer', { id, accept: true })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rolesIn(owner, space)).toEqual(['owner', 'editor'])
  })

  it('by an admin is for the roles below', async () => {
    const { space, admin } = await spaceWith('admin')
    const invite = (role: string) => admin.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role })
    expect(errorIn(await invite('admin'))).toMatchObject({ code: 'auth.forbidden', field: 'role' })
    dataOf(await invite('editor'))
  })
})

describe('the holder of an invited wallet', () => {
  it('is told in the inbox, once, unless the member does not want to be', async () => {
    const { space, owner } = await spaceWith()
    const [who, quiet] = [await member(), await member()]
    dataOf(await quiet.browser.mutate('news.changeSetting', { kind: 'space.invited', wanted: false }))
    for (const { wallet } of [who, quiet])
      dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet: wallet.address, role: 'reviewer' }))
    const told = async ({ browser }: Who) =>
      dataOf<{ items: { kind: string; facts: object }[] }>(await browser.query('news.list', {})).items.filter(
        ({ kind }) => kind === 'space.invited',
      )
    expect(await told(who)).toMatchObject([{ facts: { space, role: 'reviewer' } }])
    expect(await told(quiet)).toEqual([])
    expect(await told(owner)).toEqual([])
  })
})

describe('the log of a space', () => {
  it('is narrowed to one member or one kind of act, and names who did something there', async () => {
    const { space, owner, admin } = await spaceWith('admin')
    dataOf(await admin.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role: 'editor' }))
    const list = async (narrow: object) =>
      dataOf<{ items: { action: string; by: string }[] }>(await owner.browser.query('studio.audit.list', { space, ...narrow })).items
    expect((await list({ by: admin.accountId })).map(({ action }) => action)).toEqual(['invitation.made', 'invitation.accepted'])
    expect((await list({ action: 'invitation.made' })).map(({ by }) => by)).toEqual([admin.wallet.id, owner.wallet.id])
    expect(await list({ by: owner.accountId, action: 'invitation.accepted' })).toEqual([])
    expect(dataOf(await owner.browser.query('studio.audit.people', { space }))).toEqual(
      [owner, admin].map(({ accountId, wallet }) => ({ accountId, name: wallet.id })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    )
  })
})

describe('a team', () => {
  it('is changed by its owner, and every change is written down', async () => {
    const { space, owner, admin, editor } = await spaceWith('admin', 'editor')
    dataOf(await owner.browser.mutate('studio.team.changeRole', { space, member: editor.accountId, role: 'reviewer' }))
    dataOf(await owner.browser.mutate('studio.team.remove', { space, member: admin.accountId }))
    dataOf(await editor.browser.mutate('studio.team.leave', { space }))
    expect(await rolesIn(owner, space)).toEqual(['owner'])
    expect((await log(owner, space)).slice(0, 3)).toMatchObject([
      { action: 'member.left', subject: editor.wallet.id, before: { role: 'reviewer' }, after: null },
      { action: 'member.removed', subject: admin.wallet.id, before: { role: 'admin' }, after: null },
      { action: 'member.role', subject: editor.wallet.id, before: { role: 'editor' }, after: { role: 'reviewer' } },
    ])
  })

  it('keeps an owner: the last one can neither leave, step down nor be put out', async () => {
    const { space, owner, admin } = await spaceWith('admin')
    const refused = { code: 'conflict', field: 'member' }
    expect(errorIn(await owner.browser.mutate('studio.team.leave', { space }))).toMatchObject(refused)
    expect(errorIn(await owner.browser.mutate('studio.team.changeRole', { space, member: owner.accountId, role: 'admin' }))).toMatchObject(
      refused,
    )
    expect(errorIn(await admin.browser.mutate('studio.team.remove', { space, member: owner.accountId }))).toMatchObject({
      code: 'auth.forbidden',
    })
    expect(await rolesIn(owner, space)).toEqual(['owner', 'admin'])
  })

  it('keeps one of two owners when both leave at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { space, owner, admin } = await spaceWith('admin')
      dataOf(await owner.browser.mutate('studio.team.changeRole', { space, member: admin.accountId, role: 'owner' }))
      const both = await Promise.all([owner, admin].map(({ browser }) => browser.mutate('studio.team.leave', { space })))
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
      const { rows } = await site.pool.query(
        `select m.account_id = s.owner_id as answers from space_members m join spaces s on s.id = m.space_id where s.slug = $1`,
        [space],
      )
      expect(rows).toEqual([{ answers: true }])
    }
  })

  it('is handed over by its owner, who stays as an admin', async () => {
    const { space, owner, editor } = await spaceWith('editor')
    expect(dataOf(await owner.browser.mutate('studio.team.handOver', { space, member: editor.accountId }))).toEqual({
      owner: editor.accountId,
    })
    expect(await rolesIn(owner, space)).toEqual(['admin', 'owner'])
    const { rows } = await site.pool.query('select owner_id from spaces where slug = $1', [space])
    expect(rows).toEqual([{ owner_id: editor.accountId }])
    expect(errorIn(await owner.browser.mutate('studio.team.handOver', { space, member: owner.accountId }))).toMatchObject({
      code: 'auth.forbidden',
      found: 'admin',
    })
    dataOf(await owner.browser.mutate('studio.team.leave', { space }))
  })

  it('refuses the very next call of somebody whose place was taken away', async () => {
    const { space, owner, admin } = await spaceWith('admin')
    dataOf(await admin.browser.query('studio.audit.list', { space }))
    dataOf(await owner.browser.mutate('studio.team.changeRole', { space, member: admin.accountId, role: 'analyst' }))
    const calls = () => [
      admin.browser.query('studio.audit.list', { space }),
      admin.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role: 'editor' }),
      admin.browser.mutate('studio.team.remove', { space, member: owner.accountId }),
    ]
    for (const call of calls()) expect(errorIn(await call)).toMatchObject({ code: 'auth.forbidden', found: 'analyst' })
    expect(await rolesIn(admin, space)).toEqual(['owner', 'analyst'])
    dataOf(await owner.browser.mutate('studio.team.remove', { space, member: admin.accountId }))
    for (const call of [...calls(), admin.browser.query('studio.team.list', { space })])
      expect(errorIn(await call)).toMatchObject({ code: 'auth.forbidden', found: 'no role' })
  })

  it('decides on the role that is true under its lock, not on the one that let the call in', async () => {
    const { space, owner, admin, editor } = await spaceWith('admin', 'editor')
    const { rows } = await site.pool.query('select id from spaces where slug = $1', [space])
    const spaceId = String(rows[0].id)
    // As a call does that was let in as an admin's a moment ago.
    dataOf(await owner.browser.mutate('studio.team.changeRole', { space, member: admin.accountId, role: 'analyst' }))
    await expect(
      site.members.studio.team.change({ spaceId, act: { kind: 'remove', by: admin.accountId, of: editor.accountId } }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(
      site.members.studio.team.invite({ spaceId, accountId: admin.accountId, wallet: evmWallet().address, role: 'analyst' }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
    expect(await rolesIn(owner, space)).toEqual(['owner', 'analyst', 'editor'])
  })

  it('has the higher place of two accounts that become one', async () => {
    const { space, owner, admin, analyst } = await spaceWith('admin', 'analyst')
    await merge(site, analyst.accountId, { into: analyst.wallet, from: [admin.wallet] })
    expect(await rolesIn(owner, space)).toEqual(['owner', 'admin'])
    dataOf(await analyst.browser.query('studio.audit.list', { space }))
  })
})

describe('the log', () => {
  it('is read page by page, by cursors of its own space', async () => {
    const { space, owner } = await spaceWith()
    for (let i = 0; i < 5; i++)
      dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role: 'editor' }))
    const page = async (cursor: string | null) =>
      dataOf<{ items: { id: number; by: string | null }[]; nextCursor: string | null }>(
        await owner.browser.query('studio.audit.list', { space, cursor, limit: 2 }),
      )
    const ids: number[] = []
    let cursor: string | null = null
    for (let i = 0; i < 3; i++) {
      const { items, nextCursor } = await page(cursor)
      ids.push(...items.map(({ id }) => id))
      cursor = nextCursor
    }
    expect([ids.length, new Set(ids).size, cursor]).toEqual([6, 6, null])
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    const other = await spaceWith()
    const { nextCursor } = await page(null)
    expect(
      errorIn(await other.owner.browser.query('studio.audit.list', { space: other.space, cursor: nextCursor, limit: 2 })),
    ).toMatchObject({
      code: 'input.invalid',
      field: 'cursor',
    })
  })
})

const refused = async (path: string, change: object, kind: 'mutate' | 'query' = 'mutate') => {
  const { space, owner } = await spaceWith()
  return owner.browser[kind](path, { space, ...change })
}
const invited = (change: object) => refused('studio.team.invite', { wallet: evmWallet().address, role: 'editor', ...change })
let last: unknown

runBadInputs(
  'tests/server/spaces/team.db.test.ts',
  Object.fromEntries(
    Object.entries({
      TM01: () => invited({ wallet: '0x1234' }),
      'TM01-checksum': () => invited({ wallet: '0xABcdEF1234567890ABcdEF1234567890ABcdEF12' }),
      'TM01-long': () => invited({ wallet: 'x'.repeat(201) }),
      'TM01-bidi': () => invited({ wallet: `\u202e${evmWallet().address}` }),
      TM02: () => invited({ role: 'owner' }),
      'TM02-case': () => invited({ role: 'Editor' }),
      'TM02-proto': () => invited({ role: '__proto__' }),
      TM03: async () => {
        const { space, owner } = await spaceWith()
        const wallet = evmWallet().address
        dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet, role: 'editor' }))
        return owner.browser.mutate('studio.team.invite', { space, wallet: wallet.toLowerCase(), role: 'analyst' })
      },
      'TM03-member': async () => {
        const { space, owner, editor } = await spaceWith('editor')
        return owner.browser.mutate('studio.team.invite', { space, wallet: editor.wallet.address, role: 'analyst' })
      },
      TM04: async () => {
        const { space, owner } = await spaceWith()
        for (let i = 0; i < 50; i++)
          dataOf(await owner.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role: 'editor' }))
        return owner.browser.mutate('studio.team.invite', { space, wallet: evmWallet().address, role: 'editor' })
      },
      TM05: () => refused('studio.team.changeRole', { member: '00000000-0000-4000-8000-000000000000', role: 'editor' }),
      'TM05-id': () => refused('studio.team.changeRole', { member: "' or 1=1 --", role: 'editor' }),
      TM06: () => refused('studio.team.remove', { member: '00000000-0000-4000-8000-000000000000', more: true }),
      TM07: () => refused('studio.audit.list', { cursor: 'MQ.forged' }, 'query'),
      TM90: () => refused('studio.audit.list', { action: 'space.sold' }, 'query'),
      'TM90-cursor': async () => {
        const { space, owner } = await spaceWith('editor', 'analyst')
        const narrowed = { space, action: 'invitation.made', limit: 1 }
        const { nextCursor: cursor } = dataOf<{ nextCursor: string }>(await owner.browser.query('studio.audit.list', narrowed))
        dataOf(await owner.browser.query('studio.audit.list', { ...narrowed, cursor }))
        return owner.browser.query('studio.audit.list', { ...narrowed, action: 'invitation.accepted', cursor })
      },
      TM08: async () =>
        (await member()).browser.mutate('studio.invitations.answer', { id: '00000000-0000-4000-8000-000000000000', accept: 'yes' }),
    }).map(([id, run]) => [
      id,
      async () => {
        const answer = await run()
        last = errorOf(answer).data.code
        return answer
      },
    ]),
  ),
  () => last,
)
