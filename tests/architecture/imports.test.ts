import { describe, expect, it } from 'vitest'
import { type Import, importsOf, isSource, projectFiles } from './sources.ts'

const sources = projectFiles().filter((path) => isSource(path) && /^(app|server|chains|drizzle|contracts\/abi)\//.test(path))
const imports = sources.flatMap(importsOf)
const within = (path: string, ...folders: string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
const show = (bad: Import[]) => bad.map(({ from, to }) => `${from} -> ${to}`)

/** The rooms of the house from left to right: a room may import itself and what stands to its left. */
const floors = ['server/shared', 'contracts', 'chains', 'drizzle', 'server', 'app'] as const
const rooms = [
  'auth',
  'rollup',
  'accounts',
  'spaces',
  'verify',
  'quests',
  'credentials',
  'money',
  'reputation',
  'news',
  'insights',
  'platform',
  'webhooks',
  'issuers',
  'compose',
  'edge',
] as const
const rollupRooms = ['protocol', 'state', 'l2'] as const
const engines = ['sequencer', 'prover', 'settlement', 'watcher', 'escape']
const browserSafe = [
  'server/shared',
  'server/rollup/protocol',
  'server/verify/rule.ts',
  'server/verify/verdict.ts',
  'server/quests/draw/draw.ts',
  'server/quests/funds/estimate.ts',
  'server/quests/draw/checkDraw.ts',
  'server/verify/kinds',
  'server/credentials/verify.ts',
  'server/credentials/verify',
  'server/reputation/formula',
]

function floorOf(path: string): number {
  if (within(path, 'server/shared')) return 0
  const index = floors.findIndex((floor, i) => i > 0 && within(path, floor))
  return index
}

function roomOf(path: string): number {
  if (within(path, 'server/api', 'server/workers', 'server/cli')) return rooms.indexOf('edge')
  if (within(path, 'server/compose', 'server/compose.ts')) return rooms.indexOf('compose')
  return rooms.findIndex((room) => within(path, `server/${room}`))
}

describe('import arrows', () => {
  it('reads real imports', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  it('go from right to left between floors', () => {
    const bad = imports.filter(({ from, to }) => floorOf(to) !== -1 && floorOf(from) !== -1 && floorOf(to) > floorOf(from))
    expect(show(bad)).toEqual([])
  })

  it('go from right to left between the rooms of server', () => {
    const bad = imports.filter(({ from, to }) => roomOf(from) !== -1 && roomOf(to) !== -1 && roomOf(to) > roomOf(from))
    expect(show(bad)).toEqual([])
  })

  it('keep the edges apart: api, workers and cli do not import each other, but a worker may serve the api', () => {
    const edges = ['server/api', 'server/workers', 'server/cli']
    const bad = imports.filter(({ from, to }) => {
      const a = edges.find((edge) => within(from, edge))
      const b = edges.find((edge) => within(to, edge))
      return a && b && a !== b && !(a === 'server/workers' && b === 'server/api')
    })
    expect(show(bad)).toEqual([])
  })

  it('keep the engine processes apart: they meet in tables', () => {
    const engineOf = (path: string) => engines.find((engine) => within(path, `server/rollup/${engine}`))
    const leftOf = (path: string) => rollupRooms.findIndex((room) => within(path, `server/rollup/${room}`))
    const bad = imports.filter(({ from, to }) => {
      const a = engineOf(from)
      const b = engineOf(to)
      if (a && b) return a !== b
      if (!a && b && within(from, 'server/rollup')) return true
      return within(from, 'server/rollup/protocol') && leftOf(to) > 0
    })
    expect(show(bad)).toEqual([])
  })

  it('let pages see only the api and what is safe in a browser', () => {
    const bad = imports.filter(
      ({ from, to }) =>
        within(from, 'app') &&
        (within(to, 'drizzle') || (within(to, 'server') && !within(to, 'server/api', 'server/compose.ts', ...browserSafe))),
    )
    expect(show(bad)).toEqual([])
  })

  it('never point at tests', () => {
    expect(show(imports.filter(({ to }) => within(to, 'tests')))).toEqual([])
  })

  it('have no circle', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports) if (!typeOnly && sources.includes(to)) edges.set(from, [...(edges.get(from) ?? []), to])
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (path: string, trail: string[]) => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      state.set(path, 'open')
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of edges.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

describe('purity', () => {
  const edgeFile = /(Store|Client|Worker|Handler)\.tsx?$/
  const pureRooms = [
    'server/rollup/protocol',
    'server/rollup/state',
    'server/verify/kinds',
    'server/quests',
    'server/credentials',
    'server/money',
    'server/reputation',
    'server/news',
    'server/insights',
    'server/spaces',
    'server/platform',
    'server/webhooks',
    'server/issuers',
  ]
  const pure = sources.filter((path) => within(path, ...pureRooms) && !edgeFile.test(path))

  it('only env.ts reads process.env', async () => {
    const { read } = await import('./sources.ts')
    const bad = sources.filter((path) => path !== 'server/shared/env.ts' && /process\.env\b/.test(withoutComments(read(path))))
    expect(bad).toEqual([])
  })

  it('pure files know no clock, chance or network', async () => {
    const { read } = await import('./sources.ts')
    const bad = pure.filter((path) => /\bDate\.now\(|\bMath\.random\(|\bfetch\(|new Date\(\)/.test(withoutComments(read(path))))
    expect(bad).toEqual([])
  })
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1')
