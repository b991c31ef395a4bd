import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closedOutbound } from '#server/compose/outbound.ts'
import { domainDeps } from '#server/compose/studio/settings.ts'
import { createGuardedFetch, type GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { recheckDomains } from '#server/spaces/recheckDomains.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'

const dayMs = 86_400_000
/** What stands at `https://HOST/.well-known/cairn.txt`: a server of this machine, asked by the real guarded client. */
let serve: RequestListener
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  serve(request, response)
})
const text =
  (body: string, status = 200, type = 'text/plain; charset=utf-8'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  }

let site: Site
let fetch: GuardedFetch
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const guarded = createGuardedFetch({ localOrigins: new Set([local]), timeoutMs: 500, resolve: async () => ['127.0.0.1'] })
  fetch = (request) =>
    guarded({
      ...request,
      url: request.url.replace('https://granite.example', local).replace('https://gone.example', 'https://gone.example:8443'),
    })
  site = await startSite({ deps: { outbound: { ...closedOutbound, fetch: (request) => fetch(request) } } })
})
beforeEach(() => {
  serve = text('')
})
afterAll(async () => {
  server.close()
  await site.drop()
})

let made = 0
async function owner(name = `Maker ${made}`) {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  const space = `granite-${++made}`
  dataOf(await browser.mutate('studio.spaces.make', { slug: space, name }))
  return { browser, accountId, space }
}
type Who = Awaited<ReturnType<typeof owner>>
type Domain = { host: string; status: string; url: string; line: string; provenAt: string | null }
const errorIn = (answer: Awaited<ReturnType<Browser['query']>>) => errorOf(answer).data
const settings = (change: object = {}) => ({
  version: 0,
  names: { en: 'Granite', ja: null },
  about: null,
  website: null,
  links: [],
  ...change,
})
const change = ({ browser, space }: Who, input: object) => browser.mutate('studio.settings.change', { space, ...input })
const read = async ({ browser, space }: Who) =>
  dataOf<{ version: number; domain: Domain | null; names: object }>(await browser.query('studio.settings.read', { space }))
const claim = async ({ browser, space }: Who, host = 'granite.example') =>
  dataOf<Domain>(await browser.mutate('studio.settings.claimDomain', { space, host }))
const prove = ({ browser, space }: Who) => browser.mutate('studio.settings.proveDomain', { space })
async function proven(who: Who) {
  serve = text((await claim(who)).line)
  return dataOf<Domain>(await prove(who))
}
const page = async (space: string) =>
  dataOf<{ domain: string | null; names: object; about: object | null; quality: { reasons: { kind: string }[] } }>(
    await new Browser(site).query('spaces.bySlug', { slug: space }),
  )
const actions = async ({ browser, space }: Who) =>
  dataOf<{ items: { action: string }[] }>(await browser.query('studio.audit.list', { space })).items.map(({ action }) => action)

describe('settings', () => {
  it('are saved, shown on the page of the space, and written down', async () => {
    const who = await owner()
    const said = {
      names: { en: 'Granite Works', ja: '花崗岩工房' },
      about: { en: 'We cut stone.\n\nSlowly.', ja: '石を切ります。' },
      website: 'https://granite.example',
      links: [{ kind: 'x', url: 'https://x.com/granite' }],
    }
    expect(dataOf(await change(who, settings(said)))).toEqual({ ...said, website: 'https://granite.example/', version: 1 })
    expect(await page(who.space)).toMatchObject({ names: said.names, about: said.about, website: 'https://granite.example/' })
    expect(await read(who)).toMatchObject({ version: 1, names: said.names, domain: null })
    expect((await actions(who))[0]).toBe('settings.changed')
  })

  it('make the quests of the space found by its new name', async () => {
    const who = await owner()
    await liveQuest(site, { accountId: who.accountId, slug: 'of-the-personal-space' })
    const personal = `m-${who.accountId}`
    dataOf(await who.browser.mutate('studio.settings.change', { space: personal, ...settings({ names: { en: 'Feldspar', ja: null } }) }))
    const found = await who.browser.query('quests.list', { q: 'feldspar' })
    expect(dataOf<{ items: { slug: string; space: object }[] }>(found).items).toMatchObject([
      { slug: 'of-the-personal-space', space: { name: 'Feldspar' } },
    ])
  })

  it('are overwritten by nobody who has not read them', async () => {
    const who = await owner()
    const both = await Promise.all(['One', 'Two'].map((en) => change(who, settings({ names: { en, ja: null } }))))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    dataOf(await change(who, settings({ version: 1, names: { en: 'Three', ja: null } })))
    const late = await Promise.all(['Four', 'Five'].map((en) => change(who, settings({ version: 2, names: { en, ja: null } }))))
    expect(late.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await read(who)).version).toBe(3)
  })
})

