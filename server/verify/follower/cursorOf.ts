import type { Cursor } from '../cursorStore.ts'
import type { Observation, Place } from './followChain.ts'

/** How a chain stands after a look, to be kept: a chain that is down, or whose endpoints are behind, keeps its place. */
export function cursorOf(observation: Observation, before: Cursor | undefined, at: number): Cursor {
  const { chain } = observation
  const last = before ?? { chain, height: 0, hash: '', finalizedHeight: 0, headAt: new Date(0), error: null }
  const checkedAt = new Date(at)
  if (observation.state === 'down') return { ...last, checkedAt, error: observation.reason.slice(0, 300) }
  if (observation.state === 'behind') return { ...last, checkedAt, error: null }
  const { latest, finalized } = observation.head
  const { number, hash } = placeOf(observation, last)
  return {
    chain,
    height: Number(number),
    hash,
    finalizedHeight: Number(finalized.number),
    headAt: new Date(latest.time * 1000),
    checkedAt,
    error: null,
  }
}

/** From where the next look goes on. */
function placeOf(
  observation: Exclude<Observation, { state: 'down' | 'behind' }>,
  { height, hash }: Pick<Cursor, 'height' | 'hash'>,
): Place {
  if (observation.state === 'advanced') return observation.upTo
  if (observation.state === 'unseen' && observation.reason !== null) return { number: BigInt(height), hash }
  return observation.head.latest
}
