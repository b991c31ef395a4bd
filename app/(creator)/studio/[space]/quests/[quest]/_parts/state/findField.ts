import { idOf } from './editor.ts'

/** A section or a language that opens first takes a moment to be there. */
const tries = 20

/** Brings the reader to a field, or to the nearest thing that it is part of. Gives back how to call it off. */
export function findField(path: string): () => void {
  const names = path.split('.')
  const paths = [path, `${path}.en`, ...names.slice(1).map((_, i) => names.slice(0, names.length - 1 - i).join('.'))]
  let frame = 0
  let tried = 0
  const look = () => {
    const [exact, ...near] = paths.map((each) => document.getElementById(idOf(each)))
    // What stands around it is there at once; the field itself may be about to open.
    const found = exact ?? (++tried < tries ? null : near.find((each) => each !== null))
    if (found) arrive(found)
    else if (tried < tries) frame = requestAnimationFrame(look)
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

function arrive(found: HTMLElement) {
  const able = found.matches('input, select, textarea, [tabindex]')
    ? found
    : found.querySelector<HTMLElement>('input, select, textarea, button')
  found.scrollIntoView({ block: 'center' })
  able?.focus({ preventScroll: true })
}