describe('a domain', () => {
  it('has a mark when its file says so, and the mark speaks for the space', async () => {
    const who = await owner()
    const claimed = await claim(who, 'Granite.Example.')
    expect(claimed).toMatchObject({ host: 'granite.example', status: 'waiting', url: 'https://granite.example/.well-known/cairn.txt' })
    expect(claimed.line).toMatch(new RegExp(`^cairn-space ${who.space} [\\w-]{24}$`))
    expect((await page(who.space)).domain).toBeNull()
    serve = text(`# stones\n${claimed.line}\n`)
    expect(dataOf(await prove(who))).toMatchObject({ status: 'proven', host: 'granite.example' })
    expect(asked.at(-1)).toBe('/.well-known/cairn.txt')
    const shown = await page(who.space)
    expect(shown.domain).toBe('granite.example')
    expect(shown.quality.reasons).toContainEqual({ kind: 'domain', sign: 'good', host: 'granite.example' })
    expect((await actions(who)).slice(0, 2)).toEqual(['domain.proven', 'domain.claimed'])
  })

  it('is not proven for another space by the same file, nor by an older nonce', async () => {
    const [who, other] = [await owner(), await owner()]
    const first = await claim(who)
    serve = text(first.line)
    await claim(other)
    expect(errorIn(await prove(other))).toMatchObject({ code: 'domain.unproven', field: 'domain', found: 'a file without the line' })
    await claim(who)
    expect(errorIn(await prove(who))).toMatchObject({ code: 'domain.unproven' })
  })

  it('loses its mark with a new claim, and when it is taken back', async () => {
    const who = await owner()
    await proven(who)
    await claim(who, 'other.example')
    expect((await page(who.space)).domain).toBeNull()
    await proven(who)
    dataOf(await who.browser.mutate('studio.settings.removeDomain', { space: who.space }))
    expect((await read(who)).domain).toBeNull()
    expect((await page(who.space)).domain).toBeNull()
  })

  it('is looked at again each day: a proof that is gone takes the mark away, silence does after three days', async () => {
    await site.pool.query('delete from space_domains')
    const who = await owner()
    const { line } = await proven(who)
    const recheck = () => recheckDomains(domainDeps({ db: site.db, fetch, random: () => new Uint8Array(), now: () => site.clock.ms }))
    const mark = async () => (await page(who.space)).domain
    asked.length = 0
    site.clock.ms += dayMs - 1000
    await recheck()
    expect(asked).toEqual([])
    site.clock.ms += 2000
    expect(await recheck()).toBe(0)
    expect([asked.length, await mark()]).toEqual([1, 'granite.example'])
    // Silence: asked again each hour, for three days.
    serve = text('', 503)
    site.clock.ms += dayMs + 1000
    await recheck()
    await recheck()
    expect([asked.length, await mark()]).toEqual([2, 'granite.example'])
    site.clock.ms += 3_601_000
    await recheck()
    expect([asked.length, await mark()]).toEqual([3, 'granite.example'])
    // An answer ends the count.
    serve = text(line)
    site.clock.ms += 3_601_000
    await recheck()
    serve = (_, response) => response.destroy()
    site.clock.ms += dayMs + 1000
    await recheck()
    site.clock.ms += 3 * dayMs - 3_600_000
    expect(await recheck()).toBe(0)
    expect(await mark()).toBe('granite.example')
    site.clock.ms += 3_601_000
    expect(await recheck()).toBe(1)
    expect([await mark(), (await read(who)).domain?.status]).toEqual([null, 'lost'])
    expect((await actions(who))[0]).toBe('domain.lost')
    // Lost by an answer, at once; many at once take it away once.
    await proven(who)
    serve = text('nothing here', 404)
    site.clock.ms += dayMs + 1000
    const lost = await Promise.all([recheck(), recheck(), recheck()])
    expect(lost.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await mark()).toBeNull()
    expect((await actions(who)).filter((action) => action === 'domain.lost')).toHaveLength(2)
  })
})

