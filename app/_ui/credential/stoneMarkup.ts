import { type CubeOptions, type CubeSeed, cubeArt } from './cubeArt.ts'
import { cubeMarkup } from './cubeMarkup.ts'

/** Drawings kept, of some 4 KB each: a busy site shows the same stones again and again, and drawing one takes most of a millisecond. */
const most = 1000
const drawn = new Map<string, string>()

/** The markup of a stone on a page: dashed lines take the colour of the text around it. */
export function stoneMarkup(seed: CubeSeed, options: CubeOptions = {}): string {
  const key = JSON.stringify([seed.quest, seed.category, seed.holder, seed.serial ?? null, options.solidity ?? 1, options.plain ?? false])
  const known = drawn.get(key)
  // The one used last is the last to go.
  drawn.delete(key)
  const markup = known ?? cubeMarkup(cubeArt(seed, options), 'currentColor')
  drawn.set(key, markup)
  const [oldest] = drawn.keys()
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest)
  return markup
}
