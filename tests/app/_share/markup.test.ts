import fc from 'fast-check'
import { expect, test } from 'vitest'
import { badgeSvg } from '#app/_share/badge.ts'
import { cutText, widthOf } from '#app/_share/cutText.ts'
import { embedNothing, embedPage } from '#app/_share/embedPage.ts'
import { escapeMarkup } from '#app/_share/markup.ts'
import { shareTexts } from '#app/_share/shareTexts.ts'
import { showCredential } from '#app/_share/shown.ts'
import { snippets } from '#app/_share/snippets.ts'
import { hostileTitles } from '#tests/support/hostileTitles.ts'
import { xmlOf } from '#tests/support/readXml.ts'
import { recordOf, titled } from './record.ts'

const now = Date.parse('2026-11-21T00:00:00Z')
const origin = 'https://cairn.example'
const [en, ja] = [shareTexts('en'), shareTexts('ja')]
const badgeElements = ['svg', 'title', 'style', 'rect', 'g', 'text', 'tspan', 'path']
const embedElements = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'a', 'svg', 'path', 'span']

/** What a reader of XML finds: only elements and attributes of ours, however people call their quests. */
function expectOurs(document: string, elements: string[]) {
  const found = xmlOf(document)
  expect(found.map(({ name }) => name).filter((name) => !elements.includes(name))).toEqual([])
  for (const { name, attributes } of found) {
    expect(Object.keys(attributes).filter((attribute) => /^on|^style$|^xlink|^srcdoc$|^formaction$/i.test(attribute))).toEqual([])
    if (attributes.href !== undefined) expect([name, attributes.href.startsWith(`${origin}/`)]).toEqual(['a', true])
  }
  return found
}

test('there are two hundred different hostile titles', () => {
  expect(new Set(hostileTitles).size).toBe(200)
})

test.each(hostileTitles.map((title, i) => [i, title] as const))('hostile title %i stays text on badge and card', (_, title) => {
  const record = titled(title, { holder: { handle: title, wallet: `eip155:0x${'1'.repeat(40)}`, mintedTo: `eip155:0x${'1'.repeat(40)}` } })
  for (const texts of [en, ja]) {
    const shown = showCredential(record, texts, now)
    const badge = badgeSvg(shown, texts)
    const elements = expectOurs(badge, badgeElements)
    expect(Number(elements[0]?.attributes.width)).toBeLessThan(520)
    expect(badge.length).toBeLessThan(24_000)
    expectOurs(embedPage(shown, texts, { origin, theme: null }), embedElements)
  }
  const { badge, card } = snippets({ origin, locale: 'ja', index: 12, title })
  expect(xmlOf(`<p>${badge.replace('height="64">', 'height="64"/>')}</p>`).map(({ name }) => name)).toEqual(['p', 'a', 'img'])
  expect(xmlOf(`<p>${card}</p>`).map(({ name }) => name)).toEqual(['p', 'iframe'])
})

test('escaped text is read as what was written, without what XML has no place for', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [element] = xmlOf(`<t a="${escapeMarkup(text)}"/>`)
      const [inside] = xmlOf(`<t>${escapeMarkup(text)}</t>`)
      const kept = Array.from(text)
        .filter((sign) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign) && !/\p{Bidi_Control}/u.test(sign))
        .join('')
      // Readers make line feeds of carriage returns, and spaces of both in attributes (XML 1.0, 2.11 and 3.3.3).
      expect(inside?.text).toBe(kept.replace(/\r\n?/g, '\n'))
      expect(element?.attributes.a).toBe(kept.replace(/\r\n?/g, '\n').replace(/[\t\n]/g, ' '))
    }),
  )
})

test('a text is cut between letters, and never wider than said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.double({ min: 2, max: 30, noNaN: true }), (text, ems) => {
      const cut = cutText(text, ems)
      expect(widthOf(cut)).toBeLessThanOrEqual(ems + 1e-9)
      expect(cut.isWellFormed()).toBe(true)
      if (cut.endsWith('…') && !text.endsWith('…'))
        expect(text.replace(/\s+/g, ' ').trim().startsWith(cut.slice(0, -1).slice(0, 8))).toBe(true)
    }),
  )
  expect(cutText('道しるべの石を積む', 5)).toBe('道しるべ…')
  expect(cutText('  First \n stone ', 20)).toBe('First stone')
})

test('badge and card say how the credential stands now, in both languages', () => {
  const cases = [
    [recordOf(), 'Final', '確定'],
    [recordOf({ state: 'batched' }), 'In batch 7', 'バッチ 7'],
    [recordOf({ expiresAt: '2026-11-20T09:00:00.000Z' }), 'Expired', '期限切れ'],
    [recordOf({ revoked: { batch: 9, final: false, reason: 'mistake', words: null } }), 'Revoked', '失効'],
  ] as const
  for (const [record, english, japanese] of cases) {
    for (const [texts, words] of [
      [en, english],
      [ja, japanese],
    ] as const) {
      const shown = showCredential(record, texts, now)
      expect(xmlOf(badgeSvg(shown, texts)).find(({ name }) => name === 'title')?.text).toContain(words)
      expect(embedPage(shown, texts, { origin, theme: 'dark' })).toContain(words)
    }
  }
  expect(xmlOf(badgeSvg(showCredential(recordOf(), en, now), en)).find(({ name }) => name === 'title')?.text).toBe(
    'Trade on Uniswap · Final · No. 3 of 500 · held by 0x26fe…567f',
  )
  expectOurs(embedNothing(ja, { origin, theme: 'light' }), embedElements)
})

test('a framed card keeps the theme and the language that were asked for', () => {
  const page = embedPage(showCredential(recordOf(), ja, now), ja, { origin, theme: 'dark' })
  const [html] = xmlOf(page)
  expect(html?.attributes).toMatchObject({ lang: 'ja', class: 'theme-dark' })
  expect(page).toContain(`href="${origin}/ja/explorer/credentials/12"`)
  expect(page).not.toMatch(/<script|javascript:/)
})
