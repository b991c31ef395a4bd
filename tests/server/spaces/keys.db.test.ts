import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostDays, mostKeys } from '#server/spaces/keys/apiKeys.ts'
import { type Scope, scopes } from '#server/spaces/keys/scope.ts'
import { moveMemberships } from '#server/spaces/moveMembershipsStore.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { dataOf, errorOf } from '#tests/support/members.ts'
import { type RestWorld, startRestWorld } from '#tests/support/restWorld.ts'
import { signedIn, type Worker } from '#tests/support/studioSpace.ts'

type Made = { id: string; key: string; prefix: string; expiresAt: string }
type Listed = {
  items: { id: string; prefix: string; state: string; scopes: Scope[]; paused: Scope[]; lastUsedAt: string | null; by: string | null }[]
}

let world: RestWorld
beforeAll(async () => {
  world = await startRestWorld()
})
afterAll(() => world.site.drop())

const day = 86_400_000
const space = 'granite'
const make = ({ browser }: Worker, input: object = {}) =>
  browser.mutate('studio.keys.make', { space, name: 'Nightly report', scopes: ['insights:read'], days: 30, ...input })
/** As the page has it, at whatever the clock says: a session would not last as long as a key. */
const list = async () => {
  const { rows } = await world.site.pool.query<{ id: string }>('select id from spaces where slug = $1', [space])
  return world.site.members.studio.keys.list(rows[0]?.id ?? '')
}
const revoke = ({ browser }: Worker, id: string, of = space) => browser.mutate('studio.keys.revoke', { space: of, id })
const found = async (id: string) => (await list()).find((one) => one.id === id)
const read = (key: string, path = '/quests/wrap-once/reasons') => world.call(`/v1/spaces/${space}${path}`, { key })

describe('a key', () => {
  it('is shown once, and kept as one hash', async () => {
    const { owner } = world.staff
    const made = dataOf<Made>(await make(owner))
    expect(made.expiresAt).toBe(new Date(world.site.clock.ms + 30 * day).toISOString())
    const listed = await owner.browser.query('studio.keys.list', { space })
    const { rows } = await world.site.pool.query('select * from api_keys where id = $1', [made.id])
    const { rows: log } = await world.site.pool.query(`select * from audit_entries where action = 'key.made' and subject = $1`, [
      made.prefix,
    ])
    expect(log).toEqual([
      expect.objectContaining({ account_id: owner.accountId, after: expect.objectContaining({ scopes: ['insights:read'] }) }),
    ])
    const secret = made.key.slice(made.prefix.length)
    for (const text of [rows, listed.body, log, world.site.logged].map((one) => JSON.stringify(one))) expect(text).not.toContain(secret)
    expect(await found(made.id)).toMatchObject({ prefix: made.key.slice(0, 16), state: 'active', paused: [], lastUsedAt: null })
  })

  it('opens what it was made for until it is revoked, and says when it was used', async () => {
    const made = dataOf<Made>(await make(world.staff.admin))
    expect((await read(made.key)).status).toBe(200)
    expect(await found(made.id)).toMatchObject({ lastUsedAt: new Date(world.site.clock.ms).toISOString() })
    dataOf(await revoke(world.staff.owner, made.id))
    expect((await read(made.key)).status).toBe(401)
    expect(await found(made.id)).toMatchObject({ state: 'revoked' })
    // Again changes nothing, and is not written down twice.
    dataOf(await revoke(world.staff.owner, made.id))
    const { rows } = await world.site.pool.query(`select 1 from audit_entries where action = 'key.revoked' and subject = $1`, [made.prefix])
    expect(rows).toHaveLength(1)
    world.site.clock.ms += 31 * day
    expect(await found(made.id)).toBeUndefined()
    world.site.clock.ms -= 31 * day
  })

  it('runs out at its time', async () => {
    const made = dataOf<Made>(await make(world.staff.owner, { days: 1 }))
    world.site.clock.ms += day - 1
    expect((await read(made.key)).status).toBe(200)
    world.site.clock.ms += 1
    expect((await read(made.key)).status).toBe(401)
    expect(await found(made.id)).toMatchObject({ state: 'expired' })
    world.site.clock.ms -= day
  })

  it('shrinks with its maker’s role, grows back with it, and is shown as it is', async () => {
    const maker = await signedIn(world.site)
    await world.staff.setRole(maker, 'admin')
    const made = dataOf<Made>(await make(maker, { scopes: ['insights:read', 'participants:read', 'webhooks:read'] }))
    const people = '/quests/wrap-once/participants'
    expect((await read(made.key, people)).status).toBe(200)
    await world.staff.setRole(maker, 'editor')
    expect([(await read(made.key)).status, (await read(made.key, people)).status]).toEqual([200, 403])
    expect(await found(made.id)).toMatchObject({ paused: ['participants:read', 'webhooks:read'] })
    await world.staff.setRole(maker, null)
    expect((await read(made.key)).status).toBe(403)
    expect(await found(made.id)).toMatchObject({ paused: ['insights:read', 'participants:read', 'webhooks:read'] })
    await world.staff.setRole(maker, 'owner')
    expect((await read(made.key, people)).status).toBe(200)
  })

  it('goes on with the account that its maker’s was moved into', async () => {
    const [into, from] = [await signedIn(world.site), await signedIn(world.site)]
    await world.staff.setRole(from, 'admin')
    const made = dataOf<Made>(await make(from))
    await world.site.db.transaction((connection) => moveMemberships(connection, from.accountId, into.accountId))
    expect((await read(made.key)).status).toBe(200)
    await world.staff.setRole(into, null)
    expect((await read(made.key)).status).toBe(403)
  })

  it('is one of at most twenty that count, also when two are made at once', async () => {
    const { owner, space: other } = await world.otherSpace()
    const tries = await Promise.all(Array.from({ length: mostKeys + 4 }, () => make(owner, { space: other })))
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(mostKeys)
    const refused = tries.filter(({ status }) => status !== 200)
    expect(refused.map((one) => errorOf(one).data.code)).toEqual(Array.from({ length: 4 }, () => 'conflict'))
    const { items } = dataOf<Listed>(await owner.browser.query('studio.keys.list', { space: other }))
    dataOf(await revoke(owner, items[0]?.id ?? '', other))
    expect((await make(owner, { space: other })).status).toBe(200)
  })
})

runBadInputs('tests/server/spaces/keys.db.test.ts', {
  KE01: () => make(world.staff.owner, { scopes: ['quests:read', 'money:write'] }),
  'KE01-none': () => make(world.staff.owner, { scopes: [] }),
  'KE01-twice': () => make(world.staff.owner, { scopes: [scopes[0], scopes[0]] }),
  'KE01-proto': () => make(world.staff.owner, { scopes: ['constructor'] }),
  KE02: () => make(world.staff.owner, { days: 0 }),
  'KE02-long': () => make(world.staff.owner, { days: mostDays + 1 }),
  'KE02-half': () => make(world.staff.owner, { days: 1.5 }),
  KE03: () => make(world.staff.owner, { name: '   ' }),
  'KE03-long': () => make(world.staff.owner, { name: 'a'.repeat(61) }),
  'KE03-turned': () => make(world.staff.owner, { name: 'report\u202Etxt' }),
  KE04: () => make(world.staff.editor),
  async KE05() {
    const other = await world.otherSpace()
    const { id } = dataOf<Made>(await make(other.owner, { space: other.space }))
    return revoke(world.staff.owner, id)
  },
})