describe('a name that looks like a proven one', () => {
  it('is held until somebody looks, also when it is taken later; whoever runs both is free', async () => {
    const real = await owner('Basaltine')
    await proven(real)
    const stop = async (space: string) =>
      dataOf<{ stop: { kind: string; of: string; reason: unknown } | null }>(
        await new Browser(site).query('spaces.bySlug', { slug: space }),
      ).stop
    const fake = await owner('Bаsaltine Official')
    expect(await stop(fake.space)).toMatchObject({ kind: 'held', of: 'space', reason: null })
    const later = await owner('Quartz')
    expect(await stop(later.space)).toBeNull()
    dataOf(await change(later, settings({ names: { en: 'Quartz', ja: 'BASALTlNE' } })))
    expect(await stop(later.space)).toMatchObject({ kind: 'held' })
    const second = `basaltine-${++made}`
    dataOf(await real.browser.mutate('studio.spaces.make', { slug: second, name: 'Basaltine' }))
    expect(await stop(second)).toBeNull()
    // One that was there before is looked at, and stays listed meanwhile.
    const [before, late] = [await owner('Dolerite'), await owner('D0lerite Labs')]
    await proven(late)
    expect(await stop(before.space)).toBeNull()
    const { rows } = await site.pool.query(
      `select s.slug, c.facts ->> 'like' as "like" from platform_cases c join spaces s on s.id = c.space_id where c.kind = 'likeness' order by c.opened_at, s.created_at`,
    )
    expect(rows).toEqual([
      { slug: fake.space, like: real.space },
      { slug: later.space, like: real.space },
      { slug: before.space, like: late.space },
    ])
  })
})

let last: unknown
const named = async (en: string, ja: string | null = null) => change(await owner(), settings({ names: { en, ja } }))
const hosted = async (host: string) => {
  const who = await owner()
  return who.browser.mutate('studio.settings.claimDomain', { space: who.space, host })
}
const answered = async (listener: (line: string) => RequestListener, host = 'granite.example') => {
  const who = await owner()
  serve = listener((await claim(who, host)).line)
  return prove(who)
}

runBadInputs(
  'tests/server/spaces/settings.db.test.ts',
  Object.fromEntries(
    Object.entries({
      'ST01-bidi': () => named('Gra\u202etin'),
      'ST01-zero': () => named('Gra\u200bnite'),
      'ST01-ja': () => named('Granite', '花\u200d崗岩'),
      'ST01-marks': () => named(`G${'\u0301'.repeat(9)}ranite`),
      'ST01-empty': () => named('———'),
      'ST01-long': () => named('x'.repeat(81)),
      ST02: async () => change(await owner(), settings({ website: 'javascript:alert(1)' })),
      'ST02-inner': async () => change(await owner(), settings({ website: 'https://127.0.0.1/' })),
      'ST02-user': async () => change(await owner(), settings({ website: 'https://x.com@evil.example/' })),
      ST03: async () => change(await owner(), settings({ links: [{ kind: 'x', url: 'https://x.com.evil.org/' }] })),
      'ST03-many': async () =>
        change(await owner(), settings({ links: Array.from({ length: 9 }, () => ({ kind: 'docs', url: 'https://docs.example/' })) })),
      ST04: async () => {
        const who = await owner()
        dataOf(await change(who, settings()))
        return change(who, settings())
      },
      'ST04-negative': async () => change(await owner(), settings({ version: -1 })),
      'ST05-url': () => hosted('https://granite.example'),
      'ST05-ip': () => hosted('169.254.169.254'),
      'ST05-local': () => hosted('localhost'),
      'ST05-port': () => hosted('granite.example:8443'),
      ST06: async () => prove(await owner()),
      'ST06-html': () => answered((line) => text(`<pre>${line}</pre>`, 200, 'text/html')),
      'ST06-redirect': () =>
        answered(() => (_, response) => {
          response.writeHead(302, { location: 'https://evil.example/' })
          response.end()
        }),
      'ST06-large': () => answered((line) => text(`${line}\n${'x'.repeat(300 * 1024)}`)),
      'ST06-inner': () => answered((line) => text(line), 'gone.example'),
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
