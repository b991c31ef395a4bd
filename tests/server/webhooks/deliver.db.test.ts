import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webhookFetch } from '#server/compose/webhooks.ts'
import { createDeliverer } from '#server/webhooks/deliver.ts'
import { createDeliveryStore } from '#server/webhooks/deliveryStore.ts'
import { mostAttempts } from '#server/webhooks/schedule.ts'
import { sendMessage } from '#server/webhooks/sendClient.ts'
import { dataOf, errorOf } from '#tests/support/members.ts'
import { judge, status } from '#tests/support/webhookServer.ts'
import { makeProject, type Project, patienceMs, startWebhookSite, type WebhookSite } from '#tests/support/webhookSite.ts'

const [second, minute, hour] = [1000, 60_000, 3_600_000]
let world: WebhookSite
let project: Project
beforeAll(async () => {
  world = await startWebhookSite()
})
afterAll(() => world.stop())

let paths = 0
/** An endpoint of a project of its own: what one test does to it is nobody else's. */
async function endpoint() {
  project = await makeProject(world)
  const path = `/endpoint-${++paths}`
  return { ...project, ...(await project.add(path)), path }
}
const bodies = (path: string) => world.server.at(path).map(({ body }) => body)
const idsAt = (path: string) => world.server.at(path).map(({ headers }) => headers['webhook-id'])
/** How long the delivery waits for its next attempt, milliseconds. */
const wait = (nextAt: string | null | undefined) => Date.parse(nextAt ?? '') - world.site.clock.ms

describe('a delivery', () => {
  it('is a POST of JSON with the headers of the spec, which its library takes', async () => {
    const { id, secret, path, test, log, space } = await endpoint()
    const message = await test(id)
    await world.deliver()
    const [got] = world.server.at(path)
    if (!got) throw new Error('nothing came')
    expect(judge(secret, got, world.site.clock.ms)).toEqual({
      type: 'webhook.test',
      timestamp: expect.any(String),
      data: { space: { slug: space, name: 'A project' }, endpoint: id },
    })
    expect(got.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': message,
      'webhook-timestamp': String(Math.floor(world.site.clock.ms / 1000)),
      'user-agent': 'Cairn/0.1',
    })
    expect(() => judge('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', got, world.site.clock.ms)).toThrow()
    expect(() => judge(secret, { ...got, body: got.body.replace('webhook.test', 'webhook.text') }, world.site.clock.ms)).toThrow()
    expect(await log(id)).toMatchObject([
      { message, type: 'webhook.test', body: got.body, status: 'delivered', attempts: 1, nextAt: null, code: 204, error: null, answer: '' },
    ])
  })

  it('is tried ten times over three days, with the pauses of the spec, the same id and bytes, and a new time and signature', async () => {
    const { id, secret, path, test, log } = await endpoint()
    world.server.answer(path, status(500, {}, 'not today'))
    const message = await test(id)
    const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]
    await world.deliver()
    for (const [i, pause] of pauses.entries()) {
      const [row] = await log(id)
      expect(row).toMatchObject({ status: 'waiting', attempts: i + 1, code: 500, answer: 'not today' })
      expect(wait(row?.nextAt)).toBeGreaterThanOrEqual(pause)
      expect(wait(row?.nextAt)).toBeLessThanOrEqual(1.2 * pause)
      await world.deliver(pause - 2 * second)
      expect(world.server.at(path)).toHaveLength(i + 1)
      await world.deliver(0.2 * pause + 3 * second)
      expect(world.server.at(path)).toHaveLength(i + 2)
      const last = world.server.at(path).at(-1)
      if (last) expect(judge(secret, last, world.site.clock.ms)).toMatchObject({ type: 'webhook.test' })
    }
    expect(await log(id)).toMatchObject([{ message, status: 'failed', attempts: mostAttempts, nextAt: null }])
    await world.deliver(48 * hour)
    expect(idsAt(path)).toEqual(Array.from({ length: mostAttempts }, () => message))
    expect(new Set(bodies(path)).size).toBe(1)
    expect(new Set(world.server.at(path).map(({ headers }) => headers['webhook-signature'])).size).toBe(mostAttempts)
  })

  it('ends with the first 2xx', async () => {
    const { id, path, test, log } = await endpoint()
    world.server.answer(path, (response, _got, times) => void response.writeHead(times < 3 ? 503 : 202).end('ok'))
    await test(id)
    await world.deliver()
    await world.deliver(10 * second)
    await world.deliver(10 * minute)
    await world.deliver(10 * hour)
    expect(world.server.at(path)).toHaveLength(3)
    expect(await log(id)).toMatchObject([{ status: 'delivered', attempts: 3, code: 202, answer: 'ok' }])
  })

  it('waits as long as the endpoint asks, within a day', async () => {
    const { id, path, test, log } = await endpoint()
    const asks = ['120', '1000000000', '-1']
    world.server.answer(path, (response, _got, times) => void response.writeHead(429, { 'retry-after': asks[times - 1] ?? '' }).end())
    await test(id)
    await world.deliver()
    expect(wait((await log(id))[0]?.nextAt)).toBe(120 * second)
    await world.deliver(120 * second)
    expect(wait((await log(id))[0]?.nextAt)).toBe(24 * hour)
    await world.deliver(24 * hour)
    expect(wait((await log(id))[0]?.nextAt)).toBeLessThanOrEqual(1.2 * 30 * minute)
  })
})

