import { type CubeOptions, type CubeSeed, cubeBox } from './cubeArt.ts'
import { stoneMarkup } from './stoneMarkup.ts'

type Props = CubeSeed & {
  /** 0..1, how far the credential is settled; an outline shows the rest. */
  solidity?: number
  className?: string
  /** Words for screen readers; without them the stone is decoration. */
  label?: string
}

const viewBox = `${cubeBox.x} ${cubeBox.y} ${cubeBox.width} ${cubeBox.height}`

/** A CUBE as a stone. */
export function Cube({ solidity = 1, className = '', label, ...seed }: Props) {
  const shapes = <CubeShapes seed={seed} options={{ solidity }} />
  return label ? (
    <svg viewBox={viewBox} className={className} overflow="visible" role="img" aria-label={label}>
      {shapes}
    </svg>
  ) : (
    <svg viewBox={viewBox} className={className} overflow="visible" aria-hidden="true">
      {shapes}
    </svg>
  )
}

/**
 * The drawing as one piece of markup: as elements, a page of stones would carry a thousand of them, twice, and the browser would go through each when the
 * page wakes up. Nothing in it comes from people: numbers and colours alone (`cubeMarkup`).
 */
export const CubeShapes = ({ seed, options }: { seed: CubeSeed; options: CubeOptions }) => (
  <g className="text-edge" dangerouslySetInnerHTML={{ __html: stoneMarkup(seed, options) }} />
)
