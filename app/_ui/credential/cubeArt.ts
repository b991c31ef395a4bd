import { type Category, lit, type Oklch, tonesOf, veinOf } from './mineral.ts'
import { between, seedStream } from './seed.ts'
import { motifOf } from './topMotif.ts'

/** One filled path in the space of `cubeBox`. */
export type Shape = { d: string; fill: string }

/** A stone: the solid part back to front, the light on its edges, and the dashed outline of what is not settled yet. */
export type CubeArt = { solid: Shape[]; edges: string; ghost: string }

export type CubeSeed = {
  /** Quest slug: gives the mineral's pattern on top. */
  quest: string
  category: Category
  /** Wallet id or handle: gives the strata. Empty for the quest's own stone. */
  holder: string
}

/** x, y, width, height of the drawing: an isometric cube of edge 100 whose front-top corner is the origin. */
export const cubeBox = { x: -92, y: -106, width: 184, height: 212 } as const

const W = 86.6025

/** Point on the left or right face: u from left to right, v from the foot (0) to the rim (1). */
function onFace(face: 'left' | 'right', u: number, v: number): [number, number] {
  return face === 'left' ? [-W + W * u, -50 + 50 * u + 100 * (1 - v)] : [W * u, -50 * u + 100 * (1 - v)]
}

export const point = ([x, y]: readonly [number, number]) => `${round(x)} ${round(y)}`
const round = (x: number) => Math.round(x * 10) / 10
export const polygon = (points: readonly (readonly [number, number])[]) => `M${points.map(point).join('L')}Z`

/**
 * The face of a credential, drawn from its quest and holder alone.
 * `solidity` 0..1 is how much of it is settled: the rest is an outline.
 */
export function cubeArt(seed: CubeSeed, solidity = 1): CubeArt {
  const next = seedStream(`${seed.quest}/${seed.holder}`)
  const layers = 4 + Math.floor(next() * 3)
  const tones = tonesOf(seed.category, next, layers)
  const bounds = boundaries(next, layers)
  const height = Math.min(1, Math.max(0.12, solidity))
  const solid: Shape[] = []
  for (const face of ['left', 'right'] as const) {
    for (let i = 0; i < layers; i++) {
      const low = bounds[i]
      const high = bounds[i + 1]
      const tone = tones[i]
      if (!low || !high || !tone) continue
      const d = stratum(face, low, high, height)
      if (d) solid.push({ d, fill: lit(tone, face) })
    }
    solid.push(...flecks(face, next, height, seed.category))
  }
  solid.push(...cap(seed, tones, height))
  return { solid, edges: edgesAt(height), ghost: height < 1 ? ghostAbove(height) : '' }
}

const samples = [0, 0.25, 0.5, 0.75, 1]

/** Heights of the layer boundaries around the two visible faces: a common tilt and fold, so that strata meet at the front edge. */
function boundaries(next: () => number, layers: number): ((s: number) => number)[] {
  const tilt = between(next, -0.16, 0.16)
  const fold = between(next, 0.015, 0.06)
  const phase = between(next, 0, 6.28)
  const weights = Array.from({ length: layers }, () => between(next, 0.45, 1.5))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return [0, ...weights].map((weight, i) => {
    sum += weight
    const at = sum / total
    if (i === 0) return () => 0
    if (i === layers) return () => 1
    const own = between(next, 0.7, 1.3)
    return (s) => at + tilt * (s - 1) * 0.5 + fold * own * Math.sin(phase + s * 2.6)
  })
}

function stratum(face: 'left' | 'right', low: (s: number) => number, high: (s: number) => number, limit: number): string {
  const offset = face === 'left' ? 0 : 1
  const clamp = (v: number) => Math.min(limit, Math.max(0, v))
  const foot = samples.map((u) => clamp(low(u + offset)))
  const rim = samples.map((u) => clamp(high(u + offset)))
  if (foot.every((v, i) => (rim[i] ?? 0) - v < 0.001)) return ''
  const lower = samples.map((u, i) => onFace(face, u, foot[i] ?? 0))
  const upper = samples.map((u, i) => onFace(face, u, rim[i] ?? 0)).reverse()
  return polygon([...lower, ...upper])
}

/** Mica: a few small lozenges that lie in the plane of the face. */
function flecks(face: 'left' | 'right', next: () => number, limit: number, category: Category): Shape[] {
  let d = ''
  for (let i = 0; i < 7; i++) {
    const u = between(next, 0.06, 0.9)
    const v = between(next, 0.05, 0.92)
    const size = between(next, 0.012, 0.034)
    if (v + size > limit) continue
    d += polygon([
      onFace(face, u, v),
      onFace(face, u + size, v + size * 0.6),
      onFace(face, u + size * 1.6, v),
      onFace(face, u + size, v - size * 0.5),
    ])
  }
  return d ? [{ d, fill: lit(veinOf(category), face) }] : []
}

/** The top: the quest's inlay when the stone is whole, a raw cut while it is not. */
function cap(seed: CubeSeed, tones: Oklch[], height: number): Shape[] {
  const lift = 100 * (1 - height)
  const onTop = (a: number, b: number): [number, number] => [W * (a - b), -100 + 50 * (a + b) + lift]
  const index = Math.min(tones.length - 1, Math.floor(height * tones.length))
  const base = tones[index] ?? veinOf(seed.category)
  const ground: Shape = { d: polygon([onTop(0, 0), onTop(1, 0), onTop(1, 1), onTop(0, 1)]), fill: lit(base, 'top') }
  return height < 1 ? [ground] : [ground, ...motifOf(seed, base, onTop)]
}

function edgesAt(height: number): string {
  const y = 100 * (1 - height)
  return `M${-W} ${round(-50 + y)}L0 ${round(y)}L${W} ${round(-50 + y)}M0 ${round(y)}V100`
}

function ghostAbove(height: number): string {
  const y = round(50 - 100 * height)
  return `M${-W} ${y}V-50L0 -100L${W} -50V${y}`
}
