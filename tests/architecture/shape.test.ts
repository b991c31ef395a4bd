import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSource, projectFiles, read, root } from './sources.ts'

const files = projectFiles()
const generated = (path: string) =>
  /\.gen\.ts$|^contracts\/abi\/|^contracts\/src\/generated\/|^drizzle\/migrations\/|^next-env\.d\.ts$|Constants\.ts$|Parameters\.ts$/.test(
    path,
  )
const lines = (path: string) => read(path).split('\n').length

describe('shape of the tree', () => {
  it('has only known rooms at the top', () => {
    const known =
      /^(app|server|contracts|chains|drizzle|tests|docs|public|cairn|next\.config\.ts|package(-lock)?\.json|tsconfig\.json|biome\.json|postcss\.config\.mjs|proxy\.ts|instrumentation\.ts|vitest\.config\.ts|drizzle\.config\.ts|foundry\.toml|README\.md|CHANGELOG\.md|CONTRIBUTING\.md|SECURITY\.md|LICENSE|\..*)$/
    const top = new Set(files.map((path) => path.split('/')[0] ?? path))
    expect([...top].filter((name) => !known.test(name))).toEqual([])
  })

  it('keeps source files small: none above 400 lines', () => {
    const code = files.filter((path) => (isSource(path) || /\.(sol|nr)$/.test(path)) && !generated(path))
    expect(code.length).toBeGreaterThan(50)
    expect(code.filter((path) => lines(path) > 400).map((path) => `${path}: ${lines(path)}`)).toEqual([])
  })

  it('keeps workers thin', () => {
    const workers = files.filter((path) => /^server\/workers\/\w+Worker\.ts$/.test(path) && !path.endsWith('runWorker.ts'))
    expect(workers.filter((path) => lines(path) > 31).map((path) => `${path}: ${lines(path)}`)).toEqual([])
  })

  it('has a README in each server room that names an existing first file', () => {
    const rooms = [
      'shared',
      'auth',
      'accounts',
      'spaces',
      'rollup',
      'verify',
      'quests',
      'credentials',
      'money',
      'reputation',
      'news',
      'platform',
      'webhooks',
      'issuers',
      'api',
      'workers',
      'cli',
    ]
    for (const room of rooms) {
      const path = `server/${room}/README.md`
      expect(existsSync(join(root, path)), path).toBe(true)
      expect(read(path).split('\n').length, path).toBeGreaterThan(3)
    }
  })

  it('avoids drawers without a label', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|lib)(\.tsx?|\/)|V2\.|(^|\/)(new|old)[A-Z.]/
    expect(files.filter((path) => isSource(path) && drawer.test(path))).toEqual([])
  })

  it('names only existing paths in its docs', () => {
    const docs = files.filter((path) => /^(docs\/.*|README|CONTRIBUTING|SECURITY|server\/.*README)\.md$/.test(path))
    const missing: string[] = []
    for (const doc of docs) {
      for (const match of read(doc).matchAll(/`((?:app|server|contracts|chains|drizzle|tests|docs)\/[\w./[\]()-]+)`/g)) {
        const path = match[1] ?? ''
        if (!/[<*{…]/.test(path) && !existsSync(join(root, path))) missing.push(`${doc}: ${path}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('carries no path of a machine and no registry host', () => {
    const text = files.filter(
      (path) => /\.(ts|tsx|md|json|sol|nr|sh|mjs|css|yml)$/.test(path) && path !== 'tests/architecture/shape.test.ts',
    )
    const bad = text.filter((path) => /\/work\/main|\/root\/|registry\.npmjs|\/home\/\w+\//.test(read(path)))
    expect(bad.filter((path) => path !== 'package-lock.json')).toEqual([])
  })

  it('gives each part that is loaded later a boundary of its own', () => {
    // Without one, a part that comes late takes the whole page away until it is there: the nearest boundary is the page's skeleton.
    const late = files
      .filter((path) => path.startsWith('app/') && isSource(path))
      .flatMap((path) => read(path).match(/\bdynamic\(.*(?:\n {2}.*)?/g) ?? [])
    expect(late.length).toBeGreaterThan(10)
    expect(late.filter((call) => !/loading:|ssr: false/.test(call))).toEqual([])
  })

  it('says nothing unsafe about types', () => {
    const bad = files.filter(
      (path) =>
        isSource(path) &&
        !generated(path) &&
        !path.startsWith('tests/architecture/') &&
        /\bas any\b|: any\b|@ts-(ignore|nocheck|expect-error)|biome-ignore/.test(read(path)),
    )
    expect(bad).toEqual([])
  })
})
