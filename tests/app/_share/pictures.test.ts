import { readFile } from 'node:fs/promises'
import { createElement } from 'react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cairnDrawing } from '#app/_share/cairnMarkup.ts'
import { credentialCard } from '#app/_share/cardContent.ts'
import { cardSize, sizeFor } from '#app/_share/cardParts.tsx'
import { CredentialCard, wordsOfCard } from '#app/_share/credentialCard.tsx'
import { widthOf } from '#app/_share/cutText.ts'
import { drawCard } from '#app/_share/drawCard.ts'
import { coverageOf } from '#app/_share/fontCoverage.ts'
import { typeset } from '#app/_share/pictureFonts.ts'
import { categories } from '#app/_ui/credential/mineral.ts'
import { hostileTitles } from '#tests/support/hostileTitles.ts'
import { xmlOf } from '#tests/support/readXml.ts'
import { titled } from './record.ts'

/** The picture's layout would ask strangers for what its fonts lack; it unpacks itself from `data:` addresses. */
const strangers: string[] = []
const ownFetch = globalThis.fetch
beforeAll(() => {
  vi.stubGlobal('fetch', async (address: string | URL | Request, init?: RequestInit) => {
    if (String(address).startsWith('data:')) return ownFetch(address, init)
    strangers.push(String(address))
    throw new Error('there is no network')
  })
})
afterAll(() => {
  vi.unstubAllGlobals()
  expect(strangers).toEqual([])
})

test('a font says what it covers', async () => {
  const covered = coverageOf(await readFile('node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf'))
  for (const sign of 'Aaz09 –—…·éßčŻ') expect(covered.has(sign.codePointAt(0) ?? 0), sign).toBe(true)
  for (const sign of '石あ🪨') expect(covered.has(sign.codePointAt(0) ?? 0), sign).toBe(false)
  expect(coverageOf(new Uint8Array(4)).size).toBe(0)
})

test('Japanese is set in the parts of the face that have its signs; what no font has is left out', { timeout: 60_000 }, async () => {
  const text = '葛城の道しるべ ｶﾅ～ “quoted” ①'
  const { fonts, shown } = await typeset([text])
  expect(shown(text)).toBe(text)
  expect(fonts.length).toBeGreaterThan(2)
  expect(shown('a👩‍👩‍👧b\u0000c\u202e')).toBe('abc')
  const only = await typeset(['plain words'])
  expect(only.fonts.map(({ name }) => name)).toEqual(['Geist', 'Geist'])
})

test('hostile titles become text that the fonts have', { timeout: 60_000 }, async () => {
  for (const title of hostileTitles) {
    const { fonts, shown } = await typeset([title])
    const covers = fonts.map(({ data }) => coverageOf(data))
    const lacking = Array.from(shown(title)).filter((sign) => !covers.some((points) => points.has(sign.codePointAt(0) ?? 0)))
    expect(lacking).toEqual([])
  }
})

/** One title of each kind that layouts stumble over. */
const stumbling = [1, 41 * 4, 43 * 4, 44 * 4 + 3, 45 * 4, 46 * 4, 48 * 4, 49 * 4].map((i) => hostileTitles[i] ?? '')

test.each(stumbling.map((title) => [title.slice(0, 40), title] as const))(
  'a card is drawn whatever its title is: %j',
  { timeout: 60_000 },
  async (_, title) => {
    const record = titled(title, {
      holder: { handle: title.slice(0, 40), wallet: `eip155:0x${'1'.repeat(40)}`, mintedTo: `eip155:0x${'1'.repeat(40)}` },
    })
    const { credential, texts, host } = credentialCard(record, { origin: 'https://cairn.example', now: Date.now, locale: 'ja' })
    const { fonts, shown } = await typeset(wordsOfCard(credential, texts, host))
    const png = Buffer.from(await drawCard(createElement(CredentialCard, { credential, texts, options: { host, shown } }), fonts))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height])
  },
)

test.each([1, 3, 12, 60, 500])('a cairn of %i is one drawing of bounded weight', (count) => {
  const stones = Array.from({ length: count }, (_, i) => ({
    quest: `quest-${i}`,
    category: categories[i % categories.length] ?? 'defi',
    holder: 'h',
    solidity: 1,
  }))
  const { svg } = cairnDrawing(stones)
  expect(xmlOf(svg).filter(({ name }) => name === 'g')).toHaveLength(count)
  expect(svg.length).toBeLessThan(700_000)
})

test('a title is as large as fits', () => {
  const sizes = [80, 60, 40] as const
  expect(sizeFor('Short', { width: 600, lines: 1, sizes })).toBe(80)
  const long = 'A long title that runs on and on'
  expect(widthOf(long) * sizeFor(long, { width: 900, lines: 1, sizes })).toBeLessThanOrEqual(900)
  expect(sizeFor('x'.repeat(400), { width: 600, lines: 3, sizes })).toBe(40)
})
