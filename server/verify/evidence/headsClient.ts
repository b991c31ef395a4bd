import type { AnyReader, Head } from '#chains/reader.ts'
import { agreedHead, type Clock, disputedNumbers, type HeadVote, type View } from './agreedHead.ts'

export type Viewer = { reader: AnyReader; view: View }

/** Operators that are asked in every pass: two that agree, and one that may contradict them. */
export const witnesses = 3

/**
 * Heads of the first endpoints that answer, and what they agree on. Further endpoints are asked as long as nothing is agreed. `rest`: whom nobody
 * asked yet. `failure`: why the last one that failed did.
 */
export async function readHeads(readers: readonly AnyReader[], clock: Clock) {
  let [rest, failure]: [AnyReader[], unknown] = [[...readers], null]
  const heads = new Map<AnyReader, Head>()
  const ask = async (some: readonly AnyReader[]) => {
    const answers = await Promise.allSettled(some.map((reader) => reader.head()))
    for (const [index, answer] of answers.entries()) {
      const reader = some[index]
      if (answer.status === 'rejected') failure = answer.reason
      else if (reader) heads.set(reader, answer.value)
    }
  }
  let viewers: Viewer[] = []
  let vote: HeadVote = { dispute: 'quorum', operators: [] }
  while (rest.length > 0 && (heads.size < witnesses || 'dispute' in vote)) {
    const next = rest.slice(0, Math.max(1, witnesses - heads.size))
    rest = rest.slice(next.length)
    await ask(next)
    if (heads.size < Math.min(2, readers.length)) continue
    viewers = await viewAll(heads)
    vote = agreedHead(
      viewers.map(({ view }) => view),
      clock,
    )
  }
  return { heads, viewers, vote, rest, failure }
}

/** Asks each endpoint for its hashes at the numbers that the others' heads name. Who cannot say is silent. */
async function viewAll(heads: ReadonlyMap<AnyReader, Head>): Promise<Viewer[]> {
  const numbers = disputedNumbers([...heads.values()])
  return Promise.all([...heads].map(async ([reader, head]) => ({ reader, view: await viewOf(reader, head, numbers) })))
}

/** How one endpoint sees the chain at these numbers. Never throws: what it cannot say is null. */
async function viewOf(reader: AnyReader, head: Head, numbers: readonly bigint[]): Promise<View> {
  const own = new Map([head.latest, head.safe, head.finalized].map(({ number, hash }) => [number, hash]))
  const hashes = await Promise.all(
    numbers.map(async (number): Promise<[bigint, string | null]> => {
      const mine = own.get(number)
      if (mine !== undefined) return [number, mine]
      if (number > head.latest.number) return [number, null]
      return [number, await hashAt(reader, number)]
    }),
  )
  return { operator: reader.operator, head, hashes: new Map(hashes) }
}

/** The hash at a number, or null when the endpoint does not say. */
export async function hashAt(reader: AnyReader, number: bigint): Promise<string | null> {
  try {
    return (await reader.block(number))?.hash ?? null
  } catch {
    // An error is no voice: neither for a block nor against it. The pool has noted it.
    return null
  }
}
