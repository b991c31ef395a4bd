import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTrpcHandler } from '#server/api/handlers/trpcHandler.ts'
import { mostEndpoints } from '#server/webhooks/endpoints.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, Browser, dataOf, errorOf, freshLimits, startSite } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'
import { status } from '#tests/support/webhookServer.ts'
import { everyType, makeProject, type Project, startWebhookSite, type WebhookSite } from '#tests/support/webhookSite.ts'

let world: WebhookSite
let project: Project
let own: { id: string; secret: string }
beforeAll(async () => {
  world = await startWebhookSite()
  project = await makeProject(world)
  own = await project.add('/own')
})
afterAll(() => world.stop())

const hour = 3_600_000
const add = (input: object, { call } = project) => call('add', { url: 'https://hooks.example.org/cairn', types: everyType, ...input })
const list = ({ browser, space } = project) => browser.query('studio.webhooks.list', { space })
const deliveries = (input: object, { browser, space } = project) => browser.query('studio.webhooks.deliveries', { space, ...input })

describe('an endpoint', () => {
  it('is added with a secret that is shown once and kept sealed', async () => {
    const who = await makeProject(world)
    const made = dataOf<{ id: string; secret: string }>(await add({ description: 'Staging' }, who))
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const listed = await list(who)
    expect(dataOf(listed)).toEqual({
      types: everyType,
      items: [
        {
          ...{ id: made.id, url: 'https://hooks.example.org/cairn', description: 'Staging', types: everyType, status: 'active' },
          ...{ disabledFor: null, failingSince: null, previousSecretUntil: null, createdAt: expect.any(String) },
        },
      ],
    })
    const { rows } = await world.site.pool.query('select * from webhook_endpoints where id = $1', [made.id])
    const logged = await who.audit()
    for (const text of [JSON.stringify(rows), JSON.stringify(listed.body), JSON.stringify(logged), JSON.stringify(world.site.logged)])
      expect(text).not.toContain(made.secret.slice('whsec_'.length))
  })

  it('opens with the secret of no other endpoint', async () => {
    const [first, second] = [await project.add('/sealed-1'), await project.add('/sealed-2')]
    await world.site.pool.query(
      `update webhook_endpoints set sealed_secret = (select sealed_secret from webhook_endpoints where id = $1) where id = $2`,
      [first.id, second.id],
    )
    await project.test(second.id)
    await world.deliver()
    expect(world.server.at('/sealed-2')).toEqual([])
    expect(await project.log(second.id)).toMatchObject([{ status: 'waiting', error: 'sealed' }])
    for (const { id } of [first, second]) await project.call('remove', { id })
  })

  it('is changed in what is given alone, and the log says what was before and after, without what a query may hide', async () => {
    const who = await makeProject(world)
    const { id } = dataOf<{ id: string }>(await add({ url: 'https://hooks.example.org/a?token=hidden' }, who))
    const changed = dataOf(await who.call('change', { id, url: 'https://other.example.org/b?token=hidden', types: ['quest.completed'] }))
    expect(changed).toMatchObject({
      url: 'https://other.example.org/b?token=hidden',
      types: ['quest.completed'],
      status: 'active',
      description: '',
    })
    dataOf(await who.call('change', { id, status: 'paused', description: 'Old one' }))
    dataOf(await who.call('change', { id }))
    dataOf(await who.call('rotateSecret', { id }))
    dataOf(await who.call('remove', { id }))
    const log = await who.audit()
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ['webhook.added', 'hooks.example.org'],
      ['webhook.changed', 'other.example.org'],
      ['webhook.changed', 'other.example.org'],
      ['webhook.secretRotated', 'other.example.org'],
      ['webhook.removed', 'other.example.org'],
    ])
    expect(log.every(({ account_id }) => account_id === who.accountId)).toBe(true)
    expect(log[1]).toMatchObject({
      before: { url: 'https://hooks.example.org/a', types: everyType, status: 'active' },
      after: { url: 'https://other.example.org/b', types: ['quest.completed'], status: 'active' },
    })
    expect(JSON.stringify(log)).not.toContain('hidden')
    expect(dataOf(await list(who))).toMatchObject({ items: [] })
  })

  it('is one of ten at most, also when many are added at once', async () => {
    const who = await makeProject(world)
    const answers = await Promise.all(Array.from({ length: 14 }, (_, i) => add({ url: `https://hooks.example.org/${i}` }, who)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(mostEndpoints)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(errorOf(answer).data).toMatchObject({ code: 'conflict', field: 'url', found: '10', expected: 'at most 10' })
    const { items } = dataOf<{ items: { id: string }[] }>(await list(who))
    dataOf(await who.call('remove', { id: items[0]?.id }))
    dataOf(await add({}, who))
  })

  it('may be of this machine on a local stack alone, at the origins that it names', async () => {
    dataOf(await add({ url: `${world.server.origin}/local` }))
    expect(errorOf(await add({ url: 'http://127.0.0.1:1/' })).data).toMatchObject({ code: 'input.invalid', field: 'url' })
    const elsewhere = await startSite()
    try {
      const stranger = await makeProject({ site: elsewhere, server: world.server })
      const answer = await stranger.call('add', { url: `${world.server.origin}/local`, types: everyType })
      expect(errorOf(answer).data).toMatchObject({ code: 'input.invalid', field: 'url', expected: 'https is expected' })
      // Without a key to seal with, nothing is kept in clear.
      expect((await add({}, stranger)).status).toBe(500)
      expect((await elsewhere.pool.query('select from webhook_endpoints')).rowCount).toBe(0)
    } finally {
      await elsewhere.drop()
    }
  })

  it('of another space is not found, whatever is asked of it', async () => {
    const other = await makeProject(world)
    const message = await project.test(own.id)
    const { id } = own
    const calls = [
      ['change', { id, status: 'paused' }],
      ['rotateSecret', { id }],
      ['remove', { id }],
      ['test', { id }],
      ['replay', { id, message }],
      ['replaySince', { id, since: new Date(world.site.clock.ms - hour).toISOString() }],
    ] as const
    for (const [name, input] of calls)
      expect(errorOf(await other.call(name, input)).data, name).toMatchObject({ code: 'not-found', field: 'id' })
    expect(errorOf(await deliveries({ id }, other)).data).toMatchObject({ code: 'not-found', field: 'id' })
    expect(await project.endpoint(id)).toMatchObject({ status: 'active', previousSecretUntil: null })
    await world.deliver()
  })
})

