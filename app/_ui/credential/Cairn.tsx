import type { CSSProperties, ReactNode } from 'react'
import { CubeShapes } from './Cube.tsx'
import { boxOf, cairnPile } from './cairnPile.ts'
import type { CubeSeed } from './cubeArt.ts'

export type CairnStone = CubeSeed & { key: string; solidity?: number; label: string; href?: string }

const ghost = 'M-86.6 -50L0 -100L86.6 -50V50L0 100L-86.6 50ZM-86.6 -50L0 0L86.6 -50M0 0V100'

/** More stones than this are too small to be hit one by one, and too many to step through: the pile is one picture then, and the list tells them apart. */
const mostWrapped = 24
/** More stones than this are drawn with few shapes: each is as small as a letter. */
const mostDetailed = 60
/** The last stone has landed by then, however many there are. Milliseconds. */
const landedMs = 900

type Props = {
  /** Oldest first: they lie at the foot. */
  stones: CairnStone[]
  /** Draws the place of the stone to come. */
  open?: boolean
  className?: string
  label: string
  /** Wraps a stone, in a link for instance; only while there are few. */
  wrap?: (stone: CairnStone, drawing: ReactNode) => ReactNode
}

/** A pile of stones: a member's credentials, or the quests that are open. Stones drop into place, lowest first. */
export function Cairn({ stones, open = true, className = '', label, wrap }: Props) {
  const { places: laid, next } = cairnPile(stones.length)
  // A small place on top of a large heap would say nothing.
  const places = stones.length === 0 || (open && stones.length < mostWrapped) ? [...laid, next] : laid
  const box = boxOf(places)
  const wrapStone = stones.length <= mostWrapped ? wrap : undefined
  const pace = Math.min(90, landedMs / places.length)
  const plain = stones.length > mostDetailed
  // Upper rows stand behind lower ones: painted first.
  const order = places.map((place, i) => ({ place, stone: stones[i], i })).toSorted((a, b) => b.place.row - a.place.row)
  return (
    <svg
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={className}
      overflow="visible"
      role={wrapStone ? 'group' : 'img'}
      aria-label={label}
    >
      <GroundShadow width={box.width} />
      {order.map(({ place, stone, i }) => {
        const at = `translate(${fine(place.x)} ${fine(place.y)})${place.size === 1 ? '' : ` scale(${fine(place.size)})`}`
        if (!stone)
          return (
            <g key="next" transform={at}>
              <path d={ghost} fill="none" className="stroke-edge" strokeWidth={2} strokeDasharray="6 6" opacity={0.6} />
            </g>
          )
        const drawing = <Stone stone={stone} delay={Math.round(i * pace)} plain={plain} />
        return (
          <g key={stone.key} transform={at}>
            {wrapStone ? wrapStone(stone, drawing) : drawing}
          </g>
        )
      })}
    </svg>
  )
}

const fine = (x: number) => Math.round(x * 100) / 100

/** What the pile casts on the ground, softer towards its edge. */
function GroundShadow({ width }: { width: number }) {
  return (
    <g fill="#000">
      {[0.5, 0.46, 0.41].map((share) => (
        <ellipse key={share} cx={0} cy={72} rx={fine(width * share)} ry={fine(38 + 60 * (share - 0.4))} fillOpacity={0.05} />
      ))}
    </g>
  )
}

function Stone({ stone, delay, plain }: { stone: CairnStone; delay: number; plain: boolean }) {
  return (
    <g className="animate-drop [animation-delay:var(--delay)]" style={{ '--delay': `${delay}ms` } as CSSProperties}>
      <g className="transition-transform duration-200 ease-settle group-hover:-translate-y-2 group-focus-visible:-translate-y-2">
        <CubeShapes seed={stone} options={{ solidity: stone.solidity ?? 1, plain }} />
      </g>
    </g>
  )
}
