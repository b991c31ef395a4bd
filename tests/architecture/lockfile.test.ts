import { expect, test } from 'vitest'
import { read } from './sources.ts'

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }

/** The places where node looks for `name` from a package at `location`. */
function placesOf(location: string, name: string): string[] {
  const parts = location === '' ? [] : location.split('/node_modules/')
  const above = parts.map((_, i) => parts.slice(0, i + 1).join('/node_modules/'))
  return [`node_modules/${name}`, ...above.map((place) => `${place}/node_modules/${name}`)]
}

test('the lockfile names every optional package, so `npm ci` takes it on every platform', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }
  const missing = Object.entries(packages).flatMap(([location, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !placesOf(location, name).some((place) => packages[place])),
  )
  // Run `npm run lockfile` after a change of dependencies.
  expect(missing).toEqual([])
})

test('the lockfile and package.json ask for the same versions, and no address is written down', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry & Record<string, unknown>> }
  const own = JSON.parse(read('package.json')) as Record<string, unknown>
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies']) expect(lock.packages['']?.[field]).toEqual(own[field])
  // A workspace is a link to a folder of ours, which is no address of a registry.
  const links = Object.values(lock.packages).filter(({ link }) => link === true)
  expect(links.map(({ resolved }) => resolved)).toEqual(own.workspaces)
  expect(Object.values(lock.packages).flatMap(({ resolved, link }) => (resolved && link !== true ? [resolved] : []))).toEqual([])
})