describe('the log of deliveries', () => {
  it('comes in pages, newest first, by status where one is asked for', async () => {
    const who = await makeProject(world)
    const { id } = await who.add('/paged')
    world.server.answer('/paged', (response, _got, times) => void response.writeHead(times % 3 === 0 ? 500 : 200).end())
    const messages: string[] = []
    for (let i = 0; i < 7; i++) messages.unshift(await who.test(id))
    await world.deliver()
    const seen: string[] = []
    for (let cursor: string | null = null; ; ) {
      const page: { items: { message: string }[]; nextCursor: string | null } = dataOf(await deliveries({ id, limit: 3, cursor }, who))
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.nextCursor
      if (cursor === null) break
    }
    expect(seen).toEqual(messages)
    const [waiting, delivered] = [await who.log(id, { status: 'waiting' }), await who.log(id, { status: 'delivered' })]
    expect([waiting.length, delivered.length]).toEqual([2, 5])
    expect(await who.log(id, { status: 'failed' })).toEqual([])
    const { nextCursor } = dataOf<{ nextCursor: string }>(await deliveries({ id, limit: 3 }, who))
    const { id: another } = await who.add('/paged-too')
    expect(errorOf(await deliveries({ id: another, cursor: nextCursor }, who)).data).toMatchObject({
      code: 'input.invalid',
      field: 'cursor',
    })
  })
})