describe('an endpoint that', () => {
  it('does not answer in time has failed', async () => {
    const { id, path, test, log } = await endpoint()
    world.server.answer(path, () => {})
    await test(id)
    const before = performance.now()
    await world.deliver()
    expect(performance.now() - before).toBeLessThan(patienceMs + 2000)
    expect(await log(id)).toMatchObject([{ status: 'waiting', attempts: 1, code: null, error: 'too-slow', answer: null }])
  })

  it('drips its body for ever, or has no end of it, has answered by its status; the first KiB is kept', async () => {
    const { id, path, test, log } = await endpoint()
    world.server.answer(path, (response, _got, times) => {
      response.writeHead(times === 1 ? 200 : 201).flushHeaders()
      if (times === 1) {
        const timer = setInterval(() => response.write('.'), 50)
        response.on('close', () => clearInterval(timer))
        return
      }
      const push = () => {
        while (!response.destroyed && response.write('é'.repeat(40_000)));
        if (!response.destroyed) response.once('drain', push)
      }
      push()
    })
    await test(id)
    await test(id)
    await world.deliver()
    const rows = await log(id)
    expect(rows.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    const [dripped, endless] = rows.toSorted((a, b) => (a.code ?? 0) - (b.code ?? 0))
    expect(dripped?.answer).toMatch(/^\.{1,20}$/)
    expect(endless?.answer).toBe('é'.repeat(512))
  })

  it('answers with what no log could hold is shown all the same', async () => {
    const { id, path, test, log } = await endpoint()
    const answer = Buffer.concat([Buffer.from('a\u0000b\u001b[31m\n\t'), Buffer.from([0xff, 0xfe, 0xc3])])
    world.server.answer(path, (response) => void response.writeHead(400, { 'content-encoding': 'gzip' }).end(answer))
    await test(id)
    await world.deliver()
    expect(await log(id)).toMatchObject([{ code: 400, answer: 'a\ufffdb\ufffd[31m\n\t\ufffd\ufffd\ufffd' }])
  })

  it.each([301, 302, 303, 307, 308])('leads elsewhere by %d is not followed', async (code) => {
    const { id, path, test, log } = await endpoint()
    world.server.answer(path, status(code, { location: `${world.server.origin}/elsewhere` }))
    await test(id)
    await world.deliver()
    expect(world.server.at('/elsewhere')).toEqual([])
    expect(await log(id)).toMatchObject([{ status: 'waiting', code: null, error: 'redirect' }])
  })

  it('closes the connection, or is not there, has failed', async () => {
    const { id, path, test, log, call } = await endpoint()
    world.server.answer(path, (response) => response.destroy())
    await test(id)
    await world.deliver()
    expect(await log(id)).toMatchObject([{ status: 'waiting', error: 'unreachable' }])
    // What the table says does not matter: a private address is refused by whoever sends.
    await world.site.pool.query(`update webhook_endpoints set url = 'https://10.0.0.1/' where id = $1`, [id])
    await call('test', { id })
    await world.deliver(10 * minute)
    expect((await log(id)).map(({ error }) => error)).toEqual(['refused', 'refused'])
  })

  it('says 410 is disabled at once, and its space is told', async () => {
    const { id, path, test, log, call, audit, endpoint: view } = await endpoint()
    world.server.answer(path, status(410))
    await test(id)
    await world.deliver()
    expect(await log(id)).toMatchObject([{ status: 'failed', attempts: 1, code: 410, nextAt: null }])
    expect(await view(id)).toMatchObject({ status: 'disabled', disabledFor: 'gone' })
    const host = new URL(world.server.origin).host
    expect((await audit()).at(-1)).toEqual({
      ...{ action: 'webhook.disabled', subject: host, account_id: null },
      ...{ before: { status: 'active' }, after: { status: 'disabled', why: 'gone' } },
    })
    expect(errorOf(await call('test', { id })).data).toMatchObject({ code: 'conflict', field: 'id', found: 'disabled' })
    world.server.answer(path, status(204))
    dataOf(await call('change', { id, status: 'active' }))
    expect(await view(id)).toMatchObject({ status: 'active', disabledFor: null, failingSince: null })
    await test(id)
    await world.deliver()
    expect((await log(id)).map(({ status }) => status)).toEqual(['delivered', 'failed'])
  })

  it('fails for five days is disabled, once; a success in between begins the count anew', async () => {
    const { id, path, test, audit, endpoint: view } = await endpoint()
    const day = 24 * hour
    const fails = async () => {
      world.server.answer(path, status(500))
      await test(id)
      await world.deliver()
    }
    await fails()
    const { failingSince } = await view(id)
    expect(Date.parse(failingSince ?? '')).toBe(world.site.clock.ms)
    for (let i = 0; i < 4; i++) {
      await world.deliver(day)
      await fails()
      expect(await view(id)).toMatchObject({ status: 'active', failingSince })
    }
    world.server.answer(path, status(200))
    await world.deliver(day - hour)
    expect(await view(id)).toMatchObject({ status: 'active', failingSince: null })
    await world.deliver(3 * day)
    await fails()
    for (let i = 0; i < 4; i++) {
      await world.deliver(day)
      await fails()
    }
    expect((await view(id)).status).toBe('active')
    await world.deliver(day + minute)
    expect(await view(id)).toMatchObject({ status: 'disabled', disabledFor: 'failing' })
    const sent = world.server.at(path).length
    await world.deliver(3 * day)
    expect(world.server.at(path)).toHaveLength(sent)
    expect((await audit()).filter(({ action }) => action === 'webhook.disabled')).toMatchObject([{ after: { why: 'failing' } }])
  })

  it('is slow or fails does not keep messages from others, and gets one at a time', async () => {
    const [slow, quick] = [await endpoint(), await endpoint()]
    world.server.answer(slow.path, () => {})
    for (let i = 0; i < 25; i++) await slow.test(slow.id)
    world.site.clock.ms = Math.max(world.site.clock.ms, Date.now())
    const sending = world.deliverer()
    await sending.pass()
    for (let i = 0; i < 5; i++) await quick.test(quick.id)
    world.site.clock.ms = Math.max(world.site.clock.ms, Date.now())
    await sending.pass()
    while ((await quick.log(quick.id)).some(({ status }) => status !== 'delivered')) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(world.server.at(slow.path)).toHaveLength(10)
    await sending.idle()
    await sending.pass()
    await sending.idle()
    expect(world.server.at(slow.path)).toHaveLength(11)
    await slow.call('remove', { id: slow.id })
  })

  it('was paused gets nothing, and then what waited', async () => {
    const { id, path, test, call, log } = await endpoint()
    await test(id)
    dataOf(await call('change', { id, status: 'paused' }))
    await world.deliver()
    expect(world.server.at(path)).toEqual([])
    dataOf(await call('change', { id, status: 'active' }))
    await world.deliver()
    expect(await log(id)).toMatchObject([{ status: 'delivered', attempts: 1 }])
  })

  it('was removed gets nothing, whatever waited', async () => {
    const { id, path, test, call, browser, space } = await endpoint()
    await test(id)
    dataOf(await call('remove', { id }))
    await world.deliver()
    expect(world.server.at(path)).toEqual([])
    expect(errorOf(await browser.query('studio.webhooks.deliveries', { space, id })).data).toMatchObject({ code: 'not-found', field: 'id' })
    const { rows } = await world.site.pool.query('select sealed_secret, previous_secret from webhook_endpoints where id = $1', [id])
    expect(rows).toEqual([{ sealed_secret: '', previous_secret: null }])
  })
})

describe('after a rotation', () => {
  it('both secrets are good for a day, then the new one alone', async () => {
    const { id, secret, path, test, call, endpoint: view } = await endpoint()
    const rotated = dataOf<{ secret: string; previousSecretUntil: string }>(await call('rotateSecret', { id }))
    expect(rotated.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(Date.parse(rotated.previousSecretUntil)).toBe(world.site.clock.ms + 24 * hour)
    const send = async (afterMs: number) => {
      world.site.clock.ms += afterMs
      await test(id)
      await world.deliver()
      const got = world.server.at(path).at(-1)
      if (!got) throw new Error('nothing came')
      return { got, takes: (key: string) => judge(key, got, world.site.clock.ms) }
    }
    const { got, takes } = await send(23 * hour)
    expect(got.headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/)
    for (const key of [secret, rotated.secret]) expect(takes(key)).toMatchObject({ type: 'webhook.test' })
    expect((await view(id)).previousSecretUntil).toBe(rotated.previousSecretUntil)
    const later = await send(hour)
    expect(later.got.headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/)
    expect(later.takes(rotated.secret)).toMatchObject({ type: 'webhook.test' })
    expect(() => later.takes(secret)).toThrow()
    expect((await view(id)).previousSecretUntil).toBeNull()
  })
})

describe('whoever sends', () => {
  /** What an endpoint got, by two processes and more that look at the same time. */
  it('shares with others: each message goes once', async () => {
    const { id, path, test, log } = await endpoint()
    for (let i = 0; i < 40; i++) await test(id)
    world.site.clock.ms = Math.max(world.site.clock.ms, Date.now())
    const many = Array.from({ length: 4 }, () => world.deliverer())
    const work = many.map(async (one) => {
      while ((await one.pass()) > 0) await one.idle()
    })
    await Promise.all(work)
    expect(world.server.at(path)).toHaveLength(40)
    expect(new Set(idsAt(path)).size).toBe(40)
    expect((await log(id, { limit: 50 })).every(({ status, attempts }) => status === 'delivered' && attempts === 1)).toBe(true)
  })

  it('comes back after its lease ran out changes nothing that another one wrote down', async () => {
    const { id, test, log } = await endpoint()
    await test(id)
    world.site.clock.ms = Math.max(world.site.clock.ms, Date.now())
    const store = createDeliveryStore(world.site.db)
    const take = (afterMs: number) => store.take({ now: new Date(world.site.clock.ms + afterMs), leaseMs: minute, limit: 10, busy: [] })
    const [late] = await take(0)
    expect(await take(59 * second)).toEqual([])
    const [other] = await take(minute)
    if (!late || !other) throw new Error('nothing was taken')
    expect(other).toMatchObject({ id: late.id, attempts: 2 })
    const answered = (code: number) => ({ code, answer: '', retryAfterMs: null })
    const at = new Date(world.site.clock.ms)
    expect(await store.settle(other, { outcome: answered(200), decision: { status: 'delivered' }, at })).toBe('kept')
    expect(await store.settle(late, { outcome: answered(410), decision: { status: 'failed', gone: true }, at })).toBe('lost')
    expect(await log(id)).toMatchObject([{ status: 'delivered', code: 200 }])
  })

  it('cannot open a secret counts it as nothing that the endpoint did, and sends when it can', async () => {
    const { id, path, test, log, endpoint: view } = await endpoint()
    await test(id)
    world.site.clock.ms = Math.max(world.site.clock.ms, Date.now())
    const failures: unknown[] = []
    const broken = createDeliverer({
      store: createDeliveryStore(world.site.db),
      send: () => Promise.reject(new Error('nothing is sent')),
      open: () => {
        throw new Error('another key')
      },
      chance: () => 0,
      now: () => world.site.clock.ms,
      failed: (error) => failures.push(error),
    })
    await broken.pass()
    await broken.idle()
    expect(failures).toHaveLength(1)
    expect(await log(id)).toMatchObject([{ status: 'waiting', error: 'sealed' }])
    expect(await view(id)).toMatchObject({ status: 'active', failingSince: null })
    await world.deliver(10 * second)
    expect(world.server.at(path)).toHaveLength(1)
  })

  it('outside of local stacks asks no address of this machine', async () => {
    const fetch = webhookFetch(new Set())
    const send = (url: string) => sendMessage({ fetch, now: Date.now }, { url, id: 'msg_1', body: '{}', secrets: ['whsec_AAAA'] })
    for (const url of [
      `${world.server.origin}/any`,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/',
      'http://example.org/',
    ])
      expect(await send(url)).toEqual({ error: 'refused' })
    expect(world.server.at('/any')).toEqual([])
  })
})
