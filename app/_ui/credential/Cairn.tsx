import type { CSSProperties, ReactNode } from 'react'
import { CubeShapes } from './Cube.tsx'
import { type CubeSeed, cubeArt } from './cubeArt.ts'

export type CairnStone = CubeSeed & { key: string; solidity?: number; label: string; href?: string }

const ghost = 'M-86.6 -50L0 -100L86.6 -50V50L0 100L-86.6 50ZM-86.6 -50L0 0L86.6 -50M0 0V100'

/** Rows of a stepped pile, bottom row widest, so that every stone shows its three faces. The oldest lie at the bottom. */
export function cairnPlaces(count: number): { x: number; y: number; row: number }[] {
  let base = 1
  while ((base * (base + 1)) / 2 < count) base++
  const places: { x: number; y: number; row: number }[] = []
  for (let row = 0; row < base; row++) {
    const wide = base - row
    for (let i = 0; i < wide; i++) places.push({ x: (i - (wide - 1) / 2) * 173.2, y: -row * 150, row })
  }
  return places
}

type Props = {
  stones: CairnStone[]
  /** Draws the places of the stones to come. */
  open?: boolean
  className?: string
  label: string
  /** Wraps a stone, in a link for instance. */
  wrap?: (stone: CairnStone, drawing: ReactNode) => ReactNode
}

/** A pile of stones: a member's credentials, or the quests that are open. Stones drop into place, lowest first. */
export function Cairn({ stones, open = true, className = '', label, wrap = (_, drawing) => drawing }: Props) {
  const places = cairnPlaces(Math.max(1, stones.length + (open && stones.length < 3 ? 1 : 0)))
  const rows = Math.max(...places.map((place) => place.row)) + 1
  const half = rows * 86.6 + 10
  const top = -(rows - 1) * 150 - 108
  // Upper rows stand behind lower ones: painted first.
  const order = places.map((place, i) => ({ place, stone: stones[i], i })).sort((a, b) => b.place.row - a.place.row)
  return (
    <svg
      viewBox={`${-half} ${top} ${half * 2} ${-top + 112}`}
      className={className}
      overflow="visible"
      role={wrap.length ? 'group' : 'img'}
      aria-label={label}
    >
      {order.map(({ place, stone, i }) => (
        <g key={stone?.key ?? `open-${i}`} transform={`translate(${place.x} ${place.y})`}>
          {stone
            ? wrap(stone, <Stone stone={stone} delay={i * 90} />)
            : open && <path d={ghost} fill="none" className="stroke-edge" strokeWidth={2} strokeDasharray="6 6" opacity={0.6} />}
        </g>
      ))}
    </svg>
  )
}

function Stone({ stone, delay }: { stone: CairnStone; delay: number }) {
  return (
    <g className="animate-drop [animation-delay:var(--delay)]" style={{ '--delay': `${delay}ms` } as CSSProperties}>
      <g className="transition-transform duration-200 ease-settle group-hover:-translate-y-2 group-focus-visible:-translate-y-2">
        <CubeShapes art={cubeArt(stone, stone.solidity ?? 1)} />
      </g>
    </g>
  )
}