describe('sending again', () => {
  it('sends one message with its id and bytes, from the first attempt on', async () => {
    const who = await makeProject(world)
    const { id } = await who.add('/again')
    const message = await who.test(id)
    await world.deliver()
    world.server.answer('/again', status(500))
    expect(dataOf(await who.call('replay', { id, message }))).toEqual({ message })
    await world.deliver()
    expect(await who.log(id)).toMatchObject([{ message, status: 'waiting', attempts: 1, code: 500 }])
    const [first, second] = world.server.at('/again')
    expect(second?.headers['webhook-id']).toBe(message)
    expect(second?.body).toBe(first?.body)
    const { id: another } = await who.add('/again-not')
    expect(errorOf(await who.call('replay', { id: another, message })).data).toMatchObject({ code: 'not-found', field: 'message' })
  })

  it('sends what happened since a time: what never arrived or was missed, or all of it', async () => {
    const who = await makeProject(world)
    const { id } = await who.add('/since', ['quest.published', 'quest.live'])
    const quest = () => liveQuest(world.site, { accountId: who.accountId, space: who.space })
    const slugsAt = () => world.server.at('/since').map(({ body }) => `${JSON.parse(body).data.quest.slug} ${JSON.parse(body).type}`)
    const both = (slug: string) => [`${slug} quest.published`, `${slug} quest.live`]
    const arrived = await quest()
    await world.deliver()
    world.server.answer('/since', status(500))
    const failed = await quest()
    await world.deliver()
    await world.site.pool.query(`update webhook_deliveries set status = 'failed' where endpoint_id = $1 and status = 'waiting'`, [id])
    dataOf(await who.call('change', { id, status: 'paused' }))
    const missed = await quest()
    dataOf(await who.call('change', { id, status: 'active' }))
    await world.deliver()
    expect(slugsAt().toSorted()).toEqual([...both(arrived.slug), ...both(failed.slug)].toSorted())
    world.server.answer('/since', status(204))
    const since = new Date(Date.now() - hour).toISOString()
    expect(dataOf(await who.call('replaySince', { id, since }))).toEqual({ queued: 4, until: null })
    await world.deliver()
    expect(slugsAt().slice(4).toSorted()).toEqual([...both(failed.slug), ...both(missed.slug)].toSorted())
    expect(dataOf(await who.call('replaySince', { id, since }))).toEqual({ queued: 0, until: null })
    expect(dataOf(await who.call('replaySince', { id, since, which: 'all' }))).toEqual({ queued: 6, until: null })
    await world.deliver()
    expect(slugsAt()).toHaveLength(14)
    expect(new Set(world.server.at('/since').map(({ headers }) => headers['webhook-id'])).size).toBe(6)
    expect((await who.audit()).filter(({ action }) => action === 'webhook.replayed').map(({ after }) => after)).toMatchObject([
      { queued: 4, which: 'undelivered', since },
      { queued: 0 },
      { queued: 6, which: 'all' },
    ])
  })

  it('begins at the time that was asked for', async () => {
    const who = await makeProject(world)
    const { id } = await who.add('/begins', ['quest.published'])
    await liveQuest(world.site, { accountId: who.accountId, space: who.space })
    await world.site.pool.query(
      `update webhook_events set created_at = '2026-11-20T12:00:00Z' where space_id = (select id from spaces where slug = $1)`,
      [who.space],
    )
    const clock = world.site.clock.ms
    world.site.clock.ms = Date.parse('2026-11-21T00:00:00Z')
    const queued = async (since: string) => dataOf<{ queued: number }>(await who.call('replaySince', { id, since, which: 'all' })).queued
    expect(await queued('2026-11-20T12:00:00.001Z')).toBe(0)
    expect(await queued('2026-11-20T12:00:00Z')).toBe(1)
    expect(await queued('2026-11-20T21:00:00+09:00')).toBe(1)
    world.site.clock.ms = clock
  })
})

