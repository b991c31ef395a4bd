import type { Cursor } from '../cursorStore.ts'
import type { Observation } from './followChain.ts'

/** How a chain stands after a look, to be kept: a chain that is down keeps its place. */
export function cursorOf(observation: Observation, before: Cursor | undefined, at: number): Cursor {
  const { chain } = observation
  const checkedAt = new Date(at)
  if (observation.state === 'down') {
    const last = before ?? { chain, height: 0, hash: '', finalizedHeight: 0, headAt: new Date(0) }
    return { ...last, checkedAt, error: observation.reason.slice(0, 300) }
  }
  const { latest, finalized } = observation.head
  return {
    chain,
    height: Number(latest.number),
    hash: latest.hash,
    finalizedHeight: Number(finalized.number),
    headAt: new Date(latest.time * 1000),
    checkedAt,
    error: null,
  }
}
