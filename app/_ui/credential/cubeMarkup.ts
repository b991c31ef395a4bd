import type { CubeArt } from './cubeArt.ts'

/** The stone as SVG elements. Nothing in it comes from people: numbers and colours alone. */
export function cubeMarkup(art: CubeArt, edge = '#8b9299'): string {
  const shapes = art.solid.map(
    ({ d, fill, opacity }) => `<path d="${d}" fill="${fill}"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}/>`,
  )
  const edges = `<path d="${art.edges}" fill="none" stroke="#fff" stroke-opacity="0.34" stroke-width="1.2"/>`
  const ghost = art.ghost && `<path d="${art.ghost}" fill="none" stroke="${edge}" stroke-width="1.8" stroke-dasharray="5 5"/>`
  return [...shapes, edges, ghost].join('')
}
