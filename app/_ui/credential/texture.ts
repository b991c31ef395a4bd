import { area, type Point } from './geometry.ts'
import { type Category, type Oklch, tonesOf, veinOf } from './mineral.ts'
import { between, type Stream } from './seed.ts'

/** A patch of the two visible sides, unrolled (`onSides`); patches may reach beyond, they are clipped. */
export type Patch = { points: readonly Point[]; tone: Oklch }

type Texture = (next: Stream, category: Category) => Patch[]

const steps = Array.from({ length: 9 }, (_, i) => i / 4)
const whole = (tone: Oklch): Patch => ({ points: area([0, 2], [0, 1]), tone })
const shift = (tone: Oklch, l: number, h = 0): Oklch => ({ ...tone, l: tone.l + l, h: tone.h + h })

type Bed = { layers: number; fold: readonly [number, number]; tilt: number; thinnest: number }

/** Beds that lie on each other: a common tilt and fold, so that they meet at the front edge. */
function beds(next: Stream, category: Category, { layers, fold: [least, most], tilt: mostTilt, thinnest }: Bed): Patch[] {
  const tones = tonesOf(category, next, layers)
  const tilt = between(next, -mostTilt, mostTilt)
  const fold = between(next, least, most)
  const phase = between(next, 0, 6.28)
  const weights = tones.map(() => between(next, thinnest, 1.5))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const rims = weights.map((weight) => {
    sum += weight
    const [at, own] = [sum / total, between(next, 0.7, 1.3)]
    return (s: number) => at + tilt * (s - 1) * 0.5 + fold * own * Math.sin(phase + s * 2.6)
  })
  return tones.map((tone, i) => {
    const [foot, rim] = [i === 0 ? () => 0 : rims[i - 1], i === layers - 1 ? () => 1 : rims[i]]
    const along = (height: ((s: number) => number) | undefined): Point[] => steps.map((s) => [s, height?.(s) ?? 0])
    return { tone, points: [...along(foot), ...along(rim).toReversed()] }
  })
}

/** Sodalite: a few folded strata. */
const strata: Texture = (next, category) =>
  beds(next, category, { layers: 5 + Math.floor(next() * 2), fold: [0.015, 0.06], tilt: 0.16, thinnest: 0.45 })

/** Sandstone: many thin beds, as water laid them down. */
const sediment: Texture = (next, category) =>
  beds(next, category, { layers: 10 + Math.floor(next() * 3), fold: [0.008, 0.03], tilt: 0.1, thinnest: 0.2 })

/** Malachite: rings that grew around one centre. */
const rings: Texture = (next, category) => {
  const count = 8
  const tones = tonesOf(category, next, count)
  const centre: Point = [between(next, 0.45, 1.55), between(next, 0.15, 0.85)]
  const [three, five, wave] = [between(next, 0, 6.28), between(next, 0, 6.28), between(next, 0.05, 0.11)]
  const widths = tones.map(() => between(next, 0.5, 1.4))
  const total = widths.reduce((sum, width) => sum + width, 0)
  let reach = 1.75
  return tones.map((tone, i): Patch => {
    if (i === 0) return whole(tone)
    reach -= (1.62 * (widths[i] ?? 1)) / total
    const points = Array.from({ length: 22 }, (_, k): Point => {
      const angle = (k / 22) * 2 * Math.PI
      const radius = reach * (1 + wave * Math.sin(3 * angle + three) + 0.5 * wave * Math.sin(5 * angle + five))
      return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
    })
    return { points, tone }
  })
}

/** Rhodonite, broken: facets at all angles to the light. */
const facets: Texture = (next, category) => {
  const [columns, rows] = [5, 3]
  const [base = veinOf(category)] = tonesOf(category, next, 3)
  const inner = (i: number, last: number) => i > 0 && i < last
  const corner = Array.from({ length: columns + 1 }, (_, i) =>
    Array.from({ length: rows + 1 }, (_, k): Point => {
      const [ds, dv] = [between(next, -0.13, 0.13), between(next, -0.11, 0.11)]
      return [(2 * i) / columns + (inner(i, columns) ? ds : 0), k / rows + (inner(k, rows) ? dv : 0)]
    }),
  )
  const at = (i: number, k: number): Point => corner[i]?.[k] ?? [0, 0]
  const levels = [-0.11, -0.055, 0, 0.055, 0.12]
  const shards = Array.from({ length: columns * rows }, (_, n) => {
    const [i, k] = [n % columns, Math.floor(n / columns)]
    const square = [at(i, k), at(i + 1, k), at(i + 1, k + 1), at(i, k + 1)] as const
    const [a, b, c, d] = next() < 0.5 ? square : ([square[1], square[2], square[3], square[0]] as const)
    return [
      { points: [a, b, c], level: Math.floor(next() * levels.length) },
      { points: [a, c, d], level: Math.floor(next() * levels.length) },
    ]
  }).flat()
  // By level, so that those of one tone are one path.
  const sorted = shards.toSorted((a, b) => a.level - b.level)
  return [whole(base), ...sorted.map(({ points, level }) => ({ points, tone: shift(base, levels[level] ?? 0, 3 * level - 6) }))]
}

