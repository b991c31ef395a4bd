import type { CubeSeed, Shape } from './cubeArt.ts'
import { type Point, polygon as path } from './geometry.ts'
import { lit, type Oklch, veinOf } from './mineral.ts'
import { between, pick, type Stream, seedStream } from './seed.ts'

/** Maps the unit square of the top face to the drawing. */
export type OnTop = (a: number, b: number) => Point

type Motif = (next: Stream, paint: (lightness: number) => string, inlay: string, onTop: OnTop) => Shape[]

const square = (onTop: OnTop, from: number, to: number) => path([onTop(from, from), onTop(to, from), onTop(to, to), onTop(from, to)])

/** A disc in the plane of the top, as a 28-gon. */
const disc = (onTop: OnTop, a: number, b: number, radius: number) =>
  path(
    Array.from({ length: 28 }, (_, i) => {
      const angle = (i / 28) * 2 * Math.PI
      return onTop(a + radius * Math.cos(angle), b + radius * Math.sin(angle))
    }),
  )

const frames: Motif = (next, paint, inlay, onTop) => {
  const core = between(next, 0.36, 0.42)
  return [
    { d: square(onTop, 0.1, 0.9), fill: paint(-0.06) },
    { d: square(onTop, 0.2, 0.8), fill: paint(0.04) },
    { d: square(onTop, 0.3, 0.7), fill: paint(-0.08) },
    { d: square(onTop, core, 1 - core), fill: inlay },
  ]
}

const sun: Motif = (next, paint, inlay, onTop) => {
  const radius = between(next, 0.14, 0.2)
  return [
    { d: disc(onTop, 0.5, 0.5, radius + 0.24), fill: paint(-0.05) },
    { d: disc(onTop, 0.5, 0.5, radius + 0.12), fill: paint(0.05) },
    { d: disc(onTop, 0.5, 0.5, radius), fill: inlay },
  ]
}

/** Ripples from one corner, clipped by sampling the quarter arc. */
const ripples: Motif = (next, paint, inlay, onTop) => {
  const corner = Math.floor(next() * 4)
  const place: OnTop = (a, b) => {
    const x = corner & 1 ? 1 - a : a
    const y = corner & 2 ? 1 - b : b
    return onTop(x, y)
  }
  const arc = (radius: number): Point[] =>
    Array.from({ length: 11 }, (_, i) => place(radius * Math.cos((i * Math.PI) / 20), radius * Math.sin((i * Math.PI) / 20)))
  return [0.94, 0.76, 0.58, 0.4, 0.22].map((radius, i) => ({
    d: path([place(0, 0), ...arc(radius)]),
    fill: i === 4 ? inlay : paint(i % 2 === 0 ? -0.07 : 0.03),
  }))
}

/** A cut gem: facets around a point off the middle. */
const gem: Motif = (next, paint, inlay, onTop) => {
  const a = between(next, 0.42, 0.58)
  const b = between(next, 0.42, 0.58)
  const rim: Point[] = [
    [0.12, 0.12],
    [0.5, 0.06],
    [0.88, 0.12],
    [0.94, 0.5],
    [0.88, 0.88],
    [0.5, 0.94],
    [0.12, 0.88],
    [0.06, 0.5],
  ]
  const facets = rim.map(([x, y], i): Shape => {
    const [x2, y2] = rim[(i + 1) % rim.length] ?? [0.5, 0.5]
    return {
      d: path([onTop(a, b), onTop(x, y), onTop(x2, y2)]),
      fill: paint([-0.02, 0.05, -0.07, -0.12, -0.09, -0.04, 0.03, 0.07][i] ?? 0),
    }
  })
  const table = rim.map(([x, y]) => onTop(a + (x - a) * 0.36, b + (y - b) * 0.36))
  return [...facets, { d: path(table), fill: inlay }]
}

/** Three by three tiles, each cut on one of its diagonals. */
const tiles: Motif = (next, paint, inlay, onTop) => {
  const mark = Math.floor(next() * 9)
  return Array.from({ length: 9 }, (_, i): Shape => {
    const a = 0.11 + (i % 3) * 0.265
    const b = 0.11 + Math.floor(i / 3) * 0.265
    const s = 0.25
    const corners: Point[] = [onTop(a, b), onTop(a + s, b), onTop(a + s, b + s), onTop(a, b + s)]
    const turn = Math.floor(next() * 4)
    const cut = i === mark ? corners : corners.filter((_, k) => k !== turn)
    return { d: path(cut), fill: i === mark ? inlay : paint(i % 2 === 0 ? -0.07 : -0.035) }
  })
}

/** Furrows: bands along one axis, one of them inlaid. */
const furrows: Motif = (next, paint, inlay, onTop) => {
  const along = next() < 0.5
  const mark = 1 + Math.floor(next() * 3)
  return Array.from({ length: 5 }, (_, i): Shape => {
    const from = 0.1 + i * 0.165
    const to = from + 0.1
    const end = between(next, 0.62, 0.9)
    const start = between(next, 0.1, 0.28)
    const at = (x: number, y: number) => (along ? onTop(x, y) : onTop(y, x))
    return { d: path([at(start, from), at(end, from), at(end, to), at(start, to)]), fill: i === mark ? inlay : paint(-0.075) }
  })
}

type Ground = {
  base: Oklch
  onTop: OnTop
  /** Instead of the mineral's own seam. */
  inlay?: Oklch
}

/** The quest's mark on top of the stone: the same for every holder of the same quest. */
export function motifOf(seed: CubeSeed, { base, onTop, inlay: given }: Ground): Shape[] {
  const next = seedStream(`top/${seed.quest}`)
  const motif = pick(next, [frames, sun, ripples, gem, tiles, furrows])
  const paint = (lightness: number) => lit({ ...base, l: base.l + lightness }, 'top')
  // The inlay must stand out of its ground: the seam's tone on dark ground, a deep one on light ground.
  const own = base.l > 0.82 ? { l: 0.55, c: Math.max(0.06, base.c), h: base.h } : veinOf(seed.category)
  const inlay = lit(given ?? own, 'top')
  return motif(next, paint, inlay, onTop)
}
