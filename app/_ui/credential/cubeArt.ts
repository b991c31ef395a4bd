import { area, clip, onSides, onTopAt, type Point, polygon, round, type Side, W } from './geometry.ts'
import { type Category, gilt, gold, grainOf, lit, tonesOf, veinOf } from './mineral.ts'
import { type Rarity, rarityOf } from './rarity.ts'
import { between, type Stream, seedStream } from './seed.ts'
import { goldSeam, type Patch, plainTextureOf, textureOf } from './texture.ts'
import { motifOf } from './topMotif.ts'

export { cubeBox } from './geometry.ts'

/** One filled path in the space of `cubeBox`. `opacity` below 1 is light or shade on what lies under it. */
export type Shape = { d: string; fill: string; opacity?: number }

/** A stone: the solid part back to front, the light on its edges, and the dashed outline of what is not settled yet. */
export type CubeArt = { solid: Shape[]; edges: string; ghost: string }

export type CubeSeed = {
  /** Quest slug: gives the pattern on top. */
  quest: string
  /** Gives the mineral: its colours, and what its sides look like. */
  category: Category
  /** Wallet id or handle: gives how the mineral grew. Empty for the quest's own stone. */
  holder: string
  /** In the quest, from 0: early ones are gilded. */
  serial?: number | null
}

export type CubeOptions = {
  /** 0..1, how much of it is settled: the rest is an outline. */
  solidity?: number
  /** Few shapes, for stones that are drawn as small as a letter. */
  plain?: boolean
}

type Drawing = { seed: CubeSeed; next: Stream; height: number; rarity: Rarity }

/** The face of a credential, drawn from its quest, holder and serial alone. */
export function cubeArt(seed: CubeSeed, { solidity = 1, plain = false }: CubeOptions = {}): CubeArt {
  const next = seedStream(`${seed.quest}\n${seed.holder}`)
  const height = Math.min(1, Math.max(0.12, solidity))
  const drawing: Drawing = { seed, next, height, rarity: rarityOf(seed.serial) }
  const solid = plain ? plainStone(drawing) : fullStone(drawing)
  return { solid, edges: edgesAt(height), ghost: height < 1 ? ghostAbove(height) : '' }
}

function plainStone({ seed, next, height }: Drawing): Shape[] {
  const patches = plainTextureOf(seed.category, next)
  return [...sides(patches, height), ...top(seed, next, { height, plain: true, gilded: false })]
}

function fullStone({ seed, next, height, rarity }: Drawing): Shape[] {
  const patches = textureOf(seed.category, next)
  const tops = top(seed, next, { height, plain: false, gilded: rarity === 'first' })
  const grains = (['left', 'right'] as const).flatMap((side) => flecks(side, next, height, seed.category))
  const seam = rarity === 'first' || rarity === 'ten' ? sides(goldSeam(next, gold), height, gilt) : []
  const inlay = rarity !== 'plain' && height === 1 ? sides([{ points: area([0, 2], [0.915, 0.945]), tone: gold }], 1, gilt) : []
  return [...sides(patches, height), ...grains, ...seam, ...inlay, ...lights(height), ...tops, ...(height === 1 ? rim : [])]
}

/** Patches of the unrolled sides, clipped to what is settled and lit for the side they lie on. Neighbours of one colour become one path. */
function sides(patches: readonly Patch[], height: number, paint = lit): Shape[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const shapes: Shape[] = []
    for (const { points, tone } of patches) {
      const d = onSide(side, points, height)
      const fill = paint(tone, side)
      const last = shapes.at(-1)
      if (d !== '' && last?.fill === fill) last.d += d
      else if (d !== '') shapes.push({ d, fill })
    }
    return shapes
  })
}

function onSide(side: Side, points: readonly Point[], height: number): string {
  const from = side === 'left' ? 0 : 1
  const kept = clip(clip(points, 0, [from, from + 1]), 1, [0, height])
  // A point on the front edge lies on both sides; where it is drawn is the same.
  return kept.length < 3 ? '' : polygon(kept.map(onSides))
}