/** Jasper: pebbles of many shades, held by a darker ground. */
const pebbles: Texture = (next, category) => {
  const tones = tonesOf(category, next, 5)
  const [ground = veinOf(category)] = tones
  const [columns, rows] = [6, 3]
  const stones = Array.from({ length: columns * rows }, (_, n): Patch => {
    const [i, k] = [n % columns, Math.floor(n / columns)]
    const s = ((i + 0.5 + (k % 2) * 0.5) / columns) * 2 + between(next, -0.05, 0.05)
    const v = (k + 0.5) / rows + between(next, -0.05, 0.05)
    const [wide, tall, turn] = [between(next, 0.11, 0.19), between(next, 0.1, 0.17), between(next, 0, 1)]
    const points = Array.from({ length: 7 }, (_, corner): Point => {
      const angle = ((corner + turn) / 7) * 2 * Math.PI
      const reach = between(next, 0.84, 1.08)
      return [s + wide * reach * Math.cos(angle), v + tall * reach * Math.sin(angle)]
    })
    return { points, tone: tones[1 + Math.floor(next() * 4)] ?? ground }
  })
  return [whole(shift(ground, -0.13)), ...stones]
}

/** Basalt: columns with joints across them. */
const columns: Texture = (next, category) => {
  const count = 8
  const tones = tonesOf(category, next, 4)
  const [ground = veinOf(category)] = tones
  const cuts = Array.from({ length: count + 1 }, (_, i) => (i === 0 || i === count ? i / 4 : i / 4 + between(next, -0.06, 0.06)))
  return cuts.slice(0, count).flatMap((from, i): Patch[] => {
    const to = cuts[i + 1] ?? 2
    const body: Patch = { points: area([from, to], [0, 1]), tone: tones[i % tones.length] ?? ground }
    const light: Patch = { points: area([from, from + 0.022], [0, 1]), tone: shift(ground, 0.11) }
    const joints = Array.from({ length: 1 + Math.floor(next() * 2) }, (_, k): Patch => {
      const at = between(next, 0.14 + 0.42 * k, 0.46 + 0.42 * k)
      return { points: area([from, to], [at, at + 0.022], between(next, -0.05, 0.05)), tone: shift(ground, -0.12) }
    })
    return [body, light, ...joints]
  })
}

/** What the sides of each mineral look like: categories differ in form, too, not in colour alone. */
const textures: Record<Category, Texture> = {
  defi: rings,
  nft: facets,
  identity: strata,
  learn: sediment,
  social: pebbles,
  infrastructure: columns,
}

export const textureOf = (category: Category, next: Stream): Patch[] => textures[category](next, category)

/** For a stone the size of a letter: the body and one seam. */
export function plainTextureOf(category: Category, next: Stream): Patch[] {
  const [body = veinOf(category)] = tonesOf(category, next, 3)
  const [at, rise] = [between(next, 0.25, 0.6), between(next, -0.15, 0.15)]
  return [whole(body), { points: area([0, 2], [at, at + between(next, 0.1, 0.22)], rise), tone: shift(veinOf(category), -0.06) }]
}

/** Gold that mends a crack around the stone, as on a treasured bowl, with one short branch. */
export function goldSeam(next: Stream, tone: Oklch): Patch[] {
  let v = between(next, 0.3, 0.7)
  const line = steps.map((s): Point => {
    v = Math.min(0.86, Math.max(0.14, v + between(next, -0.17, 0.17)))
    return [s, v]
  })
  const fork: Point = line[2 + Math.floor(next() * 5)] ?? [1, 0.5]
  const end: Point = [fork[0] + between(next, -0.3, 0.3), next() < 0.5 ? between(next, 0.02, 0.12) : between(next, 0.86, 0.94)]
  return [
    { points: thick(next, line), tone },
    { points: thick(next, [fork, [(fork[0] + end[0]) / 2 + 0.05, (fork[1] + end[1]) / 2], end]), tone },
  ]
}

/** A line of uneven width. */
function thick(next: Stream, line: readonly Point[]): Point[] {
  const half = line.map(() => between(next, 0.007, 0.02))
  const upper = line.map(([s, v], i): Point => [s, v + (half[i] ?? 0)])
  const lower = line.map(([s, v], i): Point => [s, v - (half[i] ?? 0)])
  return [...upper, ...lower.toReversed()]
}
