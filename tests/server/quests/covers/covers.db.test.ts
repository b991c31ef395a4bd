import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCoverHandler } from '#server/api/handlers/coverHandler.ts'
import { createCoverStore } from '#server/quests/covers/coverStore.ts'
import { sweepCovers } from '#server/quests/covers/keepCover.ts'
import { readPicture } from '#server/quests/covers/readPicture.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, dataOf, errorOf, freshLimits, origin, type Site, startSite } from '#tests/support/members.ts'
import { bombOf, exifSegment, halves, jpegOf, pngOf } from '#tests/support/pictures.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'
import { onDraft, type Staff, signedIn, staffOf, type Worker, wholeChanges } from '#tests/support/studioSpace.ts'

const size = { width: 700, height: 400 }
const day = 86_400_000
const alt = { en: 'A red field beside a blue one', ja: '赤と青の四角' }

let site: Site
let staff: Staff
let stranger: Worker
beforeAll(async () => {
  site = await startSite()
  staff = await staffOf(site, 'granite')
  stranger = await signedIn(site)
})
afterAll(() => site.drop())

const upload = ({ browser }: Worker, body: Uint8Array, type = 'image/png', space = 'granite', headers: Record<string, string> = {}) =>
  browser.send('covers', `/api/covers?space=${space}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body: new Uint8Array(body),
  })
const pictureOf = (answer: Answer) => (answer.body as { picture: string }).picture
/** A picture that no other test has. */
const picture = (shade: number) => {
  const pixels = halves(size)
  pixels.data.fill(shade, 0, 40_000)
  return pngOf(pixels)
}
const get = (path: string, headers: Record<string, string> = {}) =>
  site.handlers.covers(new Request(`${origin}${path}`, { headers: { host: new URL(origin).host, ...headers } }))

describe('a cover', () => {
  it('is kept by its content, and shown to anyone in both sizes for good', async () => {
    const first = await upload(staff.editor, picture(1))
    expect([first.status, pictureOf(first).length]).toEqual([200, 64])
    expect(pictureOf(await upload(staff.owner, picture(1)))).toBe(pictureOf(first))
    for (const [query, width] of [
      ['', 1600],
      ['?size=small', 800],
    ] as const) {
      const answer = await get(`/api/covers/${pictureOf(first)}${query}`)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      })
      expect(readPicture(new Uint8Array(await answer.arrayBuffer()))).toMatchObject({ kind: 'webp', width })
      const again = await get(`/api/covers/${pictureOf(first)}${query}`, { 'if-none-match': answer.headers.get('etag') ?? '' })
      expect(again.status).toBe(304)
    }
    const log = dataOf<{ items: { action: string; subject: string }[] }>(
      await staff.owner.browser.query('studio.audit.list', { space: 'granite' }),
    )
    expect(log.items.filter(({ action }) => action === 'picture.uploaded').map(({ subject }) => subject)).toEqual([pictureOf(first)])
  })

  it('loses place and camera of a photo', async () => {
    const kept = await upload(staff.editor, await jpegOf(halves(size), [exifSegment(1)]), 'image/jpeg')
    const bytes = Buffer.from(await (await get(`/api/covers/${pictureOf(kept)}`)).arrayBuffer())
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS/)
  })

  it('belongs to a quest as its words do: a later version may have another, with the same rules', async () => {
    const draft = onDraft('granite', 'with-a-cover')
    const [one, two] = [pictureOf(await upload(staff.editor, picture(2))), pictureOf(await upload(staff.editor, picture(3)))]
    dataOf(await draft.make(staff.editor))
    dataOf(await draft.save(staff.editor, { changes: wholeChanges(site, { cover: { picture: one, alt } }) }))
    await launched(draft)
    const page = async () =>
      dataOf<{ cover: unknown; rulesHash: string; status: string }>(await stranger.browser.query('quests.bySlug', { slug: 'with-a-cover' }))
    const before = await page()
    expect(before.cover).toEqual({ picture: one, alt })
    dataOf(await draft.save(staff.editor, { changes: { definition: { cover: { picture: two, alt } } } }))
    await launched(draft)
    expect(await page()).toMatchObject({ cover: { picture: two, alt }, rulesHash: before.rulesHash })
  })

  it('of another space is a problem of the draft, and refuses a quest that is made without one', async () => {
    const others = await staffOf(site, 'basalt')
    const theirs = pictureOf(await upload(others.editor, picture(4), 'image/png', 'basalt'))
    const draft = onDraft('granite', 'with-their-cover')
    dataOf(await draft.make(staff.editor))
    dataOf(await draft.save(staff.editor, { changes: wholeChanges(site, { cover: { picture: theirs, alt } }) }))
    const { problems } = await draft.get(staff.editor)
    expect(problems).toContainEqual({ field: 'definition.cover.picture', found: theirs, expected: 'a picture that this space uploaded' })
    await expect(
      liveQuest(site, { accountId: stranger.accountId, definition: definition({ cover: { picture: theirs, alt } }) }),
    ).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { field: 'definition.cover.picture' },
    })
  })

  it('that no version and no draft names goes after a week; one that an old version names stays', async () => {
    const covers = createCoverStore(site.db)
    const unused = pictureOf(await upload(staff.editor, picture(5)))
    const draft = onDraft('granite', 'hostile-draft')
    const drafted = pictureOf(await upload(staff.editor, picture(6)))
    dataOf(await draft.make(staff.editor))
    // A text that Postgres cannot take out of JSON holds up no sweep.
    dataOf(await draft.save(staff.editor, { changes: { definition: { cover: { picture: '\u0000' }, title: { en: drafted, ja: '' } } } }))
    const there = async (hash: string) => (await get(`/api/covers/${hash}`)).status
    expect(await sweepCovers(covers, site.clock.ms + 6 * day)).toBe(0)
    await sweepCovers(covers, site.clock.ms + 8 * day)
    expect([await there(unused), await there(drafted)]).toEqual([404, 200])
    const { rows } = await site.pool.query(`select definition->'cover'->>'picture' as hash from quest_versions where definition ? 'cover'`)
    expect(rows.length).toBe(2)
    for (const { hash } of rows) expect(await there(hash)).toBe(200)
    // One that two spaces keep stays while one of them needs it.
    expect(
      await site.pool.query(
        'select count(*)::int as n from pictures p where not exists (select 1 from space_pictures s where s.hash = p.hash)',
      ),
    ).toMatchObject({
      rows: [{ n: 0 }],
    })
  })

  it('is counted', async () => {
    const limited = createCoverHandler({ ...site.api, limiter: freshLimits() })
    const cookie = [...staff.editor.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const send = () =>
      limited(
        new Request(`${origin}/api/covers?space=granite`, {
          method: 'POST',
          headers: { host: new URL(origin).host, origin, cookie, 'content-type': 'image/png' },
          body: 'no picture',
        }),
      )
    const statuses: number[] = []
    for (let i = 0; i < 31; i++) statuses.push((await send()).status)
    expect([statuses.slice(0, 30).every((status) => status === 400), statuses[30]]).toEqual([true, 429])
  })
})

async function launched(draft: ReturnType<typeof onDraft>) {
  dataOf(await draft.acknowledgeAll(staff.editor))
  dataOf(await draft.submit(staff.editor))
  dataOf(await draft.approve(staff.reviewer))
  dataOf(await draft.launch(staff.reviewer))
}

let code: string | undefined
const said = async (answer: Promise<Answer>) => {
  const given = await answer
  code = (given.body as { error?: { code: string } }).error?.code
  return given
}

runBadInputs(
  'tests/server/quests/covers/covers.db.test.ts',
  {
    CO01: () => said(upload(staff.editor, Buffer.from('this is no picture'))),
    'CO01-html': () => said(upload(staff.editor, Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'image/png')),
    'CO01-svg': () => said(upload(staff.editor, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image/svg+xml')),
    'CO01-gif': () => said(upload(staff.editor, Buffer.from('GIF89a=1/*'), 'image/gif')),
    'CO01-empty': () => said(upload(staff.editor, new Uint8Array())),
    CO02: () => said(upload(staff.editor, bombOf({ width: 60_000, height: 60_000 }))),
    'CO02-pixels': () => said(upload(staff.editor, bombOf({ width: 6000, height: 4000 }))),
    CO03: () => said(upload(staff.editor, picture(7).subarray(0, 900))),
    'CO03-behind': () => said(upload(staff.editor, Buffer.concat([picture(7), Buffer.from('PK\u0003\u0004')]))),
    CO04: () => said(upload(staff.editor, Buffer.alloc(7 * 1024 * 1024))),
    'CO04-said': () => said(upload(staff.editor, picture(7), 'image/png', 'granite', { 'content-length': '99999999' })),
    CO05: () => said(upload(staff.editor, picture(7), 'text/html')),
    'CO05-form': () => said(upload(staff.editor, picture(7), 'multipart/form-data; boundary=x')),
    CO06: () => said(upload(staff.reviewer, picture(7))),
    'CO06-stranger': () => said(upload(stranger, picture(7))),
    'CO06-space': () => said(upload(staff.editor, picture(7), 'image/png', 'no-such-space')),
    'CO06-origin': () => said(upload(staff.editor, picture(7), 'image/png', 'granite', { origin: 'https://evil.example' })),
    CO07: () => get('/api/covers/..%2f..%2fetc%2fpasswd'),
    'CO07-size': () => get(`/api/covers/${'a'.repeat(64)}?size=huge`),
    'CO07-none': () => get(`/api/covers/${'a'.repeat(64)}`),
    async CO08() {
      const draft = onDraft('granite', 'cover-of-lies')
      dataOf(await draft.make(staff.editor))
      dataOf(await draft.save(staff.editor, { changes: wholeChanges(site, { cover: { picture: 'https://evil.example/track.png', alt } }) }))
      const answer = await draft.submit(staff.editor)
      code = errorOf(answer).data.code
      return answer
    },
  },
  () => code,
)
