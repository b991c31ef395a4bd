import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restLimits } from '#server/api/public/restHandler.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { freshLimits } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'
import { problemIn, type RestCall, type RestWorld, startRestWorld } from '#tests/support/restWorld.ts'

let world: RestWorld
let key: string
let id: string
beforeAll(async () => {
  world = await startRestWorld({ limiter: freshLimits() })
  ;({ key, id } = await world.makeKey(world.staff.owner, world.staff.space))
})
afterAll(() => world.site.drop())

const own = (path: string, call: RestCall = {}) => world.call(`/v1/spaces/granite${path}`, { key, ...call })

describe('the REST API', () => {
  it('names its requests, in problems, too', async () => {
    const named = await world.call('/v1/quests/none', { headers: { 'x-request-id': 'my-request-7' } })
    expect(named.headers.get('x-request-id')).toBe('my-request-7')
    expect(await named.json()).toMatchObject({ requestId: 'my-request-7', instance: 'urn:cairn:request:my-request-7', status: 404 })
    expect((await world.call('/v1/quests')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers a read again with 304 while nothing changed', async () => {
    const first = await world.call('/v1/quests/wrap-once')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await world.call('/v1/quests/wrap-once', { headers: { 'if-none-match': known } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await world.call('/v1/quests/wrap-once', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    await world.site.pool.query(`update quests set completed = completed + 1 where slug = 'wrap-once'`)
    expect((await world.call('/v1/quests/wrap-once', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('may be read by pages of any origin where it is public, and by none with a key', async () => {
    const open = await world.call('/v1/quests', { headers: { origin: 'https://elsewhere.example' } })
    expect(open.headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await world.call('/v1/quests', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    for (const method of ['GET', 'OPTIONS']) {
      const closed = await own('/quests', { method, headers: { origin: 'https://elsewhere.example' } })
      expect(closed.headers.get('access-control-allow-origin')).toBeNull()
      expect(closed.headers.get('allow')).toBe(method === 'OPTIONS' ? 'GET, POST, HEAD, OPTIONS' : null)
    }
  })

  it('says which methods a path takes', async () => {
    const refused = await world.call('/v1/quests', { method: 'DELETE' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await refused.json()).toMatchObject({ title: 'Method Not Allowed', status: 405, field: 'method', found: 'DELETE' })
  })

  it('goes through all of a list by its cursors, each item once', async () => {
    for (const slug of ['paged-1', 'paged-2', 'paged-3'])
      await liveQuest(world.site, { accountId: world.staff.owner.accountId, space: 'granite', slug })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await world.call(`/v1/quests?space=granite&limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      const body = (await page.json()) as { items: { slug: string }[]; nextCursor: string | null }
      seen.push(...body.items.map(({ slug }) => slug))
      cursor = body.nextCursor
    }
    expect(seen.toSorted()).toEqual(['paged-1', 'paged-2', 'paged-3', 'wrap-once'])
  })

  it('notes when a key was used, at most once a minute, and in whose name a change was made', async () => {
    const lastUse = async () => {
      const { rows } = await world.site.pool.query('select last_used_at from api_keys where id = $1', [id])
      return (rows[0].last_used_at as Date | null)?.getTime()
    }
    await own('/quests')
    const first = await lastUse()
    world.site.clock.ms += 30_000
    await own('/quests')
    expect(await lastUse()).toBe(first)
    world.site.clock.ms += 31_000
    await own('/quests')
    expect(await lastUse()).toBe(world.site.clock.ms)
    expect((await own('/quests', { method: 'POST', body: { slug: 'in-the-log' } })).status).toBe(201)
    const { rows } = await world.site.pool.query(
      `select account_id from audit_entries where action = 'draft.made' and subject = 'in-the-log'`,
    )
    expect(rows).toEqual([{ account_id: world.staff.owner.accountId }])
    expect(world.site.logged).toContainEqual(expect.objectContaining({ msg: 'REST change', route: 'makeQuest', keyId: id }))
    expect(JSON.stringify(world.site.logged)).not.toContain(key)
  })

  it('counts by key, and says how much is left', async () => {
    const { key } = await world.makeKey(world.staff.owner, 'granite', { scopes: ['quests:write'] })
    const make = (n: number) => own('/quests', { key, method: 'POST', body: { slug: `counted-${n}` } })
    const first = await make(0)
    expect(first.headers.get('ratelimit-policy')).toBe('"makeQuest";q=30;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"makeQuest";r=29;t=\d+$/)
    for (let n = 1; n < 30; n++) expect((await make(n)).status).toBe(201)
    const refused = await make(30)
    expect(refused.headers.get('ratelimit')).toMatch(/^"makeQuest";r=0;t=\d+$/)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await problemIn(refused)).toMatchObject({ status: 429, code: 'rate.limited' })
    // Another key of the same household goes on.
    expect((await own('/quests')).headers.get('ratelimit-policy')).toBe(`"key";q=${restLimits.key.points};w=60`)
  })

  it('refuses a save on an older revision with what is there now', async () => {
    const made = (await (await own('/quests', { method: 'POST', body: { slug: 'two-programs' } })).json()) as { revision: number }
    const save = (body: object) => own('/quests/two-programs', { method: 'PATCH', body })
    expect((await save({ revision: made.revision, changes: { supply: 5 } })).status).toBe(200)
    const late = await save({ revision: made.revision, changes: { supply: 7 } })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'draft.stale', current: expect.any(Object) })
    expect(await (await own('/quests/two-programs')).json()).toMatchObject({ document: { supply: 5 } })
  })

  it('says that it is our fault when an answer is not what the document says', async () => {
    await world.site.pool.query(`update rollup_batches set calldata = ''`)
    const response = await world.call('/v1/batches')
    expect(await problemIn(response)).toMatchObject({ status: 500, code: 'internal', field: null, found: null })
    expect(world.site.logged).toContainEqual(expect.objectContaining({ msg: 'REST request failed' }))
    await world.site.pool.query(`update rollup_batches set calldata = '0xabcd'`)
  })

  it('serves its own document, to any origin', async () => {
    const response = await world.call('/v1/openapi.json')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: world.site.members.origin }] })
  })
})

const csv = { 'content-type': 'text/csv' }

runBadInputs('tests/server/api/public/rest.db.test.ts', {
  RE01: () => own('/quests', { key: `${key}x` }),
  'RE01-checksum': () => own('/quests', { key: key.slice(0, -1) + (key.endsWith('0') ? '1' : '0') }),
  'RE01-scheme': () =>
    own('/quests', { key: undefined, headers: { authorization: `Basic ${Buffer.from(`x:${key}`).toString('base64')}` } }),
  'RE01-address': () => world.call(`/v1/spaces/granite/quests?key=${key}`),
  async RE02() {
    const { key, id } = await world.makeKey(world.staff.owner, 'granite', { days: 1 })
    await world.site.pool.query('update api_keys set expires_at = $2 where id = $1', [id, new Date(world.site.clock.ms)])
    return own('/quests', { key })
  },
  async RE03() {
    const { key, id } = await world.makeKey(world.staff.owner, 'granite')
    expect((await own('/quests', { key })).status).toBe(200)
    await world.staff.owner.browser.mutate('studio.keys.revoke', { space: 'granite', id })
    return own('/quests', { key })
  },
  async RE04() {
    const { owner, space } = await world.otherSpace()
    return own('/quests', { key: (await world.makeKey(owner, space)).key })
  },
  async RE05() {
    const { key } = await world.makeKey(world.staff.owner, 'granite', { scopes: ['quests:read'] })
    return own('/quests', { key, method: 'POST', body: { slug: 'not-mine' } })
  },
  async RE06() {
    const answer = await own('/quests', { key: await world.keyOfRole(world.staff, null) })
    return answer
  },
  RE07: () => own('/quests', { method: 'POST', body: JSON.stringify({ slug: 'a'.repeat(262_144) }) }),
  'RE07-list': () => own('/lists?name=Big&by=evm', { method: 'POST', body: 'x'.repeat(16 * 1024 * 1024 + 1), headers: csv }),
  RE08: () => own('/quests', { method: 'POST', body: '{"slug": ' }),
  'RE08-type': () => own('/quests', { method: 'POST', body: 'slug=one', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  'RE08-none': () => own('/quests/wrap-once/pause', { method: 'POST', body: {} }),
  RE09: () => own('/quests', { method: 'POST', body: { slug: 'one', owner: 'me' } }),
  'RE09-query': () => own('/quests?order=asc'),
  'RE09-twice': () => own('/quests?limit=1&limit=2'),
  'RE09-proto': () => own('/quests', { method: 'POST', body: '{"slug":"one","__proto__":{"admin":true}}' }),
  RE10: () => own('/quests', { method: 'PUT', body: {} }),
  async RE11() {
    const quests = (await (await world.call('/v1/quests?limit=1')).json()) as { nextCursor: string }
    return world.call(`/v1/batches?cursor=${encodeURIComponent(quests.nextCursor)}`)
  },
  async 'RE11-space'() {
    const mine = (await (await own('/quests?limit=1')).json()) as { nextCursor: string }
    const { owner, space } = await world.otherSpace()
    const other = await world.makeKey(owner, space)
    return world.call(`/v1/spaces/${space}/quests?cursor=${encodeURIComponent(mine.nextCursor)}`, { key: other.key })
  },
  RE12: () => own('/quests/..%2F..%2Fetc'),
  'RE12-escape': () => own('/quests/%E0%A4%A'),
  RE13: () => own('/lists?name=Rows&by=evm', { method: 'POST', body: 'address\n0x12\n', headers: csv }),
  async RE14() {
    const { owner, space } = await world.otherSpace()
    await owner.browser.mutate('studio.quests.make', { space, slug: 'theirs' })
    return own('/quests/theirs')
  },
})