describe('calls', () => {
  it('that send are counted', async () => {
    const limited = new Browser({
      ...world.site,
      handlers: { ...world.site.handlers, trpc: createTrpcHandler({ ...world.site.api, limiter: freshLimits() }) },
    })
    for (const [name, value] of project.browser.cookies) limited.cookies.set(name, value)
    const test = () => limited.mutate('studio.webhooks.test', { space: project.space, id: own.id })
    const answers: Answer[] = []
    for (let i = 0; i < 31; i++) answers.push(await test())
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 200), 429])
    await world.deliver()
  })
})

const refusedUrls = async (...urls: string[]) => {
  const answers: Answer[] = []
  for (const url of urls) {
    for (const answer of [await add({ url }), await project.call('change', { id: own.id, url })]) {
      expect(errorOf(answer).data, url).toMatchObject({ code: 'input.invalid', field: 'url' })
      answers.push(answer)
    }
  }
  return answers.every(({ status }) => status === 400) ? 400 : answers.map(({ status }) => status)
}
const hosts = (...names: string[]) => refusedUrls(...names.map((name) => `https://${name}/`))

runBadInputs('tests/server/webhooks/endpoints.db.test.ts', {
  'WH23-webhook': () =>
    refusedUrls('http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'javascript:alert(1)'),
  'WH25-webhook': () => hosts('localhost', '127.1', '2130706433', '0x7f.1', '0177.0.0.1'),
  'WH27-webhook': () => hosts('[::1]', '[::ffff:7f00:1]', '[fe80::1]', '0.0.0.0'),
  'WH29-webhook': () => hosts('100.64.0.1', '[64:ff9b::a00:1]', '[2002:a00:1::1]', '169.254.169.254', 'metadata.google.internal'),
  'WH23-webhook-parts': () =>
    refusedUrls(
      'https://user:pass@example.org/',
      'https://example.org:22/',
      'https://example.org/#x',
      'https://',
      'example.org',
      '//example.org',
    ),
  'WH23-webhook-empty': () => add({ url: '' }),
  'WH23-webhook-long': () => add({ url: `https://example.org/${'a'.repeat(2000)}` }),
  'WH23-webhook-type': () => add({ url: ['https://example.org/'] }),
  'WH47-types-none': () => add({ types: [] }),
  'WH47-types-unknown': () => add({ types: ['quest.deleted'] }),
  'WH47-types-test': () => add({ types: ['webhook.test'] }),
  'WH47-types-twice': () => add({ types: ['quest.live', 'quest.live'] }),
  'WH47-types-many': () => add({ types: Array.from({ length: 1000 }, () => 'quest.live') }),
  'WH47-description': () => add({ description: 'a\u202eb' }),
  'WH47-description-long': () => add({ description: 'x'.repeat(201) }),
  'WH47-secret': () => add({ secret: 'whsec_AAAA' }),
  'WH47-status': () => project.call('change', { id: own.id, status: 'disabled' }),
  'WH47-id': () => project.call('rotateSecret', { id: "' or 1=1 --" }),
  'WH47-id-unknown': () => project.call('remove', { id: '00000000-0000-4000-8000-000000000000' }),
  'WH49-message': () => project.call('replay', { id: own.id, message: 'msg_1' }),
  'WH49-message-unknown': () => project.call('replay', { id: own.id, message: `msg_${'0'.repeat(32)}` }),
  'WH49-since': () => project.call('replaySince', { id: own.id, since: 'yesterday' }),
  'WH49-since-old': () => project.call('replaySince', { id: own.id, since: new Date(world.site.clock.ms - 31 * 24 * hour).toISOString() }),
  'WH49-since-ahead': () => project.call('replaySince', { id: own.id, since: new Date(world.site.clock.ms + hour).toISOString() }),
  'WH49-since-offset': () => project.call('replaySince', { id: own.id, since: '2026-11-20T12:00:00' }),
  'WH49-cursor': () => deliveries({ id: own.id, cursor: 'abc.def' }),
  'WH49-limit': () => deliveries({ id: own.id, limit: 1e9 }),
})
