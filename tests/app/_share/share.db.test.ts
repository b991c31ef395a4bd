import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { orNull } from '#app/_data/orNull.ts'
import { credentialCard, profileCard } from '#app/_share/cardContent.ts'
import { credentialCardRoute, profileCardRoute } from '#app/_share/cards.tsx'
import { badgeRoute, embedRoute, oembedRoute, questEmbedRoute } from '#app/_share/drawings.ts'
import { keepPictures } from '#app/_share/keptPictures.ts'
import type { ShareDeps } from '#app/_share/shareRoute.ts'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { createCallerFactory } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, evmWallet, origin, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'
import { xmlOf } from '#tests/support/readXml.ts'

const title = { en: 'Learn <b>& "wrap"</b>', ja: '学んで <i>包む</i>' }
const wallet = evmWallet()
const failures: unknown[] = []

let site: Site
let deps: ShareDeps
beforeAll(async () => {
  site = await startSite()
  const owner = await new Browser(site).signIn(evmWallet())
  const { slug } = await liveQuest(site, { accountId: owner.accountId, slug: 'learn-and-wrap', definition: definition({ title }) })
  const holder = await new Browser(site).signIn(wallet)
  const { participationId } = await site.members.quests.start({ accountId: holder.accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  await sealMints(site, 1, 'final')
  await site.pool.query('update credentials set serial = 0 where slot_index = 1')
  const api = createCallerFactory(appRouter)({ ...site.api, requestId: 'share-test', ip: 'test', session: null })
  deps = {
    record: (index) => orNull(api.explorer.record({ index })),
    async member(handle) {
      const person = await orNull(api.people.byHandle({ handle }))
      return person && { person, xp: (await api.reputation.standing({ accountId: person.id })).xp }
    },
    quest: (slug) => orNull(api.quests.bySlug({ slug })),
    pictures: keepPictures({ most: 10, atOnce: 1 }),
    limiter: site.api.limiter,
    origin,
    now: () => site.clock.ms,
    failed: (error) => failures.push(error),
  }
})
afterAll(async () => {
  expect(failures).toEqual([])
  await site.drop()
})

type Route = (deps: ShareDeps) => (request: Request) => Promise<Response>
const get = (route: Route, path: string, headers: Record<string, string> = {}) => route(deps)(new Request(`${origin}${path}`, { headers }))
const recordOne = async () => {
  const record = await deps.record(1)
  if (!record) throw new Error('the credential is not there')
  return record
}

describe('badge', () => {
  it('is an SVG without script that anyone may show, kept by its content', async () => {
    const answer = await get(badgeRoute, '/badge/1.svg')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=3600')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; frame-ancestors 'none'; sandbox$/,
    )
    const body = await answer.text()
    expect(xmlOf(body).find(({ name }) => name === 'title')?.text).toMatch(/^Learn <b>& "wrap"<\/b> · Final · No\. 1 of 100 · held by 0x/)
    const again = await get(badgeRoute, '/badge/1.svg', { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('speaks Japanese when asked', async () => {
    const body = await (await get(badgeRoute, '/badge/1.svg?lang=ja')).text()
    expect(xmlOf(body).find(({ name }) => name === 'title')?.text).toMatch(/^学んで <i>包む<\/i> · 確定/)
  })
})

describe('framed card', () => {
  it('may be framed anywhere, runs nothing, and knows nothing of the reader', async () => {
    const answer = await get(embedRoute, '/embed/credentials/1?theme=dark', { cookie: 'cairn.session=someone' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src|unsafe/)
    const body = await answer.text()
    expect(body).not.toContain('<script')
    expect(xmlOf(body).find(({ attributes }) => attributes.class === 'title')?.text).toBe('Learn <b>& "wrap"</b>')
    expect(body).toBe(await (await get(embedRoute, '/embed/credentials/1?theme=dark')).text())
  })

  it('says so where there is no such credential', async () => {
    const answer = await get(embedRoute, '/embed/credentials/77?lang=ja')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(await answer.text()).toContain('このクレデンシャルはありません。')
  })
})

describe('card of a quest', () => {
  it('may be framed anywhere, runs nothing, and shows the words as they were written', async () => {
    const answer = await get(questEmbedRoute, '/embed/quests/learn-and-wrap?lang=ja&theme=light', { cookie: 'cairn.session=someone' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors \*$/,
    )
    const body = await answer.text()
    expect(body).toContain('<html lang="ja" class="theme-light">')
    expect(body).not.toContain('<script')
    const parts = xmlOf(body)
    const said = (name: string) => parts.find(({ attributes }) => attributes.class === name)?.text
    expect([said('title'), said('see')]).toEqual(['学んで <i>包む</i>', 'クエストを開く'])
    expect(parts.find(({ name }) => name === 'a')?.attributes).toMatchObject({
      href: `${origin}/ja/quests/learn-and-wrap`,
      rel: 'noopener',
    })
  })

  it('is told to sites that know oEmbed, in the size that they have room for', async () => {
    const page = encodeURIComponent(`${origin}/ja/quests/learn-and-wrap`)
    const answer = await get(oembedRoute, `/oembed?url=${page}&maxwidth=400&format=json`)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const said = (await answer.json()) as Record<string, string>
    expect(said).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: '学んで <i>包む</i>',
      width: 400,
      height: 236,
      provider_name: 'Cairn',
    })
    const frame = xmlOf(String(said.html).replace(/><\/iframe>$/, '/>')).find(({ name }) => name === 'iframe')
    expect(frame?.attributes).toMatchObject({
      src: `${origin}/embed/quests/learn-and-wrap?lang=ja`,
      title: '学んで <i>包む</i>',
      width: '400',
    })
  })

  it('of a quest that was taken off the lists is shown nowhere', async () => {
    const stopped = {
      ...deps,
      quest: async (slug: string) => {
        const quest = await deps.quest(slug)
        return quest && { ...quest, stop: { kind: 'delisted' } as never }
      },
    }
    const framed = await questEmbedRoute(stopped)(new Request(`${origin}/embed/quests/learn-and-wrap`))
    expect([framed.status, (await framed.text()).includes('There is no such quest.')]).toEqual([404, true])
    const page = encodeURIComponent(`${origin}/quests/learn-and-wrap`)
    expect((await oembedRoute(stopped)(new Request(`${origin}/oembed?url=${page}`))).status).toBe(404)
  })
})

/** Width and height of a PNG (its first chunk). */
async function sizeOf(answer: Response): Promise<[number, number]> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('card', () => {
  it.each(['en', 'ja'] as const)('of a credential is a PNG of 1200 × 630, drawn without asking anybody (%s)', async (locale) => {
    const asked = vi.spyOn(globalThis, 'fetch')
    const strangers = () => asked.mock.calls.map(([address]) => String(address)).filter((address) => !address.startsWith('data:'))
    const { tag } = credentialCard(await recordOne(), { ...deps, locale })
    const answer = await get(credentialCardRoute, `/og/credentials/1.png?lang=${locale}&v=${tag}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('etag')).toBe(`"${tag}"`)
    expect(await sizeOf(answer)).toEqual([1200, 630])
    expect(strangers()).toEqual([])
    asked.mockRestore()
  })

  it('of a member shows the cairn, by wallet too', async () => {
    const member = await deps.member(wallet.id)
    if (!member) throw new Error('the member is not there')
    const { tag } = profileCard(member, { origin, locale: 'en' })
    const answer = await get(profileCardRoute, `/og/people/${encodeURIComponent(wallet.id)}.png`)
    expect(answer.status).toBe(200)
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
      `"${tag}"`,
      'public, max-age=300, stale-while-revalidate=3600',
    ])
    expect(await sizeOf(answer)).toEqual([1200, 630])
  })

  it('is counted only when it must be drawn', async () => {
    const refusing = { ...deps, limiter: { take: () => Promise.reject(new CairnError('rate.limited', 'Too many requests.')) } }
    const path = `${origin}/og/credentials/1.png`
    await get(credentialCardRoute, '/og/credentials/1.png')
    expect((await credentialCardRoute(refusing)(new Request(path))).status).toBe(200)
    const fresh = { ...refusing, pictures: keepPictures({ most: 1, atOnce: 1 }) }
    expect((await credentialCardRoute(fresh)(new Request(path))).status).toBe(429)
  })
})

describe('kept pictures', () => {
  it('are drawn once for many, a few at a time, and the longest unseen goes first', async () => {
    const kept = keepPictures({ most: 2, atOnce: 1 })
    let [drawing, peak, drawn] = [0, 0, 0]
    const draw = async () => {
      drawn++
      peak = Math.max(peak, ++drawing)
      await new Promise((resolve) => setTimeout(resolve, 5))
      drawing--
      return new Uint8Array([drawn])
    }
    await Promise.all(['a', 'a', 'b', 'a', 'c'].map((key) => kept.get(key, draw)))
    expect([drawn, peak]).toEqual([3, 1])
    expect(['a', 'b', 'c'].map(kept.has)).toEqual([true, false, true])
    await expect(kept.get('d', () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink')
    expect(kept.has('d')).toBe(false)
    expect(await kept.get('d', draw)).toEqual(new Uint8Array([4]))
  })
})

runBadInputs('tests/app/_share/share.db.test.ts', {
  SH01: () => get(badgeRoute, '/badge/999.svg'),
  'SH01-zero': () => get(badgeRoute, '/badge/01.svg'),
  'SH01-sign': () => get(badgeRoute, '/badge/-1.svg'),
  'SH01-huge': () => get(badgeRoute, '/badge/9999999999.svg'),
  'SH01-type': () => get(badgeRoute, '/badge/1.png'),
  'SH01-escape': () => get(badgeRoute, '/badge/%E0%A4%A.svg'),
  'SH01-null': () => get(badgeRoute, '/badge/1%00.svg'),
  'SH01-path': () => get(badgeRoute, '/badge/..%2f..%2fetc%2fpasswd.svg'),
  'SH01-lang': () => get(badgeRoute, '/badge/1.svg?lang=__proto__'),
  SH02: () => get(embedRoute, '/embed/credentials/1.html'),
  'SH02-theme': async () => {
    const answer = await get(embedRoute, '/embed/credentials/1?theme=%22%3E%3Cscript%3E')
    expect(await answer.clone().text()).not.toContain('<script')
    return answer
  },
  SH05: () => get(questEmbedRoute, '/embed/quests/no-such-quest'),
  'SH05-escape': () => get(questEmbedRoute, '/embed/quests/%E0%A4%A'),
  'SH05-theme': async () => {
    const answer = await get(questEmbedRoute, '/embed/quests/learn-and-wrap?theme=%22%3E%3Cscript%3E&lang=%3Cscript%3E')
    expect(await answer.clone().text()).not.toContain('<script')
    return answer
  },
  SH06: () => get(oembedRoute, '/oembed?url=https%3A%2F%2Fevil.example%2Fquests%2Flearn-and-wrap'),
  'SH06-none': () => get(oembedRoute, '/oembed'),
  'SH06-other': () => get(oembedRoute, `/oembed?url=${encodeURIComponent(`${origin}/me`)}`),
  'SH06-small': () => get(oembedRoute, `/oembed?maxwidth=20&url=${encodeURIComponent(`${origin}/quests/learn-and-wrap`)}`),
  'SH06-xml': () => get(oembedRoute, `/oembed?format=xml&url=${encodeURIComponent(`${origin}/quests/learn-and-wrap`)}`),
  SH03: () => get(credentialCardRoute, '/og/credentials/1e1.png'),
  'SH03-version': async () => {
    const answer = await get(credentialCardRoute, '/og/credentials/1.png?v=%22%0d%0aset-cookie:x=1')
    expect(answer.headers.get('cache-control')).not.toContain('immutable')
    expect(answer.headers.get('set-cookie')).toBeNull()
    return answer
  },
  SH04: () => get(profileCardRoute, '/og/people/nobody-of-that-name.png'),
  'SH04-wallet': () => get(profileCardRoute, '/og/people/eip155%3A0x12.png'),
  'SH04-empty': () => get(profileCardRoute, '/og/people/.png'),
  'SH04-long': () => get(profileCardRoute, `/og/people/${'a'.repeat(300)}.png`),
})
