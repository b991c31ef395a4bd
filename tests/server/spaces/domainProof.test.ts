import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proofLine, proves, readHost } from '#server/spaces/domainProof.ts'
import { linkKinds, readLinks, readWebUrl } from '#server/spaces/links.ts'

const claim = { slug: 'granite', nonce: 'a1b2c3' }

describe('the file of a domain', () => {
  it.each([
    ['alone', 'cairn-space granite a1b2c3'],
    ['with a line end', 'cairn-space granite a1b2c3\n'],
    ['among others, with other line ends', '# ours\r\ncairn-space slate zzz\r\n  cairn-space  granite\ta1b2c3  \r\n'],
    ['after a byte order mark', '\ufeffcairn-space granite a1b2c3'],
    ['with old line ends', 'x\rcairn-space granite a1b2c3\r'],
  ])('proves it: %s', (_, file) => expect(proves(file, claim)).toBe(true))

  it.each([
    ['empty', ''],
    ['another nonce', 'cairn-space granite a1b2c4'],
    ['another space', 'cairn-space granit a1b2c3'],
    ['another case', 'cairn-space granite A1B2C3'],
    ['a part of a line', 'see cairn-space granite a1b2c3'],
    ['a longer nonce', 'cairn-space granite a1b2c33'],
    ['a comment', '# cairn-space granite a1b2c3'],
    ['in HTML', '<p>cairn-space granite a1b2c3</p>'],
    ['over two lines', 'cairn-space granite\na1b2c3'],
    ['far down', `${'\n'.repeat(1001)}cairn-space granite a1b2c3`],
  ])('does not: %s', (_, file) => expect(proves(file, claim)).toBe(false))

  it('is proven by its own line and by no text that lacks it', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(), (lines, at) => {
        const clean = lines.map((line) => line.replaceAll(/[\r\n]/g, '')).filter((line) => !line.includes('cairn-space'))
        expect(proves(clean.join('\n'), claim)).toBe(false)
        expect(
          proves(
            clean
              .toSpliced(at % (clean.length + 1), 0, proofLine(claim))
              .slice(0, 900)
              .join('\n'),
            claim,
          ),
        ).toBe(at % (clean.length + 1) < 900)
      }),
    )
  })
})

describe('a host', () => {
  it.each([
    ['Example.ORG', 'example.org'],
    [' example.org. ', 'example.org'],
    ['a.b.example.co.uk', 'a.b.example.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%j is %s', (typed, host) => expect(readHost(typed)).toBe(host))

  it.each([
    '',
    'example',
    'localhost',
    'a.localhost',
    'printer.local',
    'db.internal',
    'x.home.arpa',
    'site.onion',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '::1',
    '8.8.8.8',
    'https://example.org',
    'example.org/path',
    'example.org:8443',
    'user@example.org',
    'example.org?x',
    'example.org#x',
    'exa mple.org',
    'example.org\\evil',
    '%65xample.org',
    'a'.repeat(300),
    '-.-',
  ])('%j is none', (typed) => expect(readHost(typed)).toBeNull())

  it('is never one that may not be asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.webUrl(), fc.string(), fc.domain()), (typed) => {
        const host = readHost(typed)
        if (host !== null) expect(host).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]*$/)
        if (host !== null) expect(readHost(host)).toBe(host)
      }),
    )
  })
})

describe('a link', () => {
  const kinds = linkKinds.map((kind) => [kind] as const)
  it.each(kinds)('of %s is https', (kind) => {
    expect(() => readLinks([{ kind, url: 'http://example.org/' }])).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  it('leads where it says', () => {
    const kept = readLinks([
      { kind: 'x', url: 'https://x.com/granite' },
      { kind: 'docs', url: 'https://docs.example.org' },
    ])
    expect(kept.map(({ url }) => url)).toEqual(['https://x.com/granite', 'https://docs.example.org/'])
    for (const url of ['https://evil.org/x.com', 'https://x.com.evil.org/', 'https://evilx.com/', 'https://x.com@evil.org/'])
      expect(() => readLinks([{ kind: 'x', url }])).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://user:pass@example.org/',
    'https://example.org:444/',
    'https://exam\u200bple.org/',
    'https://example.org/a b',
    `https://example.org/${'x'.repeat(200)}`,
    'example.org',
  ])('%j is none', (url) => {
    expect(() => readWebUrl(url, 'website')).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })
})
