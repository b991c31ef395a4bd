import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iconFiles } from '#app/_data/icons.ts'
import { robotRules } from '#app/_data/robotRules.ts'
import { siteMap } from '#app/_data/siteMap.ts'
import { writeStructuredData } from '#app/_data/structuredData.ts'
import { webManifest } from '#app/_data/webManifest.ts'
import { markSvg } from '#app/_ui/markSvg.ts'

const root = new URL('../../', import.meta.url)
const words = { description: 'd', quests: 'q', rewards: 'r', inbox: 'i' }

describe('the manifest', () => {
  it.each(['en', 'ja'] as const)('makes the site an app in %s: installable, one app in both languages', (lang) => {
    const manifest = webManifest(lang, words)
    expect(manifest).toMatchObject({ id: '/', lang, scope: '/', display: 'standalone', start_url: lang === 'ja' ? '/ja' : '/' })
    const icons = manifest.icons ?? []
    // What browsers ask for before they offer to install: 192 and 512 pixels, and one that may be cut to a shape.
    for (const sizes of ['192x192', '512x512']) expect(icons.some((icon) => icon.sizes === sizes && icon.purpose === 'any')).toBe(true)
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    for (const { src } of icons)
      expect(src === '/icon.svg' ? existsSync(new URL(`app${src}`, root)) : iconFiles.some((file) => src === `/icons/${file}`)).toBe(true)
    for (const { url } of manifest.shortcuts ?? []) expect(url.startsWith(lang === 'ja' ? '/ja/' : '/')).toBe(true)
  })

  it('shows the mark: the shapes are those of the page', () => {
    const shapes = (text: string) => [...text.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)
    const page = readFileSync(new URL('app/_ui/Mark.tsx', root), 'utf8')
    expect(shapes(markSvg({ size: 512, margin: 0.1, ground: '#fff' }))).toEqual(shapes(page))
  })
})

describe('the map of the site', () => {
  const map = siteMap('https://cairn.example', [{ path: '/quests/a', changedAt: new Date('2026-11-01T00:00:00Z') }])
  it('has every page once in each language, each naming all of its translations', () => {
    const urls = map.map(({ url }) => url)
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls).toContain('https://cairn.example/ja/quests/a')
    for (const { alternates } of map) {
      const languages = Object.values(alternates?.languages ?? {})
      expect(languages).toHaveLength(3)
      for (const address of languages) expect(urls).toContain(address)
    }
  })
  it('says nothing that robots are told to leave alone', () => {
    const { rules, sitemap } = robotRules('https://cairn.example')
    expect(sitemap).toBe('https://cairn.example/sitemap.xml')
    const closed = [rules].flat().flatMap(({ disallow }) => disallow ?? [])
    const isClosed = (path: string) => closed.some((rule) => (rule.endsWith('$') ? path === rule.slice(0, -1) : path.startsWith(rule)))
    expect(map.filter(({ url }) => isClosed(new URL(url).pathname))).toEqual([])
    for (const path of ['/me', '/me/inbox', '/ja/me/rewards', '/api/trpc/x', '/search']) expect(isClosed(path)).toBe(true)
    expect(isClosed('/metropolis')).toBe(false)
  })
})

describe('structured data', () => {
  it('stays data whatever people wrote', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('</script><script>alert(1)</script>', '<!--', '\u2028')),
        (text) => {
          const written = writeStructuredData({ '@type': 'HowTo', name: text })
          expect(written).not.toMatch(/</)
          expect(JSON.parse(written)).toEqual({ '@context': 'https://schema.org', '@type': 'HowTo', name: text })
        },
      ),
    )
  })
})

describe('the service worker', () => {
  const source = readFileSync(new URL('public/sw.js', root), 'utf8')
  it('keeps one notice and no page', () => {
    expect(source.match(/cache\.(?:add|put|addAll)\(/g)).toEqual(['cache.add('])
    expect(source).toContain("const notice = '/offline'")
  })
})
