import { type CubeSeed, cubeArt, cubeBox } from './cubeArt.ts'

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
  const shapes = <CubeShapes art={cubeArt(seed, solidity)} />
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

export function CubeShapes({ art }: { art: ReturnType<typeof cubeArt> }) {
  return (
    <>
      {art.solid.map((shape) => (
        <path key={`${shape.fill}${shape.d}`} d={shape.d} fill={shape.fill} />
      ))}
      <path d={art.edges} fill="none" stroke="#fff" strokeOpacity={0.34} strokeWidth={1.2} />
      {art.ghost && <path d={art.ghost} fill="none" stroke="currentColor" className="text-edge" strokeWidth={1.8} strokeDasharray="5 5" />}
    </>
  )
}