/** Light that falls on the bevels of the settled part, and the shade that gathers at its foot. */
function lights(height: number): Shape[] {
  const shade = (head: number, opacity: number) =>
    (['left', 'right'] as const).map((side) => ({ d: onSide(side, area([0, 2], [0, head]), height), fill: '#0b1016', opacity }))
  const light = (side: Side, lit: Point[], opacity: number) => ({ d: onSide(side, lit, height), fill: '#ffffff', opacity })
  return [
    ...shade(0.3, 0.06),
    ...shade(0.19, 0.07),
    ...shade(0.09, 0.1),
    light('left', area([0, 1], [height - 0.04, height]), 0.26),
    light('right', area([1, 2], [height - 0.04, height]), 0.14),
    light('left', area([0.968, 1], [0, height - 0.04]), 0.16),
    light('right', area([1, 1.03], [0, height - 0.04]), 0.1),
    light('left', area([0, 0.42], [height * 0.45, height - 0.04]), 0.05),
  ]
}

/** The bevel along the two front edges of the top, and a glint at its back. */
const rim: Shape[] = [
  { d: polygon([onTopAt(0)(0.965, 0), onTopAt(0)(1, 0), onTopAt(0)(1, 1), onTopAt(0)(0.965, 0.965)]), fill: '#ffffff', opacity: 0.22 },
  { d: polygon([onTopAt(0)(0, 0.965), onTopAt(0)(0.965, 0.965), onTopAt(0)(1, 1), onTopAt(0)(0, 1)]), fill: '#ffffff', opacity: 0.34 },
  { d: polygon([onTopAt(0)(0, 0.3), onTopAt(0)(0, 0.62), onTopAt(0)(0.62, 0), onTopAt(0)(0.3, 0)]), fill: '#ffffff', opacity: 0.09 },
]

/** Grains that glitter: a few small lozenges in the plane of the side. */
function flecks(side: Side, next: Stream, limit: number, category: Category): Shape[] {
  const offset = side === 'left' ? 0 : 1
  let d = ''
  for (let i = 0; i < 7; i++) {
    const s = offset + between(next, 0.06, 0.9)
    const v = between(next, 0.05, 0.92)
    const size = between(next, 0.012, 0.034)
    if (v + size > limit) continue
    d += onSide(
      side,
      [
        [s, v],
        [s + size, v + size * 0.6],
        [s + size * 1.6, v],
        [s + size, v - size * 0.5],
      ],
      limit,
    )
  }
  return d ? [{ d, fill: lit(grainOf(category), side) }] : []
}

type TopOptions = { height: number; plain: boolean; gilded: boolean }

/** The top: the quest's inlay when the stone is whole, a raw cut while it is not. */
function top(seed: CubeSeed, next: Stream, { height, plain, gilded }: TopOptions): Shape[] {
  const onTop = onTopAt(100 * (1 - height))
  const square = (from: number, to: number) => polygon([onTop(from, from), onTop(to, from), onTop(to, to), onTop(from, to)])
  const base = tonesOf(seed.category, next, 3)[height < 1 ? 0 : 2] ?? veinOf(seed.category)
  const ground: Shape = { d: square(0, 1), fill: lit(base, 'top') }
  if (height < 1) return [ground]
  if (plain) return [ground, { d: square(0.32, 0.68), fill: lit(veinOf(seed.category), 'top') }]
  const frame: Shape[] = gilded
    ? [
        { d: square(0.045, 0.955), fill: lit(gold, 'top') },
        { d: square(0.075, 0.925), fill: lit(base, 'top') },
      ]
    : []
  return [ground, ...frame, ...motifOf(seed, { base, onTop, ...(gilded ? { inlay: gold } : {}) })]
}

function edgesAt(height: number): string {
  const y = 100 * (1 - height)
  return `M${-W} ${round(-50 + y)}L0 ${round(y)}L${W} ${round(-50 + y)}M0 ${round(y)}V100`
}

function ghostAbove(height: number): string {
  const y = round(50 - 100 * height)
  return `M${-W} ${y}V-50L0 -100L${W} -50V${y}`
}
