/** x to the right and y down in the drawing, or two coordinates of a plane of the stone. */
export type Point = readonly [number, number]

/** x, y, width, height of the drawing: an isometric cube of edge 100 whose front-top corner is the origin. */
export const cubeBox = { x: -92, y: -106, width: 184, height: 212 } as const

/** Half the width of the cube: 100 × cos 30°. */
export const W = 86.6025

export const round = (x: number) => Math.round(x * 10) / 10
const written = ([x, y]: Point) => `${round(x)} ${round(y)}`

export const polygon = (points: readonly Point[]) => `M${points.map(written).join('L')}Z`

export type Side = 'left' | 'right'

/** A point of the two visible sides, unrolled: s from the left edge (0) over the front edge (1) to the right edge (2), v from foot (0) to rim (1). */
export function onSides([s, v]: Point): Point {
  return s <= 1 ? [-W + W * s, -50 + 50 * s + 100 * (1 - v)] : [W * (s - 1), -50 * (s - 1) + 100 * (1 - v)]
}

/** A point of the top: (0, 0) at the back, a towards the right, b towards the left. `lift`: how far below the rim the top lies. */
export const onTopAt =
  (lift: number) =>
  (a: number, b: number): Point => [W * (a - b), -100 + 50 * (a + b) + lift]

/** From and to. */
export type Span = readonly [number, number]

/** A rectangle of the unrolled sides; its right end may lie higher by `rise`. */
export const area = ([from, to]: Span, [foot, head]: Span, rise = 0): Point[] => [
  [from, foot],
  [to, foot + rise],
  [to, head + rise],
  [from, head],
]

/** The part of a polygon whose coordinate `axis` lies within the span (Sutherland and Hodgman). Empty when nothing does. */
export function clip(points: readonly Point[], axis: 0 | 1, [from, to]: Span): Point[] {
  const kept = keepBeyond(keepBeyond(points, { axis, bound: from, sign: 1 }), { axis, bound: to, sign: -1 })
  return kept.length < 3 ? [] : kept
}

/** A line across one axis, and the side of it that is kept. */
type Cut = { axis: 0 | 1; bound: number; sign: 1 | -1 }

function keepBeyond(points: readonly Point[], cut: Cut): Point[] {
  const kept: Point[] = []
  const isInside = (at: Point) => cut.sign * (at[cut.axis] - cut.bound) >= 0
  for (const [i, at] of points.entries()) {
    const before = points.at(i - 1) ?? at
    if (isInside(at) !== isInside(before)) kept.push(crossing(before, at, cut))
    if (isInside(at)) kept.push(at)
  }
  return kept
}

function crossing(a: Point, b: Point, { axis, bound }: Cut): Point {
  const other = axis === 0 ? 1 : 0
  const value = a[other] + ((bound - a[axis]) / (b[axis] - a[axis])) * (b[other] - a[other])
  return axis === 0 ? [bound, value] : [value, bound]
}
