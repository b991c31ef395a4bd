import { describe, expect, it } from 'vitest'
import { errorStatus } from '#server/shared/errors.ts'
import { read } from './sources.ts'

describe('docs', () => {
  it('list every direct dependency', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}))
    const page = read('docs/dependencies.md')
    const listed = new Set(
      page
        .split('\n')
        .flatMap((line) =>
          line.startsWith('- ') ? [...(line.split(' — ')[0] ?? '').matchAll(/@?[a-z][\w./-]*/g)].map(([name]) => name) : [],
        ),
    )
    expect(names.filter((name) => !listed.has(name))).toEqual([])
  })

  it('list every error code with its status', () => {
    const page = read('docs/errors.md')
    const missing = Object.entries(errorStatus).filter(([code, status]) => !page.includes(`| \`${code}\` | ${status} |`))
    expect(missing).toEqual([])
  })

  it('pin every dependency exactly', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d/.test(version)),
    )
    expect(loose).toEqual([])
  })
})
