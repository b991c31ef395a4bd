import { percent } from './Figure.tsx'
import type { Scale } from './scale.ts'

/** How the values of a chart are told apart: by shape as well as by colour. */
export const shapes = {
  first: 'fill-accent stroke-accent-text',
  second: 'fill-edge',
  third: 'fill-ink',
  hollow: 'fill-surface stroke-edge',
} as const
export type Shape = keyof typeof shapes

/** The first stands out by its edge, the hollow one has nothing else. */
const outlined = (shape: Shape) => (shape === 'first' || shape === 'hollow' ? 1 : 0)

type Bar = { key: string; title: string; parts: { value: number; shape: Shape }[] }

/** Bars side by side, each of parts on top of each other. The words of a bar show over its whole column. */
export function Bars({ bars, scale }: { bars: readonly Bar[]; scale: Scale }) {
  const column = 1 / bars.length
  // A few bars are not drawn as walls.
  const width = Math.min(0.7 * column, 0.06)
  return bars.map(({ key, title, parts }, i) => {
    let below = 0
    return (
      <g key={key}>
        <title>{title}</title>
        <rect x={percent(column * i)} width={percent(column)} height="100%" fill="transparent" />
        {parts.map(({ value, shape }) => {
          const from = below
          below += value
          const height = scale.at(below) - scale.at(from)
          if (height === 0) return null
          return (
            <rect
              key={shape}
              x={percent(column * (i + 0.5) - width / 2)}
              width={percent(width)}
              y={percent(1 - scale.at(below))}
              height={percent(height)}
              className={shapes[shape]}
              strokeWidth={outlined(shape)}
            />
          )
        })}
      </g>
    )
  })
}

/** One mark: a disc, a square or a diamond, by how it is told apart. Centred where x and y say. */
export function Mark({ x, y, shape }: { x: string; y: string; shape: Shape }) {
  if (shape === 'first') return <circle cx={x} cy={y} r={4.5} className={shapes.first} strokeWidth={1.5} />
  const turned = shape === 'third' ? 'rotate-45' : ''
  return (
    <rect x={x} y={y} width={8} height={8} className={`origin-center -translate-1 [transform-box:fill-box] ${turned} ${shapes[shape]}`} />
  )
}

/** A bar's part in a legend. */
export function Swatch({ shape }: { shape: Shape }) {
  return <rect x={1} y={1} width={10} height={10} className={shapes[shape]} strokeWidth={outlined(shape)} />
}

type Dot = { key: string; title: string; value: number; shape: Shape }

/** Marks side by side, each at its value. */
export function Dots({ dots, scale }: { dots: readonly Dot[]; scale: Scale }) {
  return dots.map(({ key, title, value, shape }, i) => (
    <g key={key}>
      <title>{title}</title>
      <Mark x={percent((i + 0.5) / dots.length)} y={percent(1 - scale.at(value))} shape={shape} />
    </g>
  ))
}

type Range = { key: string; title: string; from: number; to: number }

/** Lines side by side, each with its mark at the lower end. */
export function Ranges({ ranges, scale }: { ranges: readonly Range[]; scale: Scale }) {
  return ranges.map(({ key, title, from, to }, i) => {
    const x = percent((i + 0.5) / ranges.length)
    const [low, high] = [percent(1 - scale.at(from)), percent(1 - scale.at(to))]
    return (
      <g key={key}>
        <title>{title}</title>
        <line x1={x} x2={x} y1={low} y2={high} className="stroke-edge" strokeWidth={3} strokeLinecap="round" />
        <Mark x={x} y={low} shape="first" />
      </g>
    )
  })
}
