import { boxOf, cairnPile } from '#app/_ui/credential/cairnPile.ts'
import { type CubeSeed, cubeArt } from '#app/_ui/credential/cubeArt.ts'
import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'

/** More stones than this are drawn with few shapes: a picture has no room to show more. */
const mostDetailed = 60

/** An SVG, and how large it is in its own units. */
export type Drawing = { svg: string; width: number; height: number }

/** The pile as a picture of its own, oldest stone first. */
export function cairnDrawing(stones: readonly (CubeSeed & { solidity: number })[]): Drawing {
  const { places, next } = cairnPile(stones.length)
  const box = boxOf(places.length === 0 ? [next] : places)
  const plain = stones.length > mostDetailed
  const piled = places
    .flatMap((place, i) => (stones[i] ? [{ place, stone: stones[i] }] : []))
    // Upper rows stand behind lower ones: painted first.
    .toSorted((a, b) => b.place.row - a.place.row)
    .map(({ place: { x, y, size }, stone: { solidity, ...seed } }) => {
      const at = `translate(${fine(x)} ${fine(y)})${size === 1 ? '' : ` scale(${fine(size)})`}`
      return `<g transform="${at}">${cubeMarkup(cubeArt(seed, { solidity, plain }))}</g>`
    })
  return drawing(box, `${groundShadow(box.width)}${piled.join('')}`)
}

/** One stone with the shadow that it casts. */
export function stoneDrawing(art: Parameters<typeof cubeMarkup>[0]): Drawing {
  return drawing({ x: -130, y: -112, width: 260, height: 260 }, `${groundShadow(236)}${cubeMarkup(art)}`)
}

const fine = (x: number) => Math.round(x * 100) / 100

const groundShadow = (width: number) =>
  Array.from({ length: 12 }, (_, i) => 0.5 - 0.016 * i)
    .map(
      (share) =>
        `<ellipse cx="0" cy="78" rx="${fine(width * share)}" ry="${fine(34 + 90 * (share - 0.34))}" fill="#000" fill-opacity="0.04"/>`,
    )
    .join('')

function drawing({ x, y, width, height }: { x: number; y: number; width: number; height: number }, inside: string): Drawing {
  const box = [x, y, width, height].map(fine)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}">${inside}</svg>`
  return { svg, width, height }
}
